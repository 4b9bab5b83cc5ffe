/** Node's modules that make texts of values: util, querystring, url, path, v8, assert. */
import type { Propagator, Sanitizer } from '../../engine/models/rows.ts';
import { CONVERSIONS, HIDDEN, measures, hands, taints, through } from '../tables.ts';

const paths = ['path', 'path/posix', 'path/win32'] as const;

const assertions =
  'equal,notEqual,strictEqual,notStrictEqual,deepEqual,notDeepEqual,deepStrictEqual,notDeepStrictEqual,' +
  'partialDeepStrictEqual,match,doesNotMatch,fail,ifError';

export const nodeTextPropagators: readonly Propagator[] = [
  ...through(
    CONVERSIONS.printed,
    taints('util', '', [
      ['Member[format,inspect]', 'Argument[0..]', 'ReturnValue'],
      ['Member[formatWithOptions]', 'Argument[1..]', 'ReturnValue'],
    ]),
  ),
  ...taints('util', '', [
    ['Member[styleText]', 'Argument[1]', 'ReturnValue'],
    ['Member[stripVTControlCharacters,toUSVString]', 'Argument[0]', 'ReturnValue'],
    ['Member[parseArgs]', 'Argument[0].Member[args]', 'ReturnValue'],
  ]),
  // The very function comes back, in another form.
  ...hands('util', '', [
    ['Member[promisify,callbackify,deprecate]', 'Argument[0]', 'ReturnValue'],
    ['Member[promisify]', 'Argument[0]', `ReturnValue.${HIDDEN.promised}`],
    ['Member[callbackify]', 'Argument[0]', `ReturnValue.${HIDDEN.calledBack}`],
    [
      'Member[inherits]',
      'Argument[1].Member[prototype]',
      `Argument[0].Member[prototype].${HIDDEN.prototype}`,
    ],
    ['Member[inherits]', 'Argument[1]', 'Argument[0].Member[super_]'],
  ]),
  ...taints('querystring', '', [
    ['Member[stringify,parse,escape,unescape,encode,decode]', 'Argument[0]', 'ReturnValue'],
  ]),
  ...taints('url', '', [
    [
      'Member[format,parse,fileURLToPath,pathToFileURL,domainToASCII,domainToUnicode]',
      'Argument[0]',
      'ReturnValue',
    ],
    ['Member[resolve]', 'Argument[0,1]', 'ReturnValue'],
    ['Member[urlToHttpOptions]', 'Argument[0]', 'ReturnValue'],
  ]),
  ...paths.flatMap((type) =>
    taints(type, '', [
      ['Member[join,resolve,relative]', 'Argument[0..]', 'ReturnValue'],
      [
        'Member[normalize,basename,dirname,extname,format,parse,toNamespacedPath]',
        'Argument[0]',
        'ReturnValue',
      ],
    ]),
  ),
  ...taints('path', 'Member[posix,win32].', [
    ['Member[join,resolve,relative]', 'Argument[0..]', 'ReturnValue'],
    ['Member[normalize,basename,dirname,extname,format,parse]', 'Argument[0]', 'ReturnValue'],
  ]),
  ...taints('v8', '', [['Member[serialize,deserialize]', 'Argument[0]', 'ReturnValue']]),
  // An assertion error carries both sides.
  ...['assert', 'assert/strict'].flatMap((type) =>
    taints(type, '', [
      [`Member[${assertions}]`, 'Argument[0..]', 'Thrown'],
      ['Member[ok]', 'Argument[0,1]', 'Thrown'],
      ['', 'Argument[0,1]', 'Thrown'],
    ]),
  ),
];

export const nodeTextSanitizers: readonly Sanitizer[] = [
  ...measures('util', '', ['Member[isDeepStrictEqual].ReturnValue']),
  ...paths.flatMap((type) => measures(type, '', ['Member[isAbsolute,matchesGlob].ReturnValue'])),
];
