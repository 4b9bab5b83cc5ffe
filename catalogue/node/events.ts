/** Emitters: what is emitted is what listeners are called with, whatever the event. */
import type { Propagator, Sanitizer } from '../../engine/models/rows.ts';
import { clean, hands, type PassLine } from '../tables.ts';

const listening = 'on,once,addListener,prependListener,prependOnceListener';
const quiet = 'off,removeListener,removeAllListeners,setMaxListeners';

/** Kept beside the emitter's own members, by the place among the arguments; not shown when it is printed. */
const emitted = (place: number): string => `Argument[this].Member[&emitted${place}]`;

const passed: readonly PassLine[] = [0, 1, 2].flatMap((place): readonly PassLine[] => [
  ['Member[emit]', `Argument[${place + 1}]`, emitted(place)],
  [`Member[${listening}]`, emitted(place), `Argument[1].Parameter[${place}]`],
]);

export const eventPropagators: readonly Propagator[] = [
  ...hands('events.EventEmitter', '', [
    ...passed,
    [`Member[${listening},${quiet}]`, 'Argument[this]', 'ReturnValue'],
  ]),
  ...hands('events', '', [
    ['Member[once]', 'Argument[0].Member[&emitted0]', 'ReturnValue.Awaited.Member[0]'],
    ['Member[on]', 'Argument[0].Member[&emitted0]', 'ReturnValue.ArrayElement.Member[0]'],
  ]),
  ...hands('global', '', [
    ['Member[CustomEvent]', 'Argument[1].Member[detail]', 'ReturnValue.Member[detail]'],
    ['Member[EventTarget].Instance.Member[dispatchEvent]', 'Argument[0]', emitted(0)],
    ['Member[EventTarget].Instance.Member[addEventListener]', emitted(0), 'Argument[1].Parameter[0]'],
  ]),
];

export const eventSanitizers: readonly Sanitizer[] = clean('events.EventEmitter', '', [
  'Member[emit,listenerCount].ReturnValue',
]);
