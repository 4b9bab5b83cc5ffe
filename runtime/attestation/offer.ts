/** An offer: the single-use key configuration of one waiting session process, with its evidence. */
import type { Bytes } from '../bytes.ts';
import { StatelessError } from '../error.ts';
import { readShapes } from '../shape.ts';
import type { ShapeReader } from '../shape.ts';
import { fromBase64url } from '../text-forms.ts';
import type { Presented } from './appraisal.ts';
import type { Epoch } from './binding.ts';

/** An offer as the broker sends it. Digests are hexadecimal, byte strings base64url. */
export interface Offer {
  /** The name under which the one request to this offer is posted. */
  readonly session: string;
  readonly keyConfig: string;
  readonly evidence: { readonly kind: string; readonly statement: string; readonly endorsements: string };
  /** Where evidence is made for an epoch: the node key and its time, and its signature for this session. */
  readonly epoch?: {
    readonly publicKey: string;
    readonly notBefore: number;
    readonly notAfter: number;
    readonly signature: string;
  };
  /** The egress manifest, as the exact text whose digest is in the evidence. */
  readonly egress: string;
  readonly launchDigest: string;
  readonly expiresInMs: number;
}

/** An offer after its shape was checked, and nothing else. */
export interface ReceivedOffer {
  readonly session: string;
  readonly keyConfig: Bytes;
  readonly evidenceKind: string;
  readonly presented: Presented;
  readonly epoch?: Epoch & { readonly signature: Bytes };
  readonly egress: string;
  readonly launchDigest: string;
}

/** No key, nonce or digest is longer than this; evidence with its endorsements is not either. */
export const offerMaxBytes = 512 * 1024;

/**
 * Checks the shape of what a broker sent.
 *
 * @throws StatelessError `ERR_BROKER_ANSWER`.
 */
export function readOffer(value: unknown): ReceivedOffer {
  const read = readShapes(fault);
  const { member, text } = read;
  const evidence = member(value, 'evidence');
  const hasEpoch = typeof value === 'object' && value !== null && 'epoch' in value;
  return {
    session: text(member(value, 'session'), /^[0-9a-f]{32}$/),
    keyConfig: bytes(text(member(value, 'keyConfig'))),
    evidenceKind: text(member(evidence, 'kind'), /^[a-z][a-z0-9-]*$/),
    presented: {
      statement: bytes(text(member(evidence, 'statement'))),
      endorsements: bytes(text(member(evidence, 'endorsements'))),
    },
    ...(hasEpoch ? { epoch: readEpoch(member(value, 'epoch'), read) } : {}),
    egress: text(member(value, 'egress')),
    launchDigest: text(member(value, 'launchDigest'), /^[0-9a-f]{64}$/),
  };
}

function readEpoch(value: unknown, { member, text, number }: ShapeReader): Epoch & { signature: Bytes } {
  const time = (name: string): number => {
    const milliseconds = number(member(value, name));
    if (!Number.isSafeInteger(milliseconds) || milliseconds < 0) throw fault();
    return milliseconds;
  };
  return {
    publicKey: bytes(text(member(value, 'publicKey'))),
    notBefore: time('notBefore'),
    notAfter: time('notAfter'),
    signature: bytes(text(member(value, 'signature'))),
  };
}

function bytes(encoded: string): Bytes {
  const decoded = fromBase64url(encoded);
  if (decoded === undefined) throw fault();
  return decoded;
}

function fault(): StatelessError {
  return new StatelessError('ERR_BROKER_ANSWER');
}
