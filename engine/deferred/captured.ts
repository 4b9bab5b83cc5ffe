/** What functions hold besides what they are given: the variables around them that they use, and what they were bound to. */
import ts from 'typescript';
import type { Activation } from '../activation.ts';
import { captureKey, THIS_CAPTURE } from '../inputs.ts';
import { CELL } from '../labels.ts';
import { quietly } from '../evaluate/quietly.ts';
import { readSymbol } from '../interpreter.ts';
import { moduleConstantsIn, type UsedPaths, usedPaths, usedPathsOfThis } from '../program/used-members.ts';
import { isOrExtends } from '../tags/language-types.ts';
import { contentOf } from '../values/content.ts';
import { entriesOf } from '../values/entries.ts';
import { read } from '../values/memory.ts';
import {
  type AbstractObject,
  type FunctionNode,
  NOTHING,
  type Value,
  joinAll,
  valueOfObject,
} from '../values/value.ts';

/** The content that the functions in a value keep alive. */
// labels(v) for each variable v that f uses are in labels(capturedContent(f))
export function capturedContent(activation: Activation, value: Value): Value {
  return joinAll([...value.objects.values()].map((object) => contentOfFunction(activation, object)));
}

function contentOfFunction(activation: Activation, object: AbstractObject): Value {
  if (object.kind === 'bound') return boundContent(activation, object);
  return object.kind === 'function' ? closureContent(activation, object) : NOTHING;
}

function boundContent(activation: Activation, object: AbstractObject): Value {
  return joinAll(
    entriesOf(activation, object).map(([key, value]) =>
      key.startsWith('&bound') ? contentOf(activation, value) : capturedContent(activation, value),
    ),
  );
}

function closureContent(activation: Activation, object: AbstractObject): Value {
  const { engine } = activation;
  const { functionNode } = object;
  if (functionNode === undefined) return NOTHING;
  const { symbols, usesThis } = engine.scopes.capturesOf(functionNode);
  const closure = valueOfObject(object);
  const taken = symbols.flatMap(({ valueDeclaration: declaration }) => {
    if (declaration === undefined) return [];
    const cell = read(activation, closure, captureKey(activation, declaration));
    const variable = read(activation, cell, CELL);
    return contentAt(activation, variable, usedPaths(engine.checker, functionNode, declaration));
  });
  taken.push(...moduleContent(activation, functionNode));
  if (!usesThis || !ts.isArrowFunction(functionNode)) return joinAll(taken);
  const self = read(activation, closure, THIS_CAPTURE);
  return joinAll([...taken, ...contentAt(activation, self, usedPathsOfThis(functionNode))]);
}

function contentAt(activation: Activation, value: Value, paths: UsedPaths): readonly Value[] {
  return paths.map((path) =>
    contentOf(
      activation,
      path.reduce((inner, key) => read(activation, inner, key), value),
    ),
  );
}

/** Constants of the module. Its collections are state by themselves, whoever reads them. */
function moduleContent(activation: Activation, user: FunctionNode): readonly Value[] {
  const { checker } = activation.engine;
  return moduleConstantsIn(checker, user)
    .filter(
      (declaration) => !isOrExtends(activation.engine, checker.getTypeAtLocation(declaration), COLLECTIONS),
    )
    .flatMap((declaration) => {
      const symbol = checker.getSymbolAtLocation(declaration.name);
      if (symbol === undefined) return [];
      const value = quietly(activation, () => readSymbol(activation, symbol, declaration.name));
      return contentAt(activation, value, usedPaths(checker, user, declaration));
    });
}

const COLLECTIONS: ReadonlySet<string> = new Set([
  'Array',
  'ReadonlyArray',
  'Map',
  'Set',
  'WeakMap',
  'WeakSet',
]);
