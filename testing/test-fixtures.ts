/** Registers a test for each fixture with whatever runner the team uses. */
import { basename } from 'node:path';
import { checkFixture, findFixtures, type FixtureOptions } from './fixture.ts';

/**
 * `test` of vitest, jest and node:test: a name, a function whose promise fails when the test does, and the time that it
 * may take, in milliseconds (node:test has no limit, and looks at no third argument).
 */
export type TestFunction = (name: string, run: () => Promise<void>, timeout: number) => unknown;

/** The first fixture pays for the program of the whole project: more than the few seconds that runners allow. */
const timeout = 300_000;

/**
 * A test for each fixture in a folder.
 *
 * @param test the runner's own function
 * @param folder relative to the working directory
 *
 * @example
 * import { test } from 'node:test';
 * import { testFixtures } from 'eslint-plugin-stateless/testing';
 *
 * testFixtures(test, 'fixtures');
 */
export function testFixtures(test: TestFunction, folder: string, options: FixtureOptions = {}): void {
  for (const fixture of findFixtures(folder))
    test(`fixture ${basename(fixture)}`, () => checkFixture(fixture, options), timeout);
}
