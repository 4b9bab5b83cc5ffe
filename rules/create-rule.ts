/** Makes a rule, with the address of its page: the one that is installed with the package. */
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { ESLintUtils } from '@typescript-eslint/utils';

/** Makes a rule of the plugin. */
export const createRule = ESLintUtils.RuleCreator((name) => {
  const manifest = createRequire(import.meta.url).resolve('eslint-plugin-stateless/package.json');
  return new URL(`docs/rules/${name}.md`, pathToFileURL(manifest)).href;
});
