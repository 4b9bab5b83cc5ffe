/** What a client is, and what it works with. Types only. */
import type { VerifiedEvidence } from '../attestation/verify.ts';
import type { Bytes } from '../bytes.ts';
import type { Types } from '../definition.ts';
import type { Answer } from './answer.ts';

/** Options of one request. */
export interface RequestOptions {
  readonly signal?: AbortSignal;
  /** Told of the verified evidence, before anything is sealed. What it throws ends the request. */
  readonly onEvidence?: (evidence: VerifiedEvidence) => void;
}

/** A client of one broker, typed by its processor. */
export interface Client<Of extends Types> {
  /**
   * Runs one session.
   *
   * @param input what the processor's input schema takes
   * @throws StatelessError with one code: of the evidence before anything is sealed, of the broker, or of the session
   */
  readonly request: (
    input: NonNullable<Of['types']>['input'],
    options?: RequestOptions,
  ) => Promise<NonNullable<Of['types']>['output']>;
  /**
   * Runs one session whose outputs arrive one by one; to stop early, leave the loop or abort. Of a processor that
   * answers once it gives that one output.
   *
   * @throws StatelessError as `request` does; a stream that is cut is `ERR_OPEN` or `ERR_SESSION_ENDED`
   */
  readonly stream: (
    input: NonNullable<Of['types']>['input'],
    options?: RequestOptions,
  ) => AsyncGenerator<NonNullable<Of['types']>['output'], void, void>;
}

/** A way to a broker, for the two requests that it answers. */
export interface Transport {
  /** Asks for an offer. */
  readonly offer: (nonce: Bytes) => Promise<Answer>;
  /** Sends the one sealed request to an offer. */
  readonly session: (name: string, sealed: Bytes, type: string) => Promise<Answer>;
}

/** Where a session is. */
export interface Target {
  readonly transport: Transport;
  readonly evidence: VerifiedEvidence;
}
