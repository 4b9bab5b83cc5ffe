/** Functions that are written in the very call that they are handed to. */
import type ts from 'typescript';
import type { AbstractObject } from '../values/value.ts';

/** Whether a function is written in the call itself. */
export function isWithin(callee: AbstractObject | undefined, call: ts.Node): boolean {
  const body = callee?.functionNode ?? callee?.classNode;
  return (
    body !== undefined &&
    body.getSourceFile() === call.getSourceFile() &&
    body.pos >= call.pos &&
    body.end <= call.end
  );
}
