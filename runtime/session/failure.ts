/** What of a thrown thing may leave: a registered public code, or the name of a built-in error type. Never its text. */
import { isErrorCode, StatelessError } from '../error.ts';
import type { Reply } from '../wire/reply.ts';

/** Thrown by `session.fail`; recognised by its private part, so that no handler can forge its code. */
export class PublicFailure extends Error {
  readonly #code: string;

  constructor(code: string) {
    super();
    this.#code = code;
  }

  static codeOf(thrown: unknown): string | undefined {
    return typeof thrown === 'object' && thrown !== null && #code in thrown ? thrown.#code : undefined;
  }
}

/** The types that are told apart, derived ones first; an author's own class counts as what it extends. */
export const errorTypes = [
  TypeError,
  RangeError,
  SyntaxError,
  ReferenceError,
  EvalError,
  URIError,
  AggregateError,
  DOMException,
  Error,
] as const;

const typeNames = errorTypes.map((type) => type.name);

/** The reply for whatever a handler threw. */
export function failureReply(thrown: unknown): Reply {
  const publicCode = PublicFailure.codeOf(thrown);
  if (publicCode !== undefined) return { error: { code: 'ERR_PUBLIC', detail: publicCode } };
  const ownCode = codeOf(thrown);
  if (ownCode !== undefined) return { error: ownCode };
  return { error: { code: 'ERR_HANDLER', detail: typeName(thrown) } };
}

// A detail goes along only when it is a code itself.
function codeOf(thrown: unknown): { readonly code: string; readonly detail?: string } | undefined {
  try {
    if (!(thrown instanceof StatelessError)) return undefined;
    const { code, detail } = thrown;
    if (!isErrorCode(code)) return undefined;
    return isErrorCode(detail) ? { code, detail } : { code };
  } catch {
    return undefined; // a proxy or a getter of the handler's own
  }
}

function typeName(thrown: unknown): string {
  try {
    const index = errorTypes.findIndex((type) => thrown instanceof type);
    return typeNames[index] ?? 'unknown';
  } catch {
    return 'unknown';
  }
}
