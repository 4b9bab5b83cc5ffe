/** The checklist of flows: its sections and items as data, and the folders of programs that stand for them. */
import { existsSync, globSync, readFileSync, readdirSync } from 'node:fs';
import { join, sep } from 'node:path';

export interface Section {
  readonly letter: string;
  /** The section's folder under `fixtures/flow`. */
  readonly folder: string;
  readonly title: string;
  readonly items: readonly number[];
  /** Items that are all about what must stay silent. */
  readonly silent?: readonly number[];
}

/** The programs of one item. */
export interface ItemFolder {
  readonly section: Section;
  readonly number: number;
  /** From the folder's name: `Tagged member` for `04-tagged-member`. */
  readonly title: string;
  /** Named from `fixtures/`, with forward slashes. */
  readonly path: string;
  /** Source files, named from `fixtures/`. */
  readonly programs: readonly string[];
}

const SOURCES = '**/*.{ts,tsx,mts,cts,js,jsx,mjs,cjs}';

export function readSections(root: string): readonly Section[] {
  const file = join(root, 'fixtures/flow/checklist.json');
  const sections: unknown = JSON.parse(readFileSync(file, 'utf8'));
  if (!Array.isArray(sections) || !sections.every(isSection))
    throw new Error(`${file} is no list of sections.`);
  return sections;
}

/** The folders that are there, by section and number. */
export function readItemFolders(root: string, sections: readonly Section[]): readonly ItemFolder[] {
  return sections.flatMap((section) => {
    const folder = join(root, 'fixtures/flow', section.folder);
    return existsSync(folder) ? itemsIn(root, section, folder) : [];
  });
}

function itemsIn(root: string, section: Section, folder: string): readonly ItemFolder[] {
  const names = readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() && entry.name !== 'node_modules' ? [entry.name] : [],
  );
  return names.sort().map((name) => {
    const [, digits, slug] = /^(\d\d)-([a-z\d-]+)$/.exec(name) ?? [];
    if (digits === undefined || slug === undefined)
      throw new Error(`fixtures/flow/${section.folder}/${name} is not named NN-slug.`);
    const path = `flow/${section.folder}/${name}`;
    return { section, number: Number(digits), title: titleOf(slug), path, programs: programsIn(root, path) };
  });
}

/** The source files under a folder of `fixtures`, without those of packages. */
export function programsIn(root: string, path: string): readonly string[] {
  return globSync(SOURCES, { cwd: join(root, 'fixtures', path) })
    .map((file) => [path, ...file.split(sep)].filter((part) => part !== '').join('/'))
    .filter((file) => !file.split('/').includes('node_modules'))
    .sort();
}

function titleOf(slug: string): string {
  const words = slug.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function isSection(value: unknown): value is Section {
  if (typeof value !== 'object' || value === null) return false;
  const { letter, folder, title, items } = value as Partial<Record<keyof Section, unknown>>;
  const isNamed = [letter, folder, title].every((text) => typeof text === 'string' && text !== '');
  return isNamed && Array.isArray(items) && items.every((item) => Number.isInteger(item));
}
