/** Sizes on which both sides of the wire agree, in bytes. */

/** An offer at most: no key, nonce or digest is long, and evidence with its endorsements is not either. */
export const offerMaxBytes = 512 * 1024;

/** A whole sealed response at most, whatever the processor: the largest size class, and what sealing adds. */
export const sealedMaxBytes = 16 * 1024 * 1024 + 128;

/** What an opened request may have around its input: control data and fields. */
export const aroundInput = 1024;
