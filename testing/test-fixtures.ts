/** Registers a test for each fixture with whatever runner the team uses. */
import { basename } from 'node:path';
import { checkFixture, findFixtures, type FixtureOptions } from './fixture.ts';

/** `test` of vitest, jest and node:test: a name, and a function whose promise fails when the test does. */
export type TestFunction = (name: string, run: () => Promise<void>) => unknown;

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
    test(`fixture ${basename(fixture)}`, () => checkFixture(fixture, options));
}
