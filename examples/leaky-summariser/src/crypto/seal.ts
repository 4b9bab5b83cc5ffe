/** Seals a text with AES-256-GCM: nonce, ciphertext, tag. */
import { createCipheriv, randomBytes } from 'node:crypto';

export function seal(text: string, key: Buffer): Buffer {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, body, cipher.getAuthTag()]);
}
