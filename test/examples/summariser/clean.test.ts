/** The service on the guard is clean under its own ESLint configuration: `npm start` shows the same. */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { check } from '../../../cli/check.ts';

test('the linter finds nothing in the summariser', async () => {
  const folder = join(import.meta.dirname, '../../../examples/summariser');
  const quiet = { say: () => undefined, end: () => undefined };
  const { findings } = await check({ project: '.', config: undefined, folder }, quiet);
  expect(findings.map(({ message }) => message)).toEqual([]);
});
