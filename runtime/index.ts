/** The public face for authors of processors. The client is `stateless-runtime/client`, the broker `.../broker`. */
export { egress } from './egress/events.ts';
export type { Egress, EventDeclaration, EventDeclarations, EventValues } from './egress/events.ts';
export { bucket, count, duration, flag, oneOf } from './egress/fields.ts';
export type { Field } from './egress/fields.ts';
export { Confidential } from './confidential.ts';
export { declassify } from './declassify.ts';
export type { Definition, Session } from './definition.ts';
export { StatelessError } from './error.ts';
export type { ErrorCode } from './error.ts';
export type { Limits } from './limits.ts';
export { plaintext } from './plaintext.ts';
export type { Plaintext, Untagged } from './plaintext.ts';
export { processor } from './processor.ts';
export type { Processor } from './processor-parts.ts';
export type { StandardSchema } from './schema.ts';
export { sessionKeys } from './session-keys.ts';
export type { SealedMessage, SessionKeys } from './session-keys.ts';
