/** Our own lint: typescript-eslint's strictest typed rules, the house style as limits, and this very plugin. */
import eslintPlugin from 'eslint-plugin-eslint-plugin';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';
import stateless from './rules/index.ts';

const sources = [
  'engine/**/*.ts',
  'catalogue/**/*.ts',
  'rules/**/*.ts',
  'cli/**/*.ts',
  'testing/**/*.ts',
  'runtime/**/*.ts',
  'tags.ts',
];

const houseStyle = {
  'max-lines': ['error', { max: 400 }],
  'max-lines-per-function': ['error', { max: 60 }],
  'no-restricted-syntax': [
    'error',
    { selector: 'ExportDefaultDeclaration', message: 'Name what you export.' },
    { selector: 'ExportAllDeclaration', message: 'List the names that you export.' },
    { selector: 'TSEnumDeclaration', message: 'Use a union of strings.' },
    { selector: 'Program > VariableDeclaration[kind="let"]', message: 'A module keeps no state.' },
  ],
};

export default defineConfig(
  globalIgnores([
    '**/dist/',
    'coverage/',
    'fixtures/',
    'examples/',
    'tools/catalogue/programs/',
    'test/**/fixtures/',
    'test/**/project/',
  ]),
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      ...houseStyle,
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // Flags of the compiler are combined with bit operators: its enums are numbers on purpose.
      '@typescript-eslint/no-unsafe-enum-assignment': 'off',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
    },
  },
  // All rules where sessions run; elsewhere what holds for every code base.
  { files: sources, ignores: ['runtime/**'], extends: [stateless.configs.recommended] },
  {
    files: ['runtime/**/*.ts'],
    extends: [stateless.configs.strict],
    rules: {
      // The one call of a Standard Schema: its author's code, of any library, is handed the input to judge. That is its purpose.
      'stateless/no-unmodelled-call': ['error', { allow: ['validate()'] }],
      // Parsers of evidence, the broker's pool and callbacks that call each other spend budgets in some 130 places (none is a call
      // of which nothing is known): a warning at each would hide the next one. What is cut is run once more with no call followed.
      'stateless/analysis-incomplete': 'off',
    },
  },
  { files: sources, rules: { '@typescript-eslint/no-unsafe-type-assertion': 'error' } },
  {
    // The attacks do what the rules forbid.
    files: ['runtime/attacks/**/*.ts'],
    rules: Object.fromEntries(Object.keys(stateless.rules).map((name) => [`stateless/${name}`, 'off'])),
  },
  {
    // What Node 20 does not have, and the plugin must run on.
    files: ['engine/**/*.ts', 'catalogue/**/*.ts', 'rules/**/*.ts', 'cli/**/*.ts', 'testing/**/*.ts'],
    rules: {
      'no-restricted-properties': [
        'error',
        {
          object: 'Map',
          property: 'groupBy',
          message: 'Node 20 has none: use groupBy of engine/group-by.ts.',
        },
        { object: 'Object', property: 'groupBy', message: 'Node 20 has none.' },
        { object: 'Promise', property: 'withResolvers', message: 'Node 20 has none.' },
        { object: 'Promise', property: 'try', message: 'Node 20 has none.' },
        { object: 'Array', property: 'fromAsync', message: 'Node 20 has none.' },
      ],
    },
  },
  { files: ['rules/**/*.ts'], extends: [eslintPlugin.configs.recommended] },
  {
    // A `describe` is as long as its tests, vitest's asymmetric matchers are typed `any`, and a mock is a method.
    files: ['test/**/*.ts'],
    rules: {
      'max-lines-per-function': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  {
    // The places where ESLint, vitest or Node asks for a default export.
    files: ['rules/index.ts', 'runtime/attacks/processor.ts', '*.config.ts'],
    rules: { 'no-restricted-syntax': ['error', ...houseStyle['no-restricted-syntax'].slice(2)] },
  },
);
