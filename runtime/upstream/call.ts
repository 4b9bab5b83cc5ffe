/**
 * One call of an upstream, inside the session process: take an offer, verify it, seal, open. Loaded only where a
 * processor declares one. It says nothing to the broker but a nonce and ciphertext of a declared size.
 */
import type { Bytes } from '../bytes.ts';
import { concat, wipe } from '../bytes.ts';
import { brokerError } from '../client/answer.ts';
import type { Transport } from '../client/client.ts';
import type { Answer } from '../client/answer.ts';
import { jsonOf } from '../client/json.ts';
import { runWhole } from '../client/session.ts';
import { openTarget } from '../client/target.ts';
import { StatelessError } from '../error.ts';
import type { UpstreamTarget } from '../upstream-parts.ts';
import { writeInput } from '../wire/write-input.ts';

/** Hands the broker a message for this upstream, and resolves with what it answers. */
export type Relay = (message: Bytes) => Promise<Bytes>;

/**
 * Calls an upstream.
 *
 * @throws StatelessError with the code of a client: of the evidence before anything is sealed, of either broker, or of
 *   the upstream's session; `ERR_TOO_LARGE` when no size holds the input
 */
export async function callUpstream(target: UpstreamTarget, relay: Relay, input: unknown): Promise<unknown> {
  const plaintext = padded(jsonOf(input), target.padInput);
  const session = await openTarget(transportOver(relay), target.policy);
  if (session.evidence.isStream) throw new StatelessError('ERR_STREAMING');
  return runWhole(session, plaintext);
}

function transportOver(relay: Relay): Transport {
  const ask = async (message: Bytes): Promise<Answer> => {
    const answer = await relay(message);
    if (answer[0] !== 1) throw brokerError(answer, null);
    return once(answer.subarray(1));
  };
  return { offer: ask, session: (_, sealed) => ask(sealed) };
}

async function* once(body: Bytes): AsyncGenerator<Bytes> {
  yield await Promise.resolve(body);
}

// Zeros behind a message are padding (RFC 9292, section 3.8).
function padded(json: string, sizes: readonly number[]): Bytes {
  const message = writeInput(json, 'known');
  const size = sizes.find((each) => each >= message.length);
  if (size === undefined) throw new StatelessError('ERR_TOO_LARGE');
  const filled = concat(message, new Uint8Array(size - message.length));
  wipe(message);
  return filled;
}
