/** What a unit sees of the world around it: its inputs, the cells of shared variables, and values by their type alone. */
import ts from 'typescript';
import type { Activation } from './activation.ts';
import { unitAround, isStatic } from './program/units.ts';
import { isOpenType } from './tags/open-types.ts';
import { type Root, makeAtom } from './values/atom.ts';
import { staticsId } from './values/twins.ts';
import { type AbstractObject, NOTHING, type Value, valueOfAtoms, valueOfObject } from './values/value.ts';

/** Where an arrow function keeps the `this` of the function around it. */
export const THIS_CAPTURE = '&this';

/** Whatever the static type of a node says. `fallback` where something else speaks of the value as well. */
export function typedValue(activation: Activation, node: ts.Node, fallback: boolean): Value {
  const origin = { kind: 'typed', node, path: [], fallback } as const;
  const atom = makeAtom(activation.numbers, { origin, reach: 'value' });
  // What the place has given before may have been written to: what it gives now has not.
  if (fallback) activation.state.heap.delete(atom.key);
  return valueOfAtoms([atom]);
}

/** The id under which a module-level name lives in the global heap. */
export function globalId(activation: Activation, declaration: ts.Declaration): string {
  const id = `v${activation.numbers.of(declaration)}`;
  activation.engine.homes.set(id, declaration);
  return id;
}

export function cellOf(activation: Activation, declaration: ts.Declaration): AbstractObject {
  const id = `c${activation.numbers.of(declaration)}`;
  return { id, kind: 'cell', node: declaration, isGlobal: false, isMany: true };
}

/** The cell of an outer variable, as an input of this unit. */
export function captureValue(activation: Activation, declaration: ts.Declaration): Value {
  const root = captureRoot(activation, declaration);
  return valueOfAtoms([
    makeAtom(activation.numbers, { origin: { kind: 'input', root, path: [] }, reach: 'value' }),
  ]);
}

export function captureRoot(activation: Activation, declaration: ts.Declaration): Root {
  const key = captureKey(activation, declaration);
  const name = ts.getNameOfDeclaration(declaration);
  const declared = hasOwnType(activation, declaration) ? name : undefined;
  return rootOf(activation, { key, kind: 'capture', index: 0, declared, variable: declaration });
}

/** Only what the author wrote, or what comes without an initialiser, says more than the value itself. */
function hasOwnType({ engine }: Activation, declaration: ts.Declaration): boolean {
  if (ts.isParameter(declaration)) return !isOpenType(engine.checker, engine.oracle, declaration);
  return ts.isVariableDeclaration(declaration) && declaration.type !== undefined;
}

export const captureKey = (activation: Activation, declaration: ts.Declaration): string =>
  `&${activation.numbers.of(declaration)}`;

export function rootOf(activation: Activation, root: Root): Root {
  const known = activation.roots.get(root.key);
  if (known !== undefined) return known;
  activation.roots.set(root.key, root);
  return root;
}

/** The object that a node of the program makes. */
export function objectAt(
  activation: Activation,
  node: ts.Node,
  kind: AbstractObject['kind'],
): AbstractObject {
  return { id: `o${activation.numbers.of(node)}`, kind, node, isGlobal: false, isMany: false };
}

/** The cell of a variable: this unit's own, or the one that this unit itself was given. */
export function variableCell(activation: Activation, declaration: ts.Declaration): Value {
  const isOwn = unitAround(declaration) === activation.unit;
  return isOwn ? valueOfObject(cellOf(activation, declaration)) : captureValue(activation, declaration);
}

/** `this` at a node: in a static block and in the initialiser of a static member it is the class. */
export function thisAt(activation: Activation, node: ts.Node): Value {
  const owner = staticOwner(node);
  return owner === undefined ? thisValue(activation) : valueOfObject(classOf(activation, owner));
}

/** The class whose static code a node is run by, but for functions inside that have a `this` of their own. */
function staticOwner(node: ts.Node): ts.ClassLikeDeclaration | undefined {
  for (let at = node; !ts.isSourceFile(at); at = at.parent) {
    const { parent } = at;
    if (ts.isClassStaticBlockDeclaration(at) && ts.isClassLike(parent))
      return at === node ? undefined : parent;
    if (ts.isPropertyDeclaration(parent) && at === parent.initializer)
      return isStatic(parent) && ts.isClassLike(parent.parent) ? parent.parent : undefined;
    if (ts.isFunctionLike(at) && !ts.isArrowFunction(at)) return undefined;
  }
  return undefined;
}

/** `this` as the unit sees it: an input of its own, or of the function around an arrow function. */
export function thisValue(activation: Activation): Value {
  const { unit } = activation;
  if (ts.isSourceFile(unit)) return NOTHING;
  if (isStaticMember(unit)) return valueOfObject(classOf(activation, unit.parent));
  const key = ts.isArrowFunction(unit) ? THIS_CAPTURE : 'this';
  const root = rootOf(activation, { key, kind: 'this', index: 0, declared: undefined });
  return valueOfAtoms([
    makeAtom(activation.numbers, { origin: { kind: 'input', root, path: [] }, reach: 'value' }),
  ]);
}

function isStaticMember(
  unit: ts.Node,
): unit is ts.ClassElement & { readonly parent: ts.ClassLikeDeclaration } {
  return ts.isClassElement(unit) && ts.isClassLike(unit.parent) && isStatic(unit);
}

/** A class as an object: where its static members live. */
export function classOf(activation: Activation, node: ts.ClassLikeDeclaration): AbstractObject {
  const id = `k${activation.numbers.of(node)}`;
  activation.engine.homes.set(id, node);
  activation.engine.homes.set(staticsId(id), node);
  return {
    id,
    kind: 'class',
    node,
    classNode: node,
    isGlobal: ts.isSourceFile(unitAround(node)),
    isMany: true,
  };
}
