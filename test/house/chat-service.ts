/** A small project of someone else: one tagged message, one leak, one look-alike, and three ways to configure the plugin. */

/** The files of the project, by their path. */
export const chatService: Readonly<Record<string, string>> = {
  'tsconfig.json': JSON.stringify({
    compilerOptions: {
      module: 'nodenext',
      target: 'es2024',
      strict: true,
      noEmit: true,
      types: [],
      lib: ['es2024', 'dom'],
    },
    include: ['src'],
  }),
  'src/message.ts': [
    `import type { Plaintext } from 'eslint-plugin-stateless/tags';`,
    `export interface Message {`,
    `  readonly id: string;`,
    `  readonly body: Plaintext<string>;`,
    `}`,
    ``,
  ].join('\n'),
  'src/log-message.ts': [
    `import type { Message } from './message.js';`,
    ``,
    `export function logMessage(message: Message): void {`,
    '  console.log(`received ${message.id}, ${message.body.length} characters`);',
    '  console.log(`received ${message.body}`);',
    `}`,
    ``,
  ].join('\n'),
  'types/uses.ts': [
    `import { defineConfig } from 'eslint/config';`,
    `import stateless from 'eslint-plugin-stateless';`,
    `import type { Plaintext } from 'eslint-plugin-stateless/tags';`,
    `import { processor } from 'stateless-runtime';`,
    `import { connect } from 'stateless-runtime/client';`,
    `export const names: readonly string[] = Object.keys(stateless.rules);`,
    `export const configuration = defineConfig(stateless.configs.recommended, {`,
    `  files: ['src/tee/**'],`,
    `  extends: [stateless.configs.strict],`,
    `});`,
    `export const read = (body: Plaintext<string>): string => body;`,
    `export const functions: readonly ((...args: never[]) => unknown)[] = [processor, connect];`,
    `// @ts-expect-error an untagged text is no plaintext`,
    `export const forged: Plaintext<string> = 'good morning';`,
    ``,
  ].join('\n'),
};

export const typedConfig = configuration(
  'parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname }',
);

/** A tsconfig that also checks the declarations that the packages bring. */
export function typesConfig(moduleResolution: 'nodenext' | 'bundler'): string {
  const module = moduleResolution === 'bundler' ? 'esnext' : 'nodenext';
  const lib = ['es2024', 'dom', 'esnext.disposable'];
  return JSON.stringify({
    compilerOptions: {
      module,
      moduleResolution,
      target: 'es2024',
      lib,
      strict: true,
      noEmit: true,
      types: [],
    },
    files: ['uses.ts'],
  });
}

export const untypedConfig = configuration('');

export const wrongSettingsConfig = configuration(
  'parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname }',
  `settings: { stateless: { unmodelledCalls: 'report' } },`,
);

function configuration(options: string, settings = ''): string {
  return [
    `import stateless from 'eslint-plugin-stateless';`,
    `import tseslint from 'typescript-eslint';`,
    `export default [`,
    `  { files: ['**/*.ts'], languageOptions: { parser: tseslint.parser, ${options} }, ${settings} },`,
    `  { files: ['**/*.ts'], ...stateless.configs.recommended },`,
    `];`,
    ``,
  ].join('\n');
}
