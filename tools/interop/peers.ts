/** The other libraries that speak our suites, each behind the same two functions: seal to a key, open with one. */
import { Chacha20Poly1305 } from '@hpke/chacha20poly1305';
import {
  Aes128Gcm,
  Aes256Gcm,
  CipherSuite as HpkeJsSuite,
  DhkemX25519HkdfSha256,
  HkdfSha256,
} from '@hpke/core';
import { XWing } from '@hpke/hybridkem-x-wing';
import * as hpke from 'hpke';
import { concat } from '../../runtime/bytes.ts';
import type { Bytes } from '../../runtime/bytes.ts';
import type { Suite } from '../../runtime/hpke/index.ts';

/** What remains of an exchange for its response: exporting under a label. */
export type Exporter = (label: Bytes, length: number) => Promise<Bytes>;

/** A recipient's side of a peer: its public key, and how it opens. */
export interface PeerRecipient {
  readonly publicKey: Bytes;
  readonly open: (
    enc: Bytes,
    info: Bytes,
    sealed: Bytes,
  ) => Promise<{ plaintext: Bytes; exporter: Exporter }>;
}

/** One library under one suite. */
export interface Peer {
  readonly seal: (
    publicKey: Bytes,
    info: Bytes,
    plaintext: Bytes,
  ) => Promise<{ enc: Bytes; sealed: Bytes; exporter: Exporter }>;
  readonly generate: () => Promise<PeerRecipient>;
}

/** The libraries by the name under which npm has them. */
export const peers = { hpke: panva, '@hpke/core': hpkeJs } as const satisfies Record<
  string,
  (suite: Suite) => Peer
>;

function panva({ kem, aead }: Suite): Peer {
  const suite = new hpke.CipherSuite(
    { x25519: hpke.KEM_DHKEM_X25519_HKDF_SHA256, 'x-wing': hpke.KEM_MLKEM768_X25519 }[kem],
    hpke.KDF_HKDF_SHA256,
    {
      'aes-128-gcm': hpke.AEAD_AES_128_GCM,
      'aes-256-gcm': hpke.AEAD_AES_256_GCM,
      'chacha20-poly1305': hpke.AEAD_ChaCha20Poly1305,
    }[aead],
  );
  return {
    async seal(publicKey, info, plaintext) {
      const key = await suite.DeserializePublicKey(publicKey);
      const { encapsulatedSecret, ctx } = await suite.SetupSender(key, { info });
      const sealed = concat(await ctx.Seal(plaintext));
      return { enc: concat(encapsulatedSecret), sealed, exporter: exporterOf(ctx.Export.bind(ctx)) };
    },
    async generate() {
      const pair = await suite.GenerateKeyPair();
      return {
        publicKey: concat(await suite.SerializePublicKey(pair.publicKey)),
        async open(enc, info, sealed) {
          const ctx = await suite.SetupRecipient(pair, enc, { info });
          return { plaintext: concat(await ctx.Open(sealed)), exporter: exporterOf(ctx.Export.bind(ctx)) };
        },
      };
    },
  };
}

function hpkeJs({ kem, aead }: Suite): Peer {
  const suite = new HpkeJsSuite({
    kem: kem === 'x25519' ? new DhkemX25519HkdfSha256() : new XWing(),
    kdf: new HkdfSha256(),
    aead: {
      'aes-128-gcm': () => new Aes128Gcm(),
      'aes-256-gcm': () => new Aes256Gcm(),
      'chacha20-poly1305': () => new Chacha20Poly1305(),
    }[aead](),
  });
  return {
    async seal(publicKey, info, plaintext) {
      const recipientPublicKey = await suite.kem.deserializePublicKey(publicKey.buffer);
      const sender = await suite.createSenderContext({ recipientPublicKey, info: info.buffer });
      const sealed = new Uint8Array(await sender.seal(plaintext.buffer));
      const enc = new Uint8Array(sender.enc);
      return { enc, sealed, exporter: exporterOf(sender.export.bind(sender)) };
    },
    async generate() {
      // eslint-disable-next-line @typescript-eslint/no-unsafe-assignment -- CryptoKeyPair is a name of the DOM's types
      const pair: { publicKey: CryptoKey; privateKey: CryptoKey } = await suite.kem.generateKeyPair();
      return {
        publicKey: new Uint8Array(await suite.kem.serializePublicKey(pair.publicKey)),
        async open(enc, info, sealed) {
          const recipient = await suite.createRecipientContext({
            recipientKey: pair,
            enc: enc.buffer,
            info: info.buffer,
          });
          const plaintext = new Uint8Array(await recipient.open(sealed.buffer));
          return { plaintext, exporter: exporterOf(recipient.export.bind(recipient)) };
        },
      };
    },
  };
}

function exporterOf(run: (label: Bytes, length: number) => Promise<ArrayBuffer | Uint8Array>): Exporter {
  return async (label, length) => {
    const exported = await run(label, length);
    return concat(exported instanceof Uint8Array ? exported : new Uint8Array(exported));
  };
}
