/** Progress: a line that changes where a person watches, rare lines elsewhere, and only when work is long. */
import { expect, test } from 'vitest';
import { trackProgress } from '../../cli/progress.ts';

interface Watched {
  readonly written: string[];
  readonly clock: { now: number };
  readonly progress: ReturnType<typeof trackProgress>;
}

test('short work says nothing where nobody watches', () => {
  const { written, clock, progress } = watch(false);
  progress.say('Reading tsconfig.json');
  clock.now = 1_900;
  progress.say('Checking file 1 of 2');
  progress.end();
  expect(written).toEqual([]);
});

test('long work says where it is after two seconds, and then every ten', () => {
  const { written, clock, progress } = watch(false);
  for (clock.now = 0; clock.now < 15_000; clock.now += 1_000)
    progress.say(`Checking file ${clock.now / 1_000} of 15`);
  expect(written).toEqual(['Checking file 2 of 15\n', 'Checking file 12 of 15\n']);
});

test('a terminal shows one line that changes and is gone at the end', () => {
  const { written, clock, progress } = watch(true);
  progress.say('Reading tsconfig.json');
  progress.say('Checking file 1 of 2');
  clock.now = 150;
  progress.say('Checking file 2 of 2');
  progress.end();
  const clear = '\r\u001B[K';
  expect(written).toEqual([`${clear}Reading tsconfig.json `, `${clear}Checking file 2 of 2 `, clear]);
});

function watch(isTTY: boolean): Watched {
  const written: string[] = [];
  const clock = { now: 0 };
  const stream = {
    isTTY,
    write: (text: string | Uint8Array): boolean => written.push(String(text)) > 0,
  };
  return { written, clock, progress: trackProgress(stream, () => clock.now) };
}
