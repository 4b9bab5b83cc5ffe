/** What whole and streamed sessions share: the input, the handler's view, and what it left behind. */
import type { Bytes } from '../bytes.ts';
import { StatelessError } from '../error.ts';
import type { OpenSession, ProcessorParts } from '../definition.ts';
import { readRequest } from '../wire/read-request.ts';
import { aroundInput } from '../wire/bounds.ts';
import type { Calls, SessionView } from './parts.ts';
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
  const { inputBytes } = description.limits;
  const invalid = (): StatelessError => new StatelessError('ERR_INPUT_INVALID');
  const isLong = plaintext.length > inputBytes + aroundInput;
  const json = isLong ? plaintext : readRequest(plaintext, invalid).content;
  if (json.length > inputBytes) throw new StatelessError('ERR_TOO_LARGE');
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(json));
  } catch {
    throw invalid();
  }
}

/** Opens the session for its handler, and notes what is running. */
export function openSession(
  { description }: ProcessorParts,
  emit: OpenSession['emit'],
  { use, pending }: Calls,
): SessionView {
  const registered = description.egress.publicErrors;
  const view = Object.freeze<OpenSession>({
    emit,
    fail(code) {
      if (!registered.includes(code)) throw new TypeError('session.fail takes a registered code');
      throw new PublicFailure(code);
    },
    use,
  });
  const before = activeResources().length;
  return {
    view,
    async leftWork() {
      // One turn of the event loop lets go of what the handler has awaited; what is left then, it has forgotten.
      await new Promise((resolve) => setImmediate(resolve));
      return pending() > 0 || activeResources().length > before;
    },
  };
}
