/** Requests as a client would never make them: offers taken by hand, bodies of any kind. */
import { readOffer } from '../../runtime/attestation/offer.ts';
import type { ReceivedOffer } from '../../runtime/attestation/offer.ts';
import type { Bytes } from '../../runtime/bytes.ts';
import { toBase64url } from '../../runtime/text-forms.ts';
import { readKeyConfig } from '../../runtime/wire/read-key-config.ts';
import { writeInput } from '../../runtime/wire/write-input.ts';
import { sealRequest } from '../../runtime/wire/sender.ts';

/** What a broker answered: status, and the code of its error. */
export interface Answer {
  readonly status: number;
  readonly code: string | undefined;
  readonly retryAfter: string | null;
}

/** Takes an offer. */
export async function takeOffer(url: string): Promise<ReceivedOffer> {
  const nonce = toBase64url(crypto.getRandomValues(new Uint8Array(32)));
  const response = await fetch(new URL('/offers', url), {
    method: 'POST',
    body: JSON.stringify({ nonce }),
    headers: { 'content-type': 'application/json' },
  });
  return readOffer(await response.json());
}

/** A sealed request for an offer. */
export async function sealFor(offer: ReceivedOffer, input: unknown): Promise<Bytes> {
  const { sealed } = await sealRequest(
    readKeyConfig(offer.keyConfig),
    'aes-256-gcm',
    writeInput(JSON.stringify(input), 'known'),
  );
  return sealed;
}

/** Posts bytes to an offer's session. */
export async function postSession(url: string, session: string, body: Bytes): Promise<Answer> {
  return post(new URL(`/sessions/${session}`, url), body, 'message/ohttp-req');
}

/** Posts anything anywhere. */
export async function post(url: URL, body: Bytes | string, type = 'application/json'): Promise<Answer> {
  const response = await fetch(url, { method: 'POST', body, headers: { 'content-type': type } });
  const isError = response.headers.get('content-type') === 'application/json';
  const text = isError ? await response.text() : '';
  const code = /"code":"(\w+)"/.exec(text)?.[1];
  return { status: response.status, code, retryAfter: response.headers.get('retry-after') };
}
