/** Bodies, forms, headers and messages of the web platform: containers of what they were given. */
import type { Propagator, Sanitizer } from '../../engine/models/rows.ts';
import { measures, others, hands, taints, quoting } from '../tables.ts';

/** Without the DOM library, Node's types take the globals from here. */
const messageHomes = ['global', 'undici-types'] as const;
const blobHomes = ['global', 'buffer'] as const;
const body = 'Member[Request,Response].Instance.';

const messagePropagators = messageHomes.flatMap((home) => [
  ...taints(home, '', [
    ['Member[FormData].Instance.Member[append,set]', 'Argument[0..2]', 'Argument[this]'],
    ['Member[FormData].Instance.Member[get,getAll,keys,values,entries]', 'Argument[this]', 'ReturnValue'],
    ['Member[FormData].Instance.Member[forEach]', 'Argument[this]', 'Argument[0].Parameter[0,1]'],
    ['Member[Headers]', 'Argument[0]', 'ReturnValue'],
    ['Member[Headers].Instance.Member[append,set]', 'Argument[0,1]', 'Argument[this]'],
    [
      'Member[Headers].Instance.Member[get,getSetCookie,keys,values,entries]',
      'Argument[this]',
      'ReturnValue',
    ],
    ['Member[Headers].Instance.Member[forEach]', 'Argument[this]', 'Argument[0].Parameter[0,1]'],
    ['Member[Request]', 'Argument[0]', 'ReturnValue.Member[url]'],
    ...quoting('Member[Request]', 'Argument[0]'),
    ['Member[Request]', 'Argument[1].Member[body]', 'ReturnValue.Member[body]'],
    ['Member[Request,Response]', 'Argument[1].Member[headers]', 'ReturnValue.Member[headers]'],
    ['Member[Response]', 'Argument[0]', 'ReturnValue.Member[body]'],
    ['Member[Response]', 'Argument[1].Member[statusText]', 'ReturnValue.Member[statusText]'],
    ['Member[Response].Member[json]', 'Argument[0]', 'ReturnValue.Member[body]'],
    ['Member[Response].Member[json]', 'Argument[1].Member[headers]', 'ReturnValue.Member[headers]'],
    [
      `${body}Member[text,json,arrayBuffer,bytes,blob,formData]`,
      'Argument[this].Member[body]',
      'ReturnValue.Awaited',
    ],
  ]),
  ...hands(home, body, [['Member[clone]', 'Argument[this]', 'ReturnValue']]),
]);

const blobPropagators = blobHomes.flatMap((home) =>
  taints(home, '', [
    ['Member[Blob,File]', 'Argument[0]', 'ReturnValue'],
    ['Member[File]', 'Argument[1]', 'ReturnValue.Member[name]'],
    ['Member[Blob,File].Instance.Member[text,arrayBuffer,bytes]', 'Argument[this]', 'ReturnValue.Awaited'],
    ['Member[Blob,File].Instance.Member[stream]', 'Argument[this]', 'ReturnValue.ArrayElement'],
    ['Member[Blob,File].Instance.Member[slice]', 'Argument[this]', 'ReturnValue'],
  ]),
);

export const fetchPropagators: readonly Propagator[] = [...messagePropagators, ...blobPropagators];

export const fetchSanitizers: readonly Sanitizer[] = [
  // What a server answers is not what it was sent.
  ...others('global', '', ['Member[fetch].ReturnValue.Awaited']),
  ...messageHomes.flatMap((home) =>
    measures(home, '', ['Member[FormData,Headers].Instance.Member[has].ReturnValue']),
  ),
  ...blobHomes.flatMap((home) => measures(home, '', ['Member[Blob,File].Instance.Member[size]'])),
];
