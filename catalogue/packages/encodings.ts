/** Texts and bytes in another form: YAML, XML, CSV, query strings, binary encodings, compression, signed tokens. */
import type { Models, Propagator } from '../../engine/models/rows.ts';
import { quoting, taints, type PassLine } from '../tables.ts';

/** Functions that give the content of their first argument in another form. */
const through = (functions: string): readonly PassLine[] => [
  [`Member[${functions}]`, 'Argument[0]', 'ReturnValue'],
];

/** The same for functions that quote in their error what they could not read. */
const reading = (functions: string): readonly PassLine[] => [
  ...through(functions),
  ...quoting(`Member[${functions}]`, 'Argument[0]'),
];

/** Methods of an instance. */
const methods: readonly (readonly [type: string, lines: readonly PassLine[]])[] = [
  ['fast-xml-parser.XMLParser', reading('parse')],
  ['fast-xml-parser.XMLBuilder', through('build')],
  ['msgpackr.Packr', through('pack,encode')],
  ['msgpackr.Unpackr', through('unpack,decode')],
  ['cbor-x.Encoder', through('encode,decode')],
  [
    'protobufjs.Writer',
    [
      ['Member[string,bytes]', 'Argument[0]', 'Argument[this]'],
      ['Member[string,bytes]', 'Argument[this]', 'ReturnValue'],
      ['Member[string,bytes]', 'Argument[0]', 'ReturnValue'],
      ['Member[finish]', 'Argument[this]', 'ReturnValue'],
    ],
  ],
  ['protobufjs.Message', [['Member[toJSON]', 'Argument[this]', 'ReturnValue']]],
  [
    'protobufjs.Type',
    [
      ['Member[encode,encodeDelimited]', 'Argument[0]', 'ReturnValue'],
      ['Member[encode,encodeDelimited]', 'Argument[0]', 'Argument[1]'],
      ...through('decode,fromObject,create,toObject'),
    ],
  ],
];

const functions: readonly (readonly [type: string, lines: readonly PassLine[]])[] = [
  ['iconv-lite', through('encode,decode')],
  [
    'js-yaml',
    [
      ...reading('load'),
      ...through('dump'),
      ['Member[loadAll]', 'Argument[0]', 'ReturnValue.ArrayElement'],
      ...quoting('Member[loadAll]', 'Argument[0]'),
    ],
  ],
  ['yaml', [...reading('parse'), ...through('stringify,parseDocument')]],
  ['qs', through('stringify,parse')],
  ['flatted', [...reading('parse'), ...through('stringify,toJSON,fromJSON')]],
  [
    'papaparse',
    [
      ['Member[parse,unparse]', 'Argument[0]', 'ReturnValue'],
      ['Member[parse]', 'Argument[0]', 'Argument[1].Member[step,complete,chunk].Parameter[0]'],
    ],
  ],
  ['msgpackr', through('pack,encode,unpack,decode')],
  ['cbor-x', through('encode,decode')],
  ['superjson', [...through('stringify,serialize,parse,deserialize')]],
  ['superjson.default', through('stringify,serialize,parse,deserialize')],
  ['@aws-sdk/util-dynamodb', through('marshall,unmarshall,convertToAttr,convertToNative')],
  [
    'fflate',
    through(
      'strToU8,strFromU8,gzipSync,gunzipSync,deflateSync,inflateSync,zlibSync,unzlibSync,compressSync,decompressSync,zipSync,unzipSync',
    ),
  ],
  // A signature is no encryption: the payload stands in the token as it is.
  ['jsonwebtoken', [...through('sign,verify,decode')]],
];

export const encodingRows: Partial<Models> = {
  propagators: [...functions, ...methods].flatMap(([type, lines]): readonly Propagator[] =>
    taints(type, '', lines),
  ),
};
