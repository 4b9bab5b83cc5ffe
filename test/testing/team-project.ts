/** A team's project with ten fixtures, in a temporary folder: its own tags, wrappers and rows, and this very plugin. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

const repository = join(import.meta.dirname, '../..');
const url = (path: string): string => JSON.stringify(pathToFileURL(join(repository, path)).href);

const log = ' // $ Alert[no-plaintext-to-log]';

const head = `import type { ChatMessage } from '../../src/message.ts';
import { audit, mask, note, print, store } from '../../src/own.ts';

export function handle(message: ChatMessage): unknown[] {
  const used: unknown[] = [audit, mask, note, print, store];
`;

/** The body of each fixture's one function. */
const bodies: Readonly<Record<string, string>> = {
  aliases: `  const text = message.body;\n  console.log(text);${log}`,
  classes: `  audit.record(message.body);${log}\n  audit.record(message.id);`,
  counts: `  console.log(message.body.length);`,
  ids: `  console.log(message.id);`,
  masks: `  console.log(mask(message.body));`,
  notes: `  note(message.body);${log}\n  note(message.id);`,
  objects: `  console.log({ message });${log}`,
  parts: `  print(message.body.slice(0, 20));${log}`,
  stores: `  store(message.body); // $ Alert[no-plaintext-to-disk]\n  store(message.id);`,
  templates: '  print(`from ${message.id}: ${message.body}`);' + log,
};

const files: Readonly<Record<string, string>> = {
  'package.json': JSON.stringify({ name: 'team', private: true, type: 'module' }),
  'tsconfig.json': JSON.stringify({
    compilerOptions: {
      module: 'nodenext',
      strict: true,
      noEmit: true,
      skipLibCheck: true,
      allowImportingTsExtensions: true,
      types: ['node'],
      typeRoots: [join(repository, 'node_modules/@types')],
      paths: { 'eslint-plugin-stateless/tags': [join(repository, 'tags.ts')] },
    },
    include: ['src', 'fixtures'],
  }),
  'eslint.config.js': `import { createRequire } from 'node:module';
import stateless from ${url('rules/index.ts')};
const tseslint = createRequire(${url('package.json')})('typescript-eslint');
export default [
  {
    files: ['**/*.ts'],
    languageOptions: { parser: tseslint.parser, parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    settings: {
      stateless: {
        models: {
          sinks: [{ type: 'team', path: 'Member[store].Argument[0]', kind: 'disk' }],
          sanitizers: [{ type: 'team', path: 'Member[mask].ReturnValue' }],
        },
      },
    },
  },
  { files: ['**/*.ts'], ...stateless.configs.recommended },
];
`,
  'src/message.ts': `import type { Plaintext } from 'eslint-plugin-stateless/tags';
export interface ChatMessage { readonly id: string; readonly body: Plaintext<string> }
`,
  'src/own.ts': `export function print(text: string): void { console.log(text); }
export function note(text: string): void { print(text); }
export function mask(text: string): string { return text.replace(/\\w/g, 'x'); }
export function store(text: string): number { return text.length; }
export const audit = { record(text: string): void { note(text); } };
`,
};

export interface TeamProject {
  readonly folder: string;
  readonly fixtures: readonly string[];
  write(name: string, text: string): void;
  read(name: string): string;
  remove(): void;
}

export function createTeamProject(): TeamProject {
  const folder = mkdtempSync(join(tmpdir(), 'stateless-team-'));
  const write = (name: string, text: string): void => {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  };
  for (const [name, text] of Object.entries(files)) write(name, text);
  for (const [name, body] of Object.entries(bodies))
    write(`fixtures/${name}/handler.ts`, `${head}${body}\n  return used;\n}\n`);
  return {
    folder,
    fixtures: Object.keys(bodies).map((name) => join(folder, 'fixtures', name)),
    write,
    read: (name) => readFileSync(join(folder, name), 'utf8'),
    remove: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** What the project of a team that installed the packed plugin has in its `node_modules`, beside the plugin. */
const peers = [
  'eslint',
  'typescript',
  'typescript-eslint',
  '@typescript-eslint',
  '@types',
  'semver',
  'yaml',
  'vitest',
];

/** The same project with the plugin as it is packed, and nothing of this tree: what is built must be up to date. */
export function createInstalledProject(): TeamProject {
  const project = createTeamProject();
  const modules = join(project.folder, 'node_modules');
  const installed = join(modules, 'eslint-plugin-stateless');
  const manifest = readFileSync(join(repository, 'package.json'), 'utf8');
  const { files: packed } = JSON.parse(manifest) as { readonly files: readonly string[] };
  for (const name of ['package.json', ...packed])
    cpSync(join(repository, name), join(installed, name), { recursive: true });
  for (const name of peers) linkTo(join(repository, 'node_modules', name), join(modules, name));
  const config = project
    .read('eslint.config.js')
    .replace(url('rules/index.ts'), "'eslint-plugin-stateless'")
    .replace(/^const tseslint = .*$/m, "import tseslint from 'typescript-eslint';")
    .replace(/^import \{ createRequire.*$/m, '');
  project.write('eslint.config.js', config);
  const { compilerOptions, ...parts } = JSON.parse(project.read('tsconfig.json')) as TsConfig;
  const ofThisTree = ['paths', 'typeRoots'];
  const own = Object.entries(compilerOptions).filter(([name]) => !ofThisTree.includes(name));
  project.write('tsconfig.json', JSON.stringify({ compilerOptions: Object.fromEntries(own), ...parts }));
  return project;
}

interface TsConfig {
  readonly compilerOptions: Readonly<Record<string, unknown>>;
}

function linkTo(target: string, path: string): void {
  rmSync(path, { recursive: true, force: true });
  symlinkSync(target, path, 'junction');
}
