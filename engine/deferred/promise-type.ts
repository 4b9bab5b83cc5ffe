/** Whether a type is the language's own promise, or one that extends it. */
import type ts from 'typescript';
import type { Engine } from '../activation.ts';
import { isOrExtends } from '../tags/language-types.ts';

const PROMISE: ReadonlySet<string> = new Set(['Promise']);

/** What is merely thenable, such as a query that starts when somebody awaits it, is none. */
export const isPromiseType = (engine: Pick<Engine, 'program' | 'checker'>, type: ts.Type): boolean =>
  isOrExtends(engine, type, PROMISE);
