/** Generated code: modules of a chat service that import one another, in any number of lines. */
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { linkOwnPackages } from './fetch.ts';

/** Lines of one generated module, about. */
const LINES_OF_MODULE = 100;
/** Modules of one feature: a feature imports the one before it. */
const MODULES_OF_FEATURE = 10;

const tsconfig = {
  compilerOptions: {
    target: 'es2022',
    module: 'nodenext',
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    allowImportingTsExtensions: true,
    types: ['node'],
  },
  include: ['code'],
};

/**
 * Writes a project of so many lines, unless it is there.
 * @param share of its modules that touch the tagged type, in percent
 */
export function generatedProject(cache: string, lines: number, share: number): string {
  const folder = join(cache, `generated-${lines}-${share}`);
  const stamp = join(folder, 'tsconfig.json');
  if (existsSync(stamp)) return folder;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, 'code'), { recursive: true });
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ type: 'module' }));
  writeFileSync(join(folder, 'code/message.ts'), message);
  const count = Math.ceil(lines / LINES_OF_MODULE);
  for (let index = 0; index < count; index += 1)
    writeFileSync(join(folder, 'code', `module-${index}.ts`), moduleText(index, isTagged(index, share)));
  linkOwnPackages(folder);
  writeFileSync(stamp, JSON.stringify(tsconfig));
  return folder;
}

/** Spread evenly, and the same in every run. */
function isTagged(index: number, share: number): boolean {
  return share > 0 && index % Math.round(100 / share) === 0;
}

const message = `export interface Body {
  readonly text: string;
  readonly words: readonly string[];
}
`;

function moduleText(index: number, tagged: boolean): string {
  const before = index - 1;
  const imports =
    index % MODULES_OF_FEATURE === 0
      ? ''
      : `import { rank${before}, Store${before} } from './module-${before}.ts';\n`;
  const body = tagged ? "import type { Body } from './message.ts';\n" : '';
  const type = tagged ? 'Body' : 'Note';
  const functions = Array.from({ length: 6 }, (_, at) => functionText(`${index}x${at}`, type)).join('\n');
  const inherited = imports === '' ? '[]' : `rank${before}(new Store${before}().all())`;
  return `${imports}${body}
interface Note {
  readonly text: string;
  readonly words: readonly string[];
}

export class Store${index} {
  readonly #kept = new Map<string, number>();

  add(name: string, size: number): this {
    this.#kept.set(name, size);
    return this;
  }

  all(): readonly number[] {
    return [...this.#kept.values()];
  }
}

export function rank${index}(sizes: readonly number[]): readonly number[] {
  const before: readonly number[] = ${inherited};
  return [...before, ...sizes].sort((a, b) => a - b);
}

${functions}`;
}

function functionText(name: string, type: string): string {
  return `export async function handle${name}(note: ${type}, user: { readonly id: string }): Promise<string> {
  const lines: string[] = [];
  for (const word of note.words) {
    if (word.length > 3) lines.push(word.trim());
    else if (word === '') continue;
  }
  try {
    const reply = await Promise.resolve(lines.map((line) => line.toUpperCase()).join(' '));
    if (reply.length > 100) console.log('long reply for', user.id);
    return reply;
  } catch (error) {
    console.warn('no reply for', user.id, error instanceof Error ? error.name : 'unknown');
    return '';
  }
}
`;
}
