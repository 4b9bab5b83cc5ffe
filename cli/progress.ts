/** Progress on the error stream: at once where a person watches, else when the work takes long. */
import type { Output } from './output.ts';

export interface Progress {
  /** Tells what is being done now. */
  say(activity: string): void;
  /** Takes away what a person's terminal still shows. */
  end(): void;
}

/** Milliseconds of silence on a stream that nobody watches. */
const patience = { first: 2_000, next: 10_000 } as const;
/** Milliseconds between two changes of the line on a terminal: more often is only flicker. */
const blink = 100;

const clearLine = '\r\u001B[K';

/**
 * Makes the progress of one run.
 * @param now the clock, in milliseconds
 */
export function trackProgress(stream: Pick<Output, 'isTTY' | 'write'>, now: () => number): Progress {
  return stream.isTTY === true ? terminalProgress(stream, now) : lineProgress(stream, now);
}

function terminalProgress(stream: Pick<Output, 'write'>, now: () => number): Progress {
  let due = now();
  return {
    say(activity) {
      if (now() < due) return;
      due = now() + blink;
      stream.write(`${clearLine}${activity} `);
    },
    end() {
      stream.write(clearLine);
    },
  };
}

function lineProgress(stream: Pick<Output, 'write'>, now: () => number): Progress {
  let due = now() + patience.first;
  return {
    say(activity) {
      if (now() < due) return;
      due = now() + patience.next;
      stream.write(`${activity}\n`);
    },
    end: () => undefined,
  };
}
