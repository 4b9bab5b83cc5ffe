/** Which frames a session process may send: sizes and order are all that can be checked. */
import type { FrameRules } from './session-end.ts';

/** What a frame is: one more of a stream, the last one, an empty one (it could not open its request), or refused. */
export type FrameVerdict = 'more' | 'last' | 'unopened' | 'refused';

/** The check of one session. */
export class FrameCheck {
  readonly #rules: FrameRules;
  #frames = 0;

  constructor(rules: FrameRules) {
    this.#rules = rules;
  }

  /** Judges the next frame. */
  judge(frame: Uint8Array): FrameVerdict {
    const place = this.#frames;
    this.#frames += 1;
    if (frame.length === 0) return place === 0 ? 'unopened' : 'refused';
    const { maxChunks, frameSizes } = this.#rules;
    if (maxChunks === 0) return frameSizes.includes(frame.length) ? 'last' : 'refused';
    return this.#judgeStreamed(frame, place);
  }

  // The final chunk of a stream begins with a length of zero (the draft on chunked OHTTP).
  #judgeStreamed(frame: Uint8Array, place: number): FrameVerdict {
    const { opening, chunks, final } = this.#rules.stream;
    if (place < opening.length) return frame.length === opening[place] ? 'more' : 'refused';
    if (frame[0] === 0) return frame.length === final ? 'last' : 'refused';
    const isWithin = place - opening.length < this.#rules.maxChunks;
    return isWithin && chunks.includes(frame.length) ? 'more' : 'refused';
  }
}
