/** Telling observers. What an observer throws is ignored: it must not end a session. */

/** Calls an observer. */
export function notify<Value>(observer: ((value: Value) => void) | undefined, value: Value): void {
  try {
    observer?.(value);
  } catch {
    // the observer's own fault, which the session's client must not pay for
  }
}
