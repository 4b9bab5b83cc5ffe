import { describe, expect, test } from 'vitest';
import { checkFixture, createSharedHost, findFixtures } from './fixtures.ts';

describe('a fixture reports what its lines expect and nothing else', () => {
  const host = createSharedHost();
  const names = findFixtures();

  test('there are fixtures', () => {
    expect(names.length).toBeGreaterThan(0);
  });

  test.each(names)('%s', (name) => {
    expect(checkFixture(name, host)).toEqual([]);
  });
});
