/** Two sessions at the same time have nothing in common. */
import { expect, it } from 'vitest';
import { watch } from '../brokers.ts';

interface Found {
  readonly found: string;
  readonly pid: number;
}

it('two concurrent sessions never meet: each finds only what it brought, in a process of its own', async () => {
  const { request } = await watch('meeting.ts', { poolSize: 3 });
  const secrets = ['heron', 'badger', 'otter'];
  const found = (await Promise.all(secrets.map((secret) => request({ secret })))) as Found[];
  expect(found.map((answer) => answer.found)).toEqual(
    secrets.map((secret) => `${secret} ${secret} ${secret} ${secret}`),
  );
  expect(new Set(found.map(({ pid }) => pid)).size).toBe(3);
});
