/** Sizes on which both sides of the wire agree, in bytes. */

/** An offer at most: no key, nonce or digest is long, and evidence with its endorsements is not either. */
export const offerMaxBytes = 512 * 1024;

/** A whole sealed response at most, whatever the processor: the largest size class, and what sealing adds. */
export const sealedMaxBytes = 16 * 1024 * 1024 + 128;

/** What an opened request may have around its input: control data and fields. */
export const aroundInput = 1024;

/** Frames of a streamed response besides its chunks: its nonce, its head, its final one, and the news of its end. */
export const aroundChunks = 4;

/** Bytes of the pieces in which a request in chunks is sealed, but for the final one. */
export const requestChunk = 16 * 1024;
