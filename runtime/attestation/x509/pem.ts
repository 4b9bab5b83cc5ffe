/** PEM (RFC 7468) as the makers of evidence write it, strictly: certificates one after another and nothing else. */
import type { Bytes } from '../../bytes.ts';
import { fromBase64 } from '../../text-forms.ts';

const certificatesAtMost = 16;
const block =
  /-----BEGIN CERTIFICATE-----\r?\n((?:[A-Za-z0-9+/]{1,76}={0,2}\r?\n)+)-----END CERTIFICATE-----(?:\r?\n)*/gy;

/** The certificates in a text, in order; one NUL may end it. Whatever else is in it is `fault()`. */
export function readPem(bytes: Bytes, fault: () => Error): Bytes[] {
  const text = new TextDecoder().decode(bytes);
  const end = text.endsWith('\0') ? text.length - 1 : text.length;
  const certificates: Bytes[] = [];
  let offset = 0;
  for (const found of text.slice(0, end).matchAll(block)) {
    const bytes = fromBase64((found[1] ?? '').replaceAll(/\r?\n/g, ''));
    if (bytes === undefined || certificates.length === certificatesAtMost) throw fault();
    certificates.push(bytes);
    offset += found[0].length;
  }
  if (offset !== end || certificates.length === 0) throw fault();
  return certificates;
}
