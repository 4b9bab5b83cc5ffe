/** Makes what all units of one analysis share. */
import type ts from 'typescript';
import { createAllowance } from './budget.ts';
import type { Engine } from './activation.ts';
import { interpreter } from './evaluate/interpreter.ts';
import { createDecoratedLabels } from './models/decorated.ts';
import { createModelIndex } from './models/model-index.ts';
import type { Policy } from './policy.ts';
import { type ProgramIndex, indexOf } from './program/program-index.ts';
import { createScopes } from './program/scopes.ts';
import { createIsGuessed } from './tags/guessed-names.ts';
import { createTypeOracle } from './tags/oracle.ts';
import { createNodeNumbers } from './values/atom.ts';
import { type HeapHooks, createGlobalHeap } from './values/global-heap.ts';

/** What the engine asks of its solver. */
export interface Hooks extends HeapHooks {
  readonly summaryOf: Engine['summaryOf'];
}

/** What syntax alone tells of a program: the same for every policy. */
export const indexes = new WeakMap<ts.Program, ProgramIndex>();

export function createEngine(program: ts.Program, policy: Policy, hooks: Hooks): Engine {
  const checker = program.getTypeChecker();
  const models = createModelIndex(program, policy.models);
  const decorated = createDecoratedLabels(checker, models, policy.models);
  return {
    program,
    checker,
    policy,
    oracle: createTypeOracle(program, policy, decorated),
    isGuessed: createIsGuessed(policy.nameHeuristics),
    models,
    index: indexOf(program, indexes),
    scopes: createScopes(checker),
    numbers: createNodeNumbers(),
    allowance: createAllowance(),
    globals: createGlobalHeap(hooks),
    reductions: new WeakMap(),
    homes: new Map(),
    declared: new Map(),
    declaredBy: new WeakMap(),
    summaryOf: hooks.summaryOf,
    interpreter,
  };
}
