/** Escape hatches: modules and globals that lead out of a session process, in the code that it loads. */
import { builtinModules } from 'node:module';
import type { JSONSchema, TSESLint, TSESTree } from '@typescript-eslint/utils';
import { closedGlobals, sessionModules, sessionProcessMembers } from '../catalogue/session-surface.ts';
import { createRule } from './create-rule.ts';
import { globalUses } from './global-uses.ts';
import { moduleListeners } from './module-listeners.ts';
import { processorFiles } from './processor-files.ts';
import { findTypedFile } from './typed-file.ts';

interface Options {
  /** `processor`: files that a processor loads. `all`: every file that is linted. */
  readonly files?: 'processor' | 'all';
  /** More modules, of packages too, that must not be loaded. */
  readonly modules?: readonly string[];
  /** Built-in modules that may be loaded all the same. */
  readonly allow?: readonly string[];
}

const names: JSONSchema.JSONSchema4 = { type: 'array', items: { type: 'string' }, uniqueItems: true };

const schema: JSONSchema.JSONSchema4 = {
  type: 'object',
  properties: {
    files: { description: 'Which files are held to it.', type: 'string', enum: ['processor', 'all'] },
    modules: { ...names, description: 'More modules that must not be loaded.' },
    allow: { ...names, description: 'Built-in modules that may be loaded.' },
  },
  additionalProperties: false,
};

/** Reports what a session process does not have: modules, globals and members of `process`. */
export const noEscapeHatch: TSESLint.RuleModule<'hatch', readonly [Options]> = createRule<
  readonly [Options],
  'hatch'
>({
  name: 'no-escape-hatch',
  meta: {
    type: 'problem',
    docs: { description: 'Disallow modules and globals that lead out of a session process' },
    messages: {
      hatch: "'{{name}}' leads out of the session process: code that a processor loads must not use it.",
    },
    schema: [schema],
    defaultOptions: [{}],
  },
  create(context, [options]) {
    const file = findTypedFile(context);
    if (file === undefined) return {};
    if (options.files !== 'all' && !processorFiles(file.program).has(file.sourceFile)) return {};
    const report = (node: TSESTree.Node, name: string): void =>
      context.report({ messageId: 'hatch', data: { name }, node });
    return {
      ...moduleListeners((node, name) => isHatch(name, options) && report(node, name)),
      'Program:exit'(program) {
        for (const { node, name } of globalUses(context, program, closedGlobals, sessionProcessMembers))
          report(node, name);
      },
    };
  },
});

function isHatch(name: string, { modules = [], allow = [] }: Options): boolean {
  const bare = name.replace(/^node:/, '');
  const isBuiltIn = name.startsWith('node:') || builtinModules.includes(name);
  const isClosed = isBuiltIn && !sessionModules.includes(bare);
  return (isClosed && !allow.includes(bare) && !allow.includes(name)) || modules.includes(name);
}
