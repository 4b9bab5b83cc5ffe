/**
 * Fixture tests for teams: a folder of small programs with inline expectations, held against the team's own ESLint
 * configuration, settings, tags and models. Under vitest, jest and node:test.
 */
export { checkFixture, findFixtures } from './fixture.ts';
export type { FixtureOptions } from './fixture.ts';
export { testFixtures } from './test-fixtures.ts';
export type { TestFunction } from './test-fixtures.ts';
