/** Reads Binary HTTP requests (RFC 9292), strictly. */
import { ByteReader } from '../byte-reader.ts';
import type { Bytes } from '../bytes.ts';
import { framingOf } from './framing.ts';
import type { BinaryRequest } from './message.ts';
import { readBody, readSection, readText } from './read-sections.ts';

/**
 * Reads a whole request of either form; padding must be zeros.
 *
 * @param fault what is thrown for anything that is no request
 */
export function readRequest(bytes: Bytes, fault: () => Error): BinaryRequest {
  const reader = new ByteReader(bytes, fault);
  const framing = framingOf('request', reader);
  const texts = [readText(reader), readText(reader), readText(reader), readText(reader)];
  const [method = '', scheme = '', authority = '', path = ''] = texts;
  if (method === '' || scheme === '') throw fault();
  const headers = readSection(reader, framing);
  return { kind: 'request', method, scheme, authority, path, headers, ...readBody(reader, framing) };
}
