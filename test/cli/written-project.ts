/** Projects of a few files in a temporary folder, with the types of Node and the tag, as a team would have them. */
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll } from 'vitest';

const repository = dirname(dirname(import.meta.dirname));

/** Where the plugin's sources are, for a configuration that imports them. */
export const pluginUrl = pathToFileURL(join(repository, 'rules/index.ts')).href;
export const parserUrl = pathToFileURL(
  join(repository, 'node_modules/@typescript-eslint/parser/dist/index.js'),
).href;

const always: Readonly<Record<string, string>> = {
  'package.json': '{ "name": "chat-service", "type": "module" }',
  'tsconfig.json': tsconfig({ include: ['src'] }),
  'node_modules/stateless-runtime/package.json':
    '{ "name": "stateless-runtime", "version": "0.1.0", "type": "module", "types": "./index.d.ts" }',
  'node_modules/stateless-runtime/index.d.ts': `
    declare const tag: unique symbol;
    export type Plaintext<T, Label extends string = 'plaintext'> = T extends null | undefined
      ? T
      : T & { readonly [tag]: Label };
    export {};
  `,
};

/** The text of a tsconfig with the options that every project here has. */
export function tsconfig(parts: object, options: object = {}): string {
  const compilerOptions = {
    target: 'es2023',
    lib: ['es2024'],
    module: 'nodenext',
    strict: true,
    skipLibCheck: true,
    types: ['node'],
    ...options,
  };
  return JSON.stringify({ compilerOptions, ...parts });
}

/** The text of an `eslint.config.js` that lints TypeScript with the plugin: `more` stands in the configuration object. */
export function eslintConfig(more = '', before = ''): string {
  return `
    import parser from '${parserUrl}';
    import stateless from '${pluginUrl}';
    export default [
      ${before}
      {
        ...stateless.configs.recommended,
        files: ['**/*.ts'],
        languageOptions: { parser, parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
        ${more}
      },
    ];
  `;
}

/** Writes a project and gives the absolute path of its folder. It is taken away after the tests of the file. */
export function writeProject(files: Readonly<Record<string, string>>): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'stateless-')));
  afterAllOnce(folder);
  for (const [name, text] of Object.entries({ ...always, ...files })) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  mkdirSync(join(folder, 'node_modules/@types'), { recursive: true });
  for (const name of ['@types/node', 'undici-types'])
    symlinkSync(join(repository, 'node_modules', name), join(folder, 'node_modules', name));
  return folder;
}

function afterAllOnce(folder: string): void {
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });
}
