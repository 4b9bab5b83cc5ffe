/** URLs and their queries. Node's module `url` shows the globals under types of its own. */
import type { Propagator, Sanitizer } from '../../engine/models/rows.ts';
import { clean, hands, taints } from '../tables.ts';

const homes = ['global', 'url'] as const;
const query = 'Member[URLSearchParams].Instance.';

export const urlPropagators: readonly Propagator[] = homes.flatMap((home) => [
  ...taints(home, '', [
    ['Member[URL]', 'Argument[0,1]', 'ReturnValue'],
    // A URL that cannot be read is quoted in the error.
    ['Member[URL]', 'Argument[0,1]', 'Thrown'],
    ['Member[URL].Member[parse]', 'Argument[0,1]', 'ReturnValue'],
    ['Member[URL].Instance.Member[toString,toJSON]', 'Argument[this]', 'ReturnValue'],
    ['Member[URLSearchParams]', 'Argument[0]', 'ReturnValue'],
    [`${query}Member[append,set]`, 'Argument[0,1]', 'Argument[this]'],
    [`${query}Member[get,getAll,toString,keys,values,entries]`, 'Argument[this]', 'ReturnValue'],
    [`${query}Member[forEach]`, 'Argument[this]', 'Argument[0].Parameter[0,1]'],
  ]),
  ...hands(home, query, [['Member[forEach]', 'Argument[this]', 'Argument[0].Parameter[2]']]),
]);

export const urlSanitizers: readonly Sanitizer[] = homes.flatMap((home) => [
  ...clean(home, '', ['Member[URL].Member[canParse].ReturnValue']),
  ...clean(home, query, ['Member[size]', 'Member[has].ReturnValue']),
]);
