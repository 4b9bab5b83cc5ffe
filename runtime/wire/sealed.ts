/**
 * One sealed request and its sealed response, as RFC 9458 sections 4.3 and 4.4 build them. Only the labels are our
 * own, because what is inside is JSON and not yet Binary HTTP.
 */
import { concat, integer, isEqual, readInteger, utf8, wipe } from '../bytes.ts';
import type { Bytes } from '../bytes.ts';
import { StatelessError } from '../error.ts';
import {
  aeads,
  expand,
  extract,
  findAead,
  importAeadKey,
  kdf,
  kems,
  keyLength,
  nonceLength,
  openWith,
  sealWith,
  setupRecipient,
  setupSender,
} from '../hpke/index.ts';
import type { AeadName, HpkeContext, KemKeyPair, KemName, Suite } from '../hpke/index.ts';
import { keyId } from './key-config.ts';
import type { KeyConfig } from './key-config.ts';
import { headerLength, requestOverhead, responseOverhead, secretLength } from './sizes.ts';

const requestLabel = 'message/stateless request';
const responseLabel = 'message/stateless response';
const empty = new Uint8Array(0);

/** What both sides need for the response: the context of the request, and the encapsulated key as its salt. */
export interface Exchange {
  readonly suite: Suite;
  readonly enc: Bytes;
  readonly context: HpkeContext;
}

/** Seals a request for the key of an offer. */
export async function sealRequest(
  config: KeyConfig,
  aead: AeadName,
  plaintext: Bytes,
): Promise<{ readonly sealed: Bytes; readonly exchange: Exchange }> {
  const suite = { kem: config.kem, aead };
  const header = writeHeader(suite);
  const { enc, context } = await setupSender(suite, config.publicKey, requestInfo(header));
  const ciphertext = await context.seal(plaintext);
  return { sealed: concat(header, enc, ciphertext), exchange: { suite, enc, context } };
}

/**
 * Opens a request with the one-time key pair.
 *
 * @throws StatelessError `ERR_OPEN`, the same for every reason.
 */
export async function openRequest(
  kem: KemName,
  pair: KemKeyPair,
  sealed: Bytes,
): Promise<{ readonly plaintext: Bytes; readonly exchange: Exchange }> {
  const aead = findAead(readInteger(sealed, 5, 2));
  if (aead === undefined || sealed.length < requestOverhead(kem)) throw new StatelessError('ERR_OPEN');
  const suite = { kem, aead };
  const header = writeHeader(suite);
  if (!isEqual(header, sealed.slice(0, headerLength))) throw new StatelessError('ERR_OPEN');
  const enc = sealed.slice(headerLength, headerLength + kems[kem].encLength);
  const context = await setupRecipient(suite, pair, enc, requestInfo(header));
  const plaintext = await context.open(sealed.slice(headerLength + enc.length));
  return { plaintext, exchange: { suite, enc, context } };
}

/** Seals the response to a request; its nonce is made here and never by a handler. */
export async function sealResponse(exchange: Exchange, plaintext: Bytes): Promise<Bytes> {
  const responseNonce = crypto.getRandomValues(new Uint8Array(secretLength));
  const { key, nonce } = await responseKeys(exchange, responseNonce);
  return concat(responseNonce, await sealWith(key, nonce, empty, plaintext));
}

/**
 * Opens the response to a request.
 *
 * @throws StatelessError `ERR_OPEN`, the same for every reason.
 */
export async function openResponse(exchange: Exchange, sealed: Bytes): Promise<Bytes> {
  if (sealed.length < responseOverhead) throw new StatelessError('ERR_OPEN');
  const { key, nonce } = await responseKeys(exchange, sealed.slice(0, secretLength));
  return openWith(key, nonce, empty, sealed.slice(secretLength));
}

// hdr = key_id (1) || kem_id (2) || kdf_id (2) || aead_id (2)
function writeHeader(suite: Suite): Bytes {
  return concat(
    integer(keyId, 1),
    integer(kems[suite.kem].id, 2),
    integer(kdf.id, 2),
    integer(aeads[suite.aead].id, 2),
  );
}

function requestInfo(header: Bytes): Bytes {
  return concat(utf8(requestLabel), integer(0, 1), header);
}

async function responseKeys(
  exchange: Exchange,
  responseNonce: Bytes,
): Promise<{ key: CryptoKey; nonce: Bytes }> {
  const secret = await exchange.context.export(utf8(responseLabel), secretLength);
  const prk = await extract(concat(exchange.enc, responseNonce), secret);
  const raw = await expand(prk, utf8('key'), keyLength);
  const key = await importAeadKey(exchange.suite.aead, raw);
  const nonce = await expand(prk, utf8('nonce'), nonceLength);
  wipe(secret, prk, raw);
  return { key, nonce };
}
