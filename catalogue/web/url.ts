/** URLs and their queries. Node's module `url` shows the globals under types of its own. */
import type { Propagator, Sanitizer } from '../../engine/models/rows.ts';
import { measures, hands, taints, quoting } from '../tables.ts';

const homes = ['global', 'url'] as const;
const address = 'Member[URL].Instance.';
const query = 'Member[URLSearchParams].Instance.';

export const urlPropagators: readonly Propagator[] = homes.flatMap((home) => [
  ...taints(home, '', [
    ['Member[URL]', 'Argument[0,1]', 'ReturnValue'],
    // A URL that cannot be read is quoted in the error.
    ...quoting('Member[URL]', 'Argument[0,1]', 'input'),
    ['Member[URL].Member[parse]', 'Argument[0,1]', 'ReturnValue'],
    ['Member[URL].Instance.Member[toString,toJSON]', 'Argument[this]', 'ReturnValue'],
    ['Member[URLSearchParams]', 'Argument[0]', 'ReturnValue'],
    // The query is kept beside the address, and is a part of it.
    [`${address}Member[href].Getter`, 'Argument[this]', 'ReturnValue'],
    [`${address}Member[search].Getter`, 'Argument[this].Member[searchParams]', 'ReturnValue'],
    [`${address}Member[search].Setter`, 'Argument[0]', 'Argument[this].Member[searchParams]'],
    [`${query}Member[append,set]`, 'Argument[0,1]', 'Argument[this]'],
    [`${query}Member[get,getAll,toString,keys,values,entries]`, 'Argument[this]', 'ReturnValue'],
    [`${query}Member[forEach]`, 'Argument[this]', 'Argument[0].Parameter[0,1]'],
  ]),
  ...hands(home, '', [['Member[URL]', 'ReturnValue', 'ReturnValue.Member[searchParams].Member[&url]']]),
  ...hands(home, query, [['Member[forEach]', 'Argument[this]', 'Argument[0].Parameter[2]']]),
]);

export const urlSanitizers: readonly Sanitizer[] = homes.flatMap((home) => [
  ...measures(home, '', ['Member[URL].Member[canParse].ReturnValue']),
  ...measures(home, query, ['Member[size]', 'Member[has].ReturnValue']),
]);
