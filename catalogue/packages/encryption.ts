/** Encryption: what comes out is clean. Associated data, headers and signatures stay in the clear. */
import type { Models } from '../../engine/models/rows.ts';
import { hands, seals, taints } from '../tables.ts';

const sodiumSealed =
  'crypto_secretbox_easy,crypto_box_easy,crypto_box_seal,crypto_box_easy_afternm,' +
  'crypto_aead_xchacha20poly1305_ietf_encrypt,crypto_aead_chacha20poly1305_ietf_encrypt,' +
  'crypto_aead_chacha20poly1305_encrypt,crypto_aead_aegis256_encrypt,crypto_aead_aegis128l_encrypt';

const josePlaintexts = 'CompactEncrypt,FlattenedEncrypt,GeneralEncrypt,EncryptJWT';

/** Authenticated ciphers only: a bare block or stream cipher is no seal. */
const nobleAes = 'gcm,gcmsiv';
const nobleChacha = 'chacha20poly1305,xchacha20poly1305';

export const encryptionRows: Partial<Models> = {
  propagators: [
    ...taints('jose', '', [[`Member[${josePlaintexts}]`, 'Argument[0]', 'ReturnValue']]),
    // A signature is no encryption.
    ...taints('jose', '', [
      ['Member[SignJWT,CompactSign,FlattenedSign,UnsecuredJWT]', 'Argument[0]', 'ReturnValue'],
    ]),
    ...['SignJWT', 'CompactSign', 'FlattenedSign'].flatMap((type) =>
      taints(`jose.${type}`, '', [['Member[sign]', 'Argument[this]', 'ReturnValue.Awaited']]),
    ),
    ...['SignJWT', 'CompactSign', 'CompactEncrypt', 'EncryptJWT'].flatMap((type) =>
      hands(`jose.${type}`, '', [['Member[setProtectedHeader]', 'Argument[this]', 'ReturnValue']]),
    ),
    ...taints('jose.UnsecuredJWT', '', [['Member[encode]', 'Argument[this]', 'ReturnValue']]),
    ...taints('openpgp', '', [
      ['Member[createMessage]', 'Argument[0].Member[text,binary,filename]', 'ReturnValue.Awaited'],
      ['Member[createCleartextMessage]', 'Argument[0].Member[text]', 'ReturnValue.Awaited'],
      ['Member[sign]', 'Argument[0].Member[message]', 'ReturnValue.Awaited'],
    ]),
    ...taints('libsodium-wrappers', '', [
      ['Member[to_base64,to_hex,to_string,from_base64,from_hex,from_string]', 'Argument[0]', 'ReturnValue'],
    ]),
  ],
  sanitizers: [
    ...josePlaintexts
      .split(',')
      .flatMap((type) =>
        seals(`jose.${type}`, '', [['Member[encrypt]', 'Argument[this]', 'ReturnValue.Awaited']]),
      ),
    ...seals('tweetnacl', '', [
      ['Member[secretbox,box]', 'Argument[0]', 'ReturnValue'],
      ['Member[box].Member[after]', 'Argument[0]', 'ReturnValue'],
    ]),
    ...seals("'@noble/ciphers/aes.js'", '', [
      [`Member[${nobleAes}].ReturnValue.Member[encrypt]`, 'Argument[0]', 'ReturnValue'],
    ]),
    ...seals("'@noble/ciphers/chacha.js'", '', [
      [`Member[${nobleChacha}].ReturnValue.Member[encrypt]`, 'Argument[0]', 'ReturnValue'],
    ]),
    ...seals('@aws-sdk/client-kms.KMS', '', [['Member[encrypt]', 'Argument[0]', 'ReturnValue.Awaited']]),
    // What is sent is the command.
    ...seals('@aws-sdk/client-kms', '', [['Member[EncryptCommand]', 'Argument[0]', 'ReturnValue']]),
    ...seals('libsodium-wrappers', '', [
      [`Member[${sodiumSealed}]`, 'Argument[0]', 'ReturnValue'],
      ['Member[crypto_secretbox_detached,crypto_box_detached]', 'Argument[0]', 'ReturnValue'],
      ['Member[crypto_aead_xchacha20poly1305_ietf_encrypt_detached]', 'Argument[1]', 'ReturnValue'],
      ['Member[crypto_secretstream_xchacha20poly1305_push]', 'Argument[1]', 'ReturnValue'],
    ]),
    ...seals('openpgp', '', [
      ['Member[encrypt]', 'Argument[0].Member[message]', 'ReturnValue.Awaited'],
      ['Member[encryptSessionKey]', 'Argument[0]', 'ReturnValue.Awaited'],
    ]),
    ...seals('@hpke/core.SenderContext', '', [['Member[seal]', 'Argument[0]', 'ReturnValue.Awaited']]),
    ...seals('@hpke/core.CipherSuite', '', [['Member[seal]', 'Argument[1]', 'ReturnValue.Awaited']]),
    ...seals('@aws-crypto/client-node', '', [
      ['Member[buildClient,buildEncrypt].ReturnValue.Member[encrypt]', 'Argument[1]', 'ReturnValue.Awaited'],
    ]),
  ],
};
