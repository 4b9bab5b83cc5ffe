/** What whole and streamed sessions share: the input, the handler's view, and what it left behind. */
import type { Bytes } from '../bytes.ts';
import { StatelessError } from '../error.ts';
import type { OpenSession, ProcessorParts } from '../definition.ts';
import { readInput } from '../wire/read-input.ts';
import { PublicFailure } from './failure.ts';
import { process } from './own-process.ts';

/** The resources that keep this process alive, as Node names them. Taken once, out of a handler's reach. */
const activeResources = process.getActiveResourcesInfo.bind(process);

/**
 * The value in an opened request, under the processor's size limit.
 *
 * @throws StatelessError `ERR_TOO_LARGE` or `ERR_INPUT_INVALID`.
 */
export function inputOf({ description }: ProcessorParts, plaintext: Bytes): unknown {
  const json = readInput(plaintext);
  if (json.length > description.limits.inputBytes) throw new StatelessError('ERR_TOO_LARGE');
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(json));
  } catch {
    throw new StatelessError('ERR_INPUT_INVALID');
  }
}

/** The session as its handler sees it. */
export function openSession({ description }: ProcessorParts, emit: OpenSession['emit']): OpenSession {
  const registered = description.egress.publicErrors;
  return Object.freeze<OpenSession>({
    emit,
    fail(code) {
      if (!registered.includes(code)) throw new TypeError('session.fail takes a registered code');
      throw new PublicFailure(code);
    },
  });
}

/** Notes what is running, and returns the question whether the handler left more. */
export function watchWork(): () => Promise<boolean> {
  const before = activeResources().length;
  return async () => {
    // One turn of the event loop lets go of what the handler has awaited; what is left then, it has forgotten.
    await new Promise((resolve) => setImmediate(resolve));
    return activeResources().length > before;
  };
}
