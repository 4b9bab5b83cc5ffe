// The handler's code is held by the strict rules; the demo that plays the client and the operator, by the recommended ones.
import { defineConfig } from 'eslint/config';
import stateless from 'eslint-plugin-stateless';
import tseslint from 'typescript-eslint';

export default defineConfig(
  {
    files: ['**/*.ts'],
    extends: [stateless.configs.recommended],
    languageOptions: {
      parser: tseslint.parser,
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
  },
  { files: ['summariser.ts', 'chat.ts', 'ranking/**/*.ts'], extends: [stateless.configs.strict] },
);
