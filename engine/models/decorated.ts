/** What rows say of a member or parameter that a decorator stands at: `@Sensitive() phrase`, `@Body() request`. */
import ts from 'typescript';
import type { ModelIndex, StepName } from './index-face.ts';
import type { Models } from './rows.ts';

/** The labels that the decorators of a declaration give its value. */
export type DecoratedLabels = (declaration: ts.Node) => readonly string[];

/** Undefined where no row speaks of decorators: then none is looked at. */
export function createDecoratedLabels(
  checker: ts.TypeChecker,
  index: ModelIndex,
  models: Models,
): DecoratedLabels | undefined {
  if (!models.sources.some(({ path }) => path.includes('Decorated'))) return undefined;
  return (declaration) => {
    const decorators = ts.canHaveDecorators(declaration) ? ts.getDecorators(declaration) : undefined;
    const step: StepName = ts.isParameter(declaration) ? 'DecoratedParameter' : 'DecoratedMember';
    return (decorators ?? []).flatMap((one) => labelsOf(checker, index, one, step));
  };
}

/** A decorator may be what the rows name, or what a call of it gives. */
function labelsOf(
  checker: ts.TypeChecker,
  index: ModelIndex,
  { expression }: ts.Decorator,
  step: StepName,
): readonly string[] {
  const callee = ts.isCallExpression(expression) ? expression.expression : expression;
  const name = ts.isPropertyAccessExpression(callee) ? callee.name : callee;
  const symbol = checker.getSymbolAtLocation(name);
  const nodes = symbol === undefined ? [] : index.symbolNodes(symbol);
  return [...nodes, ...nodes.flatMap((node) => node.step('ReturnValue') ?? [])]
    .flatMap((node) => node.step(step)?.sources ?? [])
    .map(({ label }) => label ?? 'plaintext');
}
