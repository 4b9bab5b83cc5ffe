/** `POST /provider`: envelopes from the chat provider. */
import type { WireEnvelope } from '../vendor/chat-protocol.ts';

const supported = 3;

export function acceptEnvelope(envelope: WireEnvelope): boolean {
  if (envelope.version === supported) return true;
  console.warn('unsupported version', envelope.version, envelope.id); // look-alike: members beside the content
  const { body: words } = envelope.content;
  console.warn('unsupported envelope starts with', words.slice(0, 30)); // $ Alert[no-plaintext-to-log]
  console.debug(JSON.stringify(envelope)); // $ Alert[no-plaintext-to-log]
  return false;
}
