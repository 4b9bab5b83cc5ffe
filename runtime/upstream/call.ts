/**
 * One call of an upstream, inside the session process: take an offer, verify it, seal, open. Loaded only where a
 * processor declares one. It says nothing to the broker but a nonce, ciphertext of a declared size, and for a stream
 * that it wants the next frame.
 */
import type { Bytes } from '../bytes.ts';
import { concat, wipe } from '../bytes.ts';
import { brokerError } from '../client/answer.ts';
import type { Transport } from '../client/client.ts';
import { jsonOf } from '../client/json.ts';
import { runStreamed, runWhole } from '../client/session.ts';
import { openTarget } from '../client/target.ts';
import { StatelessError } from '../error.ts';
import { supportedOf } from '../hpke/support.ts';
import type { UpstreamTarget } from '../upstream-parts.ts';
import { aroundChunks } from '../wire/bounds.ts';
import { writeInput } from '../wire/write-input.ts';

/** Hands the broker a message for this upstream, and resolves with what it answers. */
export type Relay = (message: Bytes) => Promise<Bytes>;

/**
 * Calls an upstream, and gives its outputs: one, unless it streams.
 *
 * @param mayStream whether the caller takes more than one output
 * @throws StatelessError with the code of a client: of the evidence before anything is sealed, of either broker, or of
 *   the upstream's session; `ERR_TOO_LARGE` when no size holds the input, or the stream has more chunks than declared;
 *   `ERR_STREAMING` or `ERR_MEDIA_TYPE` when it streams and was not declared to, or the other way round
 */
export async function* callUpstream(
  target: UpstreamTarget,
  relay: Relay,
  input: unknown,
  mayStream: boolean,
): AsyncGenerator {
  const plaintext = padded(jsonOf(input), target);
  const { policy } = target;
  const session = await openTarget(transportOver(relay, target), policy, await supportedOf(policy.kems));
  const { isStream } = session.evidence;
  if (isStream && !(mayStream && target.maxChunks > 0)) throw new StatelessError('ERR_STREAMING');
  if (!isStream && target.maxChunks > 0) throw new StatelessError('ERR_MEDIA_TYPE');
  if (isStream) yield* runStreamed(session, plaintext);
  else yield await runWhole(session, plaintext);
}

function transportOver(relay: Relay, { maxChunks }: UpstreamTarget): Transport {
  const ask = async (message: Bytes): Promise<Bytes> => {
    const answer = await relay(message);
    if (answer[0] !== 1) throw brokerError(answer, null);
    return answer.subarray(1);
  };
  return {
    offer: async (nonce) => once(await ask(nonce)),
    async session(_, sealed) {
      const answer = await ask(sealed);
      return maxChunks === 0 ? once(answer) : framesOf(ask, maxChunks + aroundChunks);
    },
  };
}

async function* once(body: Bytes): AsyncGenerator<Bytes> {
  yield await Promise.resolve(body);
}

// A stream that is left before its end is let go of, by a word in place of the next question.
async function* framesOf(ask: Relay, atMost: number): AsyncGenerator<Bytes> {
  let left = atMost;
  try {
    while (left > 0) {
      left -= 1;
      const frame = await ask(new Uint8Array(0));
      if (frame.length === 0) {
        left = 0;
        return;
      }
      yield frame;
    }
    throw new StatelessError('ERR_TOO_LARGE');
  } finally {
    if (left > 0) await ask(new Uint8Array(1));
  }
}

// Zeros behind a message are padding (RFC 9292, section 3.8).
function padded(json: string, { padInput, maxChunks }: UpstreamTarget): Bytes {
  const message = writeInput(json, maxChunks === 0 ? 'known' : 'indeterminate');
  const size = padInput.find((each) => each >= message.length);
  if (size === undefined) throw new StatelessError('ERR_TOO_LARGE');
  const filled = concat(message, new Uint8Array(size - message.length));
  wipe(message);
  return filled;
}
