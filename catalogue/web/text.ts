/** Encodings of text: the same content in other letters or bytes. */
import type { Propagator, Sanitizer } from '../../engine/models/rows.ts';
import { measures, taints, quoting } from '../tables.ts';

const decoders = 'decodeURI,decodeURIComponent,atob';

export const textPropagators: readonly Propagator[] = [
  ...taints('global', '', [
    [`Member[encodeURI,encodeURIComponent,escape,unescape,btoa,${decoders}]`, 'Argument[0]', 'ReturnValue'],
    ...quoting('Member[encodeURI,encodeURIComponent,decodeURI,decodeURIComponent]', 'Argument[0]'),
    ['Member[TextEncoder].Instance.Member[encode]', 'Argument[0]', 'ReturnValue'],
    ['Member[TextEncoder].Instance.Member[encodeInto]', 'Argument[0]', 'Argument[1]'],
    ['Member[TextDecoder].Instance.Member[decode]', 'Argument[0]', 'ReturnValue'],
  ]),
  ...taints('util', '', [
    ['Member[TextEncoder].Instance.Member[encode]', 'Argument[0]', 'ReturnValue'],
    ['Member[TextDecoder].Instance.Member[decode]', 'Argument[0]', 'ReturnValue'],
  ]),
  ...taints('buffer', '', [['Member[atob,btoa]', 'Argument[0]', 'ReturnValue']]),
];

export const textSanitizers: readonly Sanitizer[] = measures('global', '', [
  'Member[TextEncoder].Instance.Member[encodeInto].ReturnValue',
]);
