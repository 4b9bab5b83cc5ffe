/** The programs of the fixtures and the leaky example under changes that change nothing: they report where they did. */
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createSharedHost, findFixtures, repository } from '../../fixtures.ts';
import { changedTexts, openChanged, reportedIn } from './changed-programs.ts';
import { throughIdentity, withOtherNames, withParentheses } from './edits.ts';

const host = createSharedHost();
const folders = [
  ...findFixtures()
    .filter((name) => /^flow\/[a-z]-[a-z-]+$/.test(name))
    .map((name) => join(repository, 'fixtures', name)),
  join(repository, 'examples/leaky-summariser'),
];

const CLOCK = `export class Clock {
  readonly #ticks: number[] = [];
  tick(at: number): number {
    this.#ticks.push(at);
    return this.#ticks.length;
  }
}
`;

describe.each(folders.map((folder) => [folder.slice(repository.length + 1), folder] as const))(
  '%s',
  (_, folder) => {
    const program = openChanged(folder, host);
    const expected = reportedIn(program, folder);

    test('reports the same in another order of files, with unrelated ones among them', () => {
      const further = { 'a-clock.ts': CLOCK, 'z-clock.ts': CLOCK };
      expect(reportedIn(openChanged(folder, host, { further, isReversed: true }), folder)).toEqual(expected);
    });

    test('reports the same when every local variable has another name', () => {
      const texts = changedTexts(program, folder, withOtherNames);
      expect(reportedIn(openChanged(folder, host, { texts }), folder)).toEqual(expected);
    });

    test('reports the same when arguments stand in parentheses', () => {
      const texts = changedTexts(program, folder, withParentheses);
      expect(reportedIn(openChanged(folder, host, { texts }), folder)).toEqual(expected);
    });

    test('still reports when what is printed goes through an identity function', () => {
      const texts = changedTexts(program, folder, throughIdentity);
      expect(reportedIn(openChanged(folder, host, { texts }), folder)).toEqual(
        expect.arrayContaining([...expected]),
      );
    });
  },
);
