// What a team adds to its lint: types for the parser, the recommended rules, and the types of other people's code.
import { defineConfig } from 'eslint/config';
import stateless from 'eslint-plugin-stateless';
import tseslint from 'typescript-eslint';

export default defineConfig({
  files: ['src/**/*.ts'],
  extends: [stateless.configs.recommended],
  languageOptions: {
    parser: tseslint.parser,
    parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
  },
  settings: {
    stateless: {
      plaintext: [{ from: 'file', path: 'src/vendor/chat-protocol.ts', name: 'WireContent' }],
    },
  },
});
