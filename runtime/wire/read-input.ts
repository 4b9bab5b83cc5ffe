/** Takes the input out of a request: JSON bytes in a Binary HTTP request of either form. */
import type { Bytes } from '../bytes.ts';
import { StatelessError } from '../error.ts';
import { readRequest } from './read-request.ts';

/**
 * The JSON bytes in a request.
 *
 * @throws StatelessError `ERR_INPUT_INVALID` for anything that is no request.
 */
export function readInput(message: Bytes): Bytes {
  return readRequest(message, () => new StatelessError('ERR_INPUT_INVALID')).content;
}
