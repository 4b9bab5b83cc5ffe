/** The public face for operators: a broker in a program of one's own. */
export type { Attester, Evidence } from '../attestation/evidence.ts';
export { serve } from './serve.ts';
export type { Broker, BrokerOptions, DeskOptions } from './options.ts';
export type {
  BrokerEvent,
  Observers,
  Outcome,
  RequestRefused,
  SessionEnded,
  SessionStarted,
} from './events.ts';
export type { EgressRecord } from '../egress/shapes.ts';
export type { Description } from '../definition.ts';
