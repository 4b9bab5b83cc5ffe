/** Whether a type is the language's own error, or one that extends it. */
import type ts from 'typescript';
import type { Engine } from '../activation.ts';
import { isOrExtends } from '../tags/language-types.ts';

const ERROR: ReadonlySet<string> = new Set(['Error', 'DOMException']);

export const isErrorType = (engine: Pick<Engine, 'program' | 'checker'>, type: ts.Type): boolean =>
  isOrExtends(engine, type, ERROR);
