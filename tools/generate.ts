/** `npm run generate`: writes what is derived from the plugin and the fixtures into the docs; with `--check`, says what is stale instead. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { channelsModule, channelsTable } from './channel-docs.ts';
import { catalogueTables } from './catalogue/catalogue-page.ts';
import { readItemFolders, readSections } from './checklist.ts';
import type { ItemFolder } from './checklist.ts';
import { gapsTable, itemsTables, readFixtureMarks, topicsTable } from './known-gaps.ts';
import type { FixtureMark } from './known-gaps.ts';
import type { RuleEntry } from './rule-docs.ts';
import { readRules, ruleHeader, rulesTable } from './rule-docs.ts';

/** A file that is generated as a whole. */
interface Whole {
  readonly file: string;
  readonly text: string;
}

interface Section {
  readonly file: string;
  /** The part of the file between `<!-- begin NAME -->` and `<!-- end NAME -->` is ours. */
  readonly name: string;
  readonly text: string;
}

const root = join(import.meta.dirname, '..');

process.exitCode = generate(
  [{ file: 'catalogue/channels.ts', text: channelsModule() }],
  sectionsOf(readRules(), readItemFolders(root, readSections(root)), readFixtureMarks(root)),
  process.argv.includes('--check'),
);

function sectionsOf(
  rules: readonly RuleEntry[],
  items: readonly ItemFolder[],
  marks: readonly FixtureMark[],
): readonly Section[] {
  return [
    { file: 'README.md', name: 'rules', text: rulesTable(rules, 'docs/rules/') },
    { file: 'docs/what-it-follows.md', name: 'checklist', text: itemsTables(items, marks) },
    { file: 'docs/what-it-follows.md', name: 'topics', text: topicsTable(items, marks) },
    { file: 'docs/what-it-follows.md', name: 'gaps', text: gapsTable(marks) },
    { file: 'docs/channels.md', name: 'channels', text: channelsTable() },
    { file: 'docs/catalogue.md', name: 'packages', text: catalogueTables() },
    { file: 'docs/rules/README.md', name: 'rules', text: rulesTable(rules, '') },
    ...rules.map((rule) => ({ file: `docs/rules/${rule.name}.md`, name: 'header', text: ruleHeader(rule) })),
  ];
}

function generate(wholes: readonly Whole[], sections: readonly Section[], isCheck: boolean): number {
  const staleWholes = wholes.filter(({ file, text }) => !existsSync(join(root, file)) || read(file) !== text);
  const staleSections = sections.filter((section) => !isUpToDate(section));
  if (!isCheck) {
    for (const { file, text } of staleWholes) writeFileSync(join(root, file), text);
    staleSections.forEach(write);
  }
  const stale = [...staleWholes, ...staleSections];
  for (const { file } of stale)
    console.log(isCheck ? `${file} is stale: run npm run generate.` : `${file} written.`);
  return isCheck && stale.length > 0 ? 1 : 0;
}

function isUpToDate(section: Section): boolean {
  return existsSync(join(root, section.file)) && read(section.file) === withSection(section);
}

function write(section: Section): void {
  writeFileSync(join(root, section.file), withSection(section));
}

/** The file with its section brought up to date. Throws when it has no place for it. */
function withSection({ file, name, text }: Section): string {
  const [begin, end] = [`<!-- begin ${name} -->`, `<!-- end ${name} -->`];
  const content = read(file);
  const from = content.indexOf(begin);
  const to = content.indexOf(end);
  if (from < 0 || to < from) throw new Error(`${file} needs the lines ${begin} and ${end}.`);
  return `${content.slice(0, from)}${begin}\n\n${text}\n\n${content.slice(to)}`;
}

function read(file: string): string {
  if (!existsSync(join(root, file))) throw new Error(`${file} is missing.`);
  return readFileSync(join(root, file), 'utf8');
}
