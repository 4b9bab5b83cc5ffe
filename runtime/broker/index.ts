/** The public face for operators: a broker in a program of one's own. */
export { serve } from './serve.ts';
export type { Broker, BrokerOptions } from './serve.ts';
export type { DeskOptions } from './desk.ts';
export type {
  BrokerEvent,
  Observers,
  Outcome,
  RequestRefused,
  SessionEnded,
  SessionStarted,
} from './observe.ts';
export type { EgressRecord } from '../egress/record.ts';
export type { Description } from '../definition.ts';
