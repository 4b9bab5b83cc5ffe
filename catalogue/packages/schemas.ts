/** Schemas: what a parse gives out is what it was given, field by field. Its errors quote the input. */
import type { Models } from '../../engine/models/rows.ts';
import { hands, quoting, taints } from '../tables.ts';

const zodTypes = ['zod.ZodType'];

export const schemaRows: Partial<Models> = {
  propagators: [
    ...zodTypes.flatMap((type) => [
      ...hands(type, '', [
        ['Member[parse,decode,encode]', 'Argument[0]', 'ReturnValue'],
        ['Member[safeParse,safeDecode,safeEncode]', 'Argument[0]', 'ReturnValue.Member[data]'],
        ['Member[parseAsync,decodeAsync,encodeAsync]', 'Argument[0]', 'ReturnValue.Awaited'],
        ['Member[safeParseAsync,safeDecodeAsync]', 'Argument[0]', 'ReturnValue.Awaited.Member[data]'],
      ]),
      ...taints(type, '', quoting('Member[parse,decode]', 'Argument[0]', 'issues')),
    ]),
    ...hands('valibot', '', [
      ['Member[parse]', 'Argument[1]', 'ReturnValue'],
      ['Member[safeParse]', 'Argument[1]', 'ReturnValue.Member[output]'],
      ['Member[parseAsync]', 'Argument[1]', 'ReturnValue.Awaited'],
      ['Member[safeParseAsync]', 'Argument[1]', 'ReturnValue.Awaited.Member[output]'],
    ]),
    ...taints('valibot', '', [
      ...quoting('Member[parse]', 'Argument[1]', 'issues'),
      ['Member[safeParse]', 'Argument[1]', 'ReturnValue.Member[issues]'],
    ]),
  ],
};
