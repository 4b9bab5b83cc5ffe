/** Emitters: what is emitted under a name is what the listeners of that name are called with, before or after. */
import type { Propagator, Sanitizer } from '../../engine/models/rows.ts';
import { hands, measures, passed, taints, type PassLine } from '../tables.ts';

const listening = 'on,once,addListener,prependListener,prependOnceListener';
const quiet = 'off,removeListener,removeAllListeners,setMaxListeners';

/** By the place among the arguments, and by the event's name at `name`. */
const emitted = (place: number, name: string): string => passed(`emitted${place}`, name);

const places = [0, 1, 2, 3];

const emitterLines: readonly PassLine[] = [
  ...places.flatMap((place): readonly PassLine[] => [
    ['Member[emit]', `Argument[${place + 1}]`, `Argument[this].${emitted(place, '{0}')}`],
    [`Member[${listening}]`, `Argument[this].${emitted(place, '{0}')}`, `Argument[1].Parameter[${place}]`],
  ]),
  [`Member[${listening},${quiet}]`, 'Argument[this]', 'ReturnValue'],
  [`Member[${listening}]`, 'Argument[this]', 'Argument[1].Parameter[this]'],
  [`Member[${listening}]`, 'Argument[1]', `Argument[this].${passed('listeners')}.ArrayElement`],
  ['Member[listeners,rawListeners]', `Argument[this].${passed('listeners')}`, 'ReturnValue'],
];

/** `once` and `on` of the module: of an emitter, and of a target of events. */
const moduleLines: readonly PassLine[] = places.flatMap((place): readonly PassLine[] => [
  ['Member[once]', `Argument[0].${emitted(place, '{1}')}`, `ReturnValue.Awaited.Member[${place}]`],
  ['Member[on]', `Argument[0].${emitted(place, '{1}')}`, `ReturnValue.ArrayElement.Member[${place}]`],
]);

/** By the event's own name, which the argument at an index says, or what it is made of. */
const dispatched = (argument: number): string => passed('dispatched', `{${argument}}`);

const targetLines: readonly PassLine[] = [
  ['Member[CustomEvent]', 'Argument[1].Member[detail]', 'ReturnValue.Member[detail]'],
  ['Member[EventTarget].Instance.Member[dispatchEvent]', 'Argument[0]', `Argument[this].${dispatched(0)}`],
  [
    'Member[EventTarget].Instance.Member[addEventListener]',
    `Argument[this].${dispatched(0)}`,
    'Argument[1].Parameter[0]',
  ],
  [
    'Member[EventTarget].Instance.Member[addEventListener]',
    `Argument[this].${dispatched(0)}`,
    'Argument[1].Member[handleEvent].Parameter[0]',
  ],
];

export const eventPropagators: readonly Propagator[] = [
  ...hands('events.EventEmitter', '', emitterLines),
  // The module itself is the class: what plain JavaScript makes emitters of.
  ...hands('events', 'Instance.', emitterLines),
  ...hands('events', '', [
    ...moduleLines,
    ['Member[once]', `Argument[0].${dispatched(1)}`, 'ReturnValue.Awaited.Member[0]'],
    ['Member[on]', `Argument[0].${dispatched(1)}`, 'ReturnValue.ArrayElement.Member[0]'],
  ]),
  ...hands('global', '', targetLines),
  ...taints('global', '', [['Member[CustomEvent,Event]', 'Argument[0]', 'ReturnValue.Member[type]']]),
];

const quietLines = ['Member[emit,listenerCount,getMaxListeners].ReturnValue'];

export const eventSanitizers: readonly Sanitizer[] = [
  ...measures('events.EventEmitter', '', quietLines),
  ...measures('events', 'Instance.', quietLines),
  ...measures('global', '', ['Member[EventTarget].Instance.Member[dispatchEvent].ReturnValue']),
];
