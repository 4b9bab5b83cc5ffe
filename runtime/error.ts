/** The one error class of the runtime, with a closed list of codes. No message ever quotes a value. */

const messages = {
  ERR_ABORTED: 'The request was aborted by its caller.',
  ERR_ATTESTER: 'The attester gave no evidence: the interface of the machine is not there, or is in use.',
  ERR_BROKER_ANSWER: 'The broker answered with something that is not part of the protocol.',
  ERR_BUNDLE: 'The bundle could not be described.',
  ERR_BUSY: 'All session processes are taken. Try again after the given time.',
  ERR_DEADLINE: 'The session took longer than the processor allows, and was killed.',
  ERR_EGRESS_BUDGET: 'The declared egress can carry more bits than maxBits.',
  ERR_EGRESS_REJECTED: 'An event is not declared, is out of its domain, or was emitted too often.',
  ERR_EVIDENCE_EXPIRED: 'The evidence, or an endorsement of it, is not valid at this time.',
  ERR_EVIDENCE_INVALID:
    'The evidence is malformed, altered, or does not belong to this key, nonce, egress and launch.',
  ERR_EVIDENCE_REFUSED: 'The policy does not accept this evidence.',
  ERR_EVIDENCE_REVOKED: 'An endorsement of the evidence was revoked.',
  ERR_HANDLER: 'The handler failed.',
  ERR_INPUT_INVALID: "The input does not match the processor's input schema.",
  ERR_INTERNAL: 'The broker failed.',
  ERR_KEM_REFUSED: 'The policy does not accept the key encapsulation mechanism of this offer.',
  ERR_KEM_UNSUPPORTED:
    'This machine has no key encapsulation mechanism that the policy accepts and the broker offers.',
  ERR_MALFORMED: 'The request is not part of the protocol.',
  ERR_MEDIA_TYPE:
    'A sealed request has the content type of its processor: message/ohttp-req, or -chunked-req for a stream.',
  ERR_NOT_FOUND: 'There is nothing at this address.',
  ERR_OFFER_SPENT: 'The offer is unknown, used or expired. Ask for a new one.',
  ERR_OPEN: 'The message could not be opened.',
  ERR_OUTPUT_INVALID: "The handler's output does not match the output schema or its size classes.",
  ERR_POLICY: 'A member of the policy is missing, unknown, or not of its type.',
  ERR_POSTURE:
    'Channels are open on this machine that production mode needs closed; `stateless-runtime doctor` tells all of them.',
  ERR_PUBLIC: 'The handler refused the input with a registered code.',
  ERR_RATE_LIMITED: 'Too many offers are out to this connection. Use them, or let them expire.',
  ERR_SCHEMA_LOOSE: 'The input schema passes unknown keys on to the handler; it must be strict.',
  ERR_SESSION_ENDED: 'The session process ended without an answer.',
  ERR_START: 'The session processes do not start.',
  ERR_STOPPING: 'The broker is stopping.',
  ERR_STREAMING: 'The processor answers with a stream: use `stream` in place of `request`.',
  ERR_TOO_LARGE: 'The message is larger than the processor allows.',
  ERR_UNFINISHED_WORK: 'The handler returned but left work running.',
  ERR_UNREACHABLE: 'The broker could not be reached.',
  ERR_UPSTREAM: 'A processor that the handler called gave no answer that it accepts.',
} as const satisfies Readonly<Record<`ERR_${string}`, string>>;

/** Every way in which the runtime says no. */
export type ErrorCode = keyof typeof messages;

/**
 * An error of the runtime.
 *
 * `detail` is a registered public code (`ERR_PUBLIC`), the code of the other side (`ERR_UPSTREAM`), the type name of what a handler threw (`ERR_HANDLER`), the
 * seconds to wait (`ERR_BUSY`), or the field at fault where the fault is in code and not in data.
 */
export class StatelessError extends Error {
  override readonly name = 'StatelessError';
  readonly code: ErrorCode;
  readonly detail: string | undefined;

  constructor(code: ErrorCode, detail?: string, options?: ErrorOptions) {
    super(detail === undefined ? messages[code] : `${messages[code]} (${detail})`, options);
    this.code = code;
    this.detail = detail;
  }
}

/** Whether a text is one of the codes. */
export function isErrorCode(text: unknown): text is ErrorCode {
  return typeof text === 'string' && Object.hasOwn(messages, text);
}
