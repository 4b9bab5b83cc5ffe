/** A bundle before any session: described in a process of its own, since the broker never imports it. */
import { existsSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { StatelessError } from '../error.ts';
import type { Resolution, Resolved } from '../session/modules.ts';
import { list, optional, parseJson, record, text } from '../shape.ts';
import { ask } from './ask-machine.ts';
import { readDescription } from './description.ts';
import type { Bundle } from './launch-parts.ts';
import { entries, runtimeReadable } from './places.ts';
import { startProcess } from './start-process.ts';

const failed = record({ error: optional(text()) });
const resolution = record({ specifier: text(), parent: text(), url: text(), format: text() });
const described = record({ description: readDescription, resolutions: list(resolution) });

const describeMs = 20_000;
const describeMemoryMb = 256;
const describeMaxLength = 1024 * 1024;

/**
 * Describes the bundle in a file.
 *
 * @throws StatelessError `ERR_BUNDLE` with what is wrong.
 */
export async function describeBundle(file: string): Promise<Bundle> {
  if (!existsSync(file)) throw new StatelessError('ERR_BUNDLE', 'there is no such file');
  const path = realpathSync(file);
  const url = pathToFileURL(path).href;
  const answer = parseJson(await runDescribe(path, url), fault);
  const { error } = failed(answer, fault);
  if (error !== undefined) throw new StatelessError('ERR_BUNDLE', error);
  const { resolutions: found, description } = described(answer, fault);
  const resolutions = await stripped(found);
  return { url, description, resolutions, files: bundleFiles(path, found) };
}

async function stripped(resolutions: readonly Resolved[]): Promise<readonly Resolution[]> {
  const typed = resolutions.map(({ format, url }) => (format === 'module-typescript' ? url : ''));
  const sources = typed.some(Boolean) ? await ask('strip', ...typed) : [];
  return resolutions.map((each, place) => ({ ...each, source: sources[place] ?? '' }));
}

function runDescribe(path: string, url: string): Promise<string> {
  const child = startProcess({
    entry: entries.describe,
    arguments: [url],
    readable: [...runtimeReadable, ...surroundings(path)],
    memoryMb: describeMemoryMb,
    launcher: [],
  });
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => child.kill('SIGKILL'), describeMs);
    let answer: string | undefined;
    child.on('message', (value) => {
      if (typeof value === 'string' && value.length <= describeMaxLength) answer ??= value;
      else child.kill('SIGKILL');
    });
    child.on('error', () => {
      reject(fault());
    });
    child.on('exit', () => {
      clearTimeout(timer);
      if (answer === undefined) reject(fault());
      else resolve(answer);
    });
  });
}

// The bundle's own package and the packages that it can see. A session process reads only what was loaded of them.
function surroundings(path: string): string[] {
  const folders = ancestors(dirname(path));
  const root = folders.find((folder) => existsSync(join(folder, 'package.json'))) ?? dirname(path);
  return [join(root, '*'), ...folders.map((folder) => join(folder, 'node_modules', '*'))];
}

function ancestors(folder: string): string[] {
  const parent = dirname(folder);
  return parent === folder ? [folder] : [folder, ...ancestors(parent)];
}

function bundleFiles(entry: string, resolutions: readonly Resolved[]): string[] {
  const others = new Set(resolutions.map(({ url }) => fileURLToPath(url)));
  others.delete(entry);
  return [entry, ...[...others].sort()];
}

function fault(): StatelessError {
  return new StatelessError('ERR_BUNDLE', 'the describe process gave no description');
}
