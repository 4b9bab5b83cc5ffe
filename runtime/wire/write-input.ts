/** Puts an input, as JSON, into a Binary HTTP request: what a sealed request holds. */
import { utf8 } from '../bytes.ts';
import type { Bytes } from '../bytes.ts';
import type { BinaryRequest, Framing } from './message.ts';
import { writeMessage } from './write-message.ts';

/** Writes an input that is already JSON. */
export function writeInput(json: string, framing: Framing): Bytes {
  const request: BinaryRequest = {
    kind: 'request',
    method: 'POST',
    scheme: 'https',
    authority: '',
    path: '/',
    headers: [['content-type', 'application/json']],
    content: utf8(json),
    trailers: [],
  };
  return writeMessage(request, framing);
}
