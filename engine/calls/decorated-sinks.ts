/** Methods that a decorator hands to a framework: what one of them gives back is sent, as `@Get()` does. */
import ts from 'typescript';
import type { Activation } from '../activation.ts';
import { isFunctionNode } from '../program/units.ts';
import { evaluate } from '../interpreter.ts';
import { closureOf } from '../evaluate/closures.ts';
import { type Value, valueOfObject } from '../values/value.ts';
import type { ModelNode } from '../models/index-face.ts';
import { checkSinks } from './sinks.ts';

/** Reports at the method's name what rows say that its decorators do with it. */
export function checkDecorated(activation: Activation, node: ts.ClassLikeDeclaration): void {
  for (const member of node.members) {
    if (!ts.isMethodDeclaration(member) || !isFunctionNode(member)) continue;
    for (const decorator of ts.getDecorators(member) ?? [])
      for (const row of rowsAt(activation, decorator))
        checkSinks(activation, row, methodValue(activation, member), member.name, () => member.name);
  }
}

const methodValue = (activation: Activation, member: Parameters<typeof closureOf>[1]): Value =>
  valueOfObject(closureOf(activation, member));

/** A decorator may be what the rows name, or what a call of it gives. */
function rowsAt(activation: Activation, { expression }: ts.Decorator): readonly ModelNode[] {
  return [...evaluate(activation, expression).nodes].flatMap((one) => one.step('DecoratedMember') ?? []);
}
