/** The launch digest: what changes it, and what does not. */
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { describeBundle } from '../../../runtime/broker/bundle.ts';
import { launchDigest, sessionStart } from '../../../runtime/broker/launch.ts';
import { serve } from '../../../runtime/broker/index.ts';
import { fixture } from '../brokers.ts';
import { toHex } from '../../../runtime/text-forms.ts';

const folder = mkdtempSync(join(tmpdir(), 'launch-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const original = await describeBundle(fixture('word-count.ts'));
const digest = await digestOf(fixture('word-count.ts'));

describe('the launch digest', () => {
  it('is the same for the same files in another place', async () => {
    expect(await digestOf(copyTo('same', (text) => text))).toBe(digest);
  });

  it.each<[string, (text: string) => string]>([
    ['the entry', (text) => `${text}\n`],
    ['a limit that is a flag', (text) => text.replace('wallMs: 5_000', 'wallMs: 5_000, memoryMb: 64')],
  ])('changes with %s', async (name, change) => {
    expect(await digestOf(copyTo(name, change))).not.toBe(digest);
  });

  it('changes with a file that the entry imports', async () => {
    const entry = copyTo('import', (text) => text);
    writeFileSync(join(entry, '../schemas.ts'), `${readFileSync(fixture('schemas.ts'), 'utf8')}\n`);
    expect(await digestOf(entry)).not.toBe(digest);
  });
});

describe('a bundle', () => {
  it('that imports a package which is a link is told to bundle it in', async () => {
    const [app, linked] = ['app', 'linked'].map((name) => join(folder, name));
    for (const path of [`${app}/node_modules`, `${linked}/words`]) mkdirSync(path, { recursive: true });
    writeFileSync(`${app}/package.json`, '{"name":"app","type":"module"}');
    writeFileSync(`${linked}/words/package.json`, '{"name":"words","type":"module","main":"words.js"}');
    writeFileSync(`${linked}/words/words.js`, 'export const words = [];');
    symlinkSync(`${linked}/words`, `${app}/node_modules/words`);
    writeFileSync(`${app}/bundle.js`, "import { words } from 'words';\nexport default words;");
    await expect(describeBundle(`${app}/bundle.js`)).rejects.toThrow(
      /a package that is a link; bundle it in/,
    );
  });
});

describe('a session process', () => {
  it('may read the files of its bundle, the runtime, and nothing else', () => {
    const { readable } = sessionStart(original, 'x-wing', []);
    const bundled = readable.filter((path) => path.includes('fixtures'));
    expect(bundled).toEqual([fixture('word-count.ts'), fixture('schemas.ts')]);
    expect(readable.filter((path) => path.endsWith('*'))).toHaveLength(1);
  });

  it('is given TypeScript without its types, once for each file, so that it does not load a stripper', () => {
    const given = original.resolutions.map(({ url, source }) => [url.split('/').at(-1), source !== '']);
    expect(given).toEqual([
      ['word-count.ts', true],
      ['schemas.ts', true],
    ]);
    for (const { source } of original.resolutions) expect(source).not.toMatch(/import type|: string/);
  });

  it('that never boots is an error of the start, and no process is left to try again', async () => {
    await expect(serve(fixture('broken/boots-once.ts'))).rejects.toMatchObject({ code: 'ERR_START' });
  });
});

async function digestOf(file: string): Promise<string> {
  return toHex(await launchDigest(await describeBundle(file), 'simulated'));
}

/** Copies the fixture to a folder of its own, with a change; the import of a type is left out, as it is at run time. */
function copyTo(name: string, change: (text: string) => string): string {
  const target = join(folder, name.replaceAll(' ', '-'));
  mkdirSync(target);
  copyFileSync(fixture('schemas.ts'), join(target, 'schemas.ts'));
  writeFileSync(join(target, 'word-count.ts'), change(readFileSync(fixture('word-count.ts'), 'utf8')));
  return join(target, 'word-count.ts');
}
