/** The programs that start for every session, as they are built: one file each, which the launch digest covers. */
import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { build, isBuilt } from '../../../tools/build.ts';
import { connect } from '../../../runtime/client/index.ts';
import type { serve as serveType } from '../../../runtime/broker/index.ts';
import { fixture } from '../brokers.ts';

const folder = mkdtempSync(join(tmpdir(), 'one-file-'));
const program = join(folder, 'dist/session/main.js');

beforeAll(() => {
  expect(isBuilt() || build()).toBe(true);
  cpSync(join(import.meta.dirname, '../../../runtime/dist'), join(folder, 'dist'), { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
}, 120_000);

afterAll(() => {
  rmSync(folder, { recursive: true });
});

it.each(['main', 'describe'])('%s imports nothing but three modules of Node', (name) => {
  const text = readFileSync(join(folder, `dist/session/${name}.js`), 'utf8');
  const imported = [...text.matchAll(/^import (?:[^;]*? from )?"([^"]+)";$/gm)].map(([, from = '']) => from);
  expect(imported.length).toBeGreaterThan(1);
  // what is not on this list makes every boot slower
  expect(imported.filter((from) => !['node:events', 'node:module', 'node:stream'].includes(from))).toEqual(
    [],
  );
});

it('a session runs in it, and a change of it changes the launch digest', async () => {
  const first = await startAndAsk();
  appendFileSync(program, '// changed\n');
  const second = await startAndAsk();
  expect([first.output, second.output]).toEqual([{ words: 3 }, { words: 3 }]);
  expect(second.launchDigest).not.toBe(first.launchDigest);
});

async function startAndAsk(): Promise<{ readonly output: unknown; readonly launchDigest: string }> {
  const { serve } = (await import(join(folder, 'dist/broker/index.js'))) as {
    readonly serve: typeof serveType;
  };
  const broker = await serve(fixture('word-count.ts'), { waitMs: 20_000 });
  const client = connect(broker.url, { evidence: ['sim'] });
  const output = await client.request({ text: 'one two three' });
  await broker.stop();
  return { output, launchDigest: broker.launchDigest };
}
