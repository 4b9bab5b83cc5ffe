/** Node's Buffer: bytes of a text are the text, in any encoding; their count is not. A slice shares memory. */
import type { Propagator, Sanitizer } from '../../engine/models/rows.ts';
import { measures, wipes, hands, taints } from '../tables.ts';

const homes = ['global', 'buffer'] as const;
const readers =
  'readBigInt64BE,readBigInt64LE,readBigUInt64BE,readBigUInt64LE,readDoubleBE,readDoubleLE,readFloatBE,readFloatLE,' +
  'readInt16BE,readInt16LE,readInt32BE,readInt32LE,readInt8,readIntBE,readIntLE,readUInt16BE,readUInt16LE,' +
  'readUInt32BE,readUInt32LE,readUInt8,readUIntBE,readUIntLE';
const writers = readers.replaceAll('read', 'write');

const statics = 'Member[Buffer].';
const instance = 'Member[Buffer].Instance.';

export const bufferPropagators: readonly Propagator[] = [
  ...homes.flatMap((home) => [
    ...hands(home, statics, [
      // Over an ArrayBuffer the memory is shared.
      ['Member[from]', 'Argument[0]', 'ReturnValue'],
    ]),
    ...taints(home, statics, [
      ['Member[concat,copyBytesFrom]', 'Argument[0]', 'ReturnValue'],
      ['Member[alloc]', 'Argument[1]', 'ReturnValue'],
      ['Member[of]', 'Argument[0..]', 'ReturnValue'],
    ]),
    ...hands(home, instance, [
      ['Member[slice,subarray,fill,swap16,swap32,swap64]', 'Argument[this]', 'ReturnValue'],
    ]),
    ...taints(home, instance, [
      [`Member[toString,toJSON,toLocaleString,${readers}]`, 'Argument[this]', 'ReturnValue'],
      [`Member[write,fill,set,${writers}]`, 'Argument[0]', 'Argument[this]'],
      ['Member[copy]', 'Argument[this]', 'Argument[0]'],
    ]),
  ]),
  ...taints('buffer', '', [['Member[transcode]', 'Argument[0]', 'ReturnValue']]),
  ...['string_decoder.StringDecoder'].flatMap((type) =>
    taints(type, '', [
      ['Member[write,end]', 'Argument[0]', 'ReturnValue'],
      ['Member[write,end]', 'Argument[0]', 'Argument[this]'],
      ['Member[end]', 'Argument[this]', 'ReturnValue'],
    ]),
  ),
];

export const bufferSanitizers: readonly Sanitizer[] = [
  ...homes.flatMap((home) => [
    ...wipes(home, instance, 'Argument[this]', ['Member[fill].WithArity[1]']),
    ...measures(home, statics, ['Member[byteLength,compare,isBuffer,isEncoding,allocUnsafe].ReturnValue']),
    ...measures(home, instance, [
      'Member[length,byteLength,byteOffset]',
      `Member[write,copy,compare,equals,indexOf,lastIndexOf,includes,${writers}].ReturnValue`,
    ]),
  ]),
  ...measures('buffer', '', ['Member[isAscii,isUtf8].ReturnValue']),
];
