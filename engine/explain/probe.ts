/** Asks what would be reported if some expressions were sinks: units are evaluated once more, and their callers with them. */
import { groupBy } from '../group-by.ts';
import type ts from 'typescript';
import { checkSink } from '../calls/sinks.ts';
import { withErasures } from '../erasures/erased-steps.ts';
import type { Interpreter } from '../interpreter.ts';
import type { Finding } from '../labels.ts';
import type { ModelNode } from '../models/index-face.ts';
import type { Sink } from '../models/rows.ts';
import { unitAround } from '../program/units.ts';
import { flowsOf } from '../report.ts';
import type { Solution } from '../solve.ts';
import type { Arrival } from './explanation.ts';

/** No row of a catalogue has a kind like this. Each expression has its own: sinks of one kind may be told as one. */
const probeRow = (number: number): Sink => ({ type: '', path: '', kind: `<probe ${number}>` });

export interface Probed {
  /** The labels that come to an expression, none for one that was not asked about. */
  arrivalsAt(node: ts.Node): readonly Arrival[];
  /** What rows say of the callee of a call that was asked about. */
  rowsAt(node: ts.Node): readonly ModelNode[];
}

export function probe(solution: Solution, nodes: ReadonlySet<ts.Expression>): Probed {
  const callees = new Map<ts.Node, Set<ModelNode>>();
  const rows = new Map<ts.Node, Sink>([...nodes].map((node, number) => [node, probeRow(number)] as const));
  const units = new Set([...nodes].map(unitAround));
  const activations = solution.rerun(units, probing(solution.engine.interpreter, rows, callees));
  const findings = activations.flatMap((activation) => [...activation.findings.values()]);
  const probed = findings.filter(({ point }) => rows.get(point.node) === point.row);
  const byNode = groupBy(probed, ({ point }) => point.node);
  return {
    arrivalsAt: (node) => arrivalsOf(solution, byNode.get(node) ?? []),
    rowsAt: (node) => [...(callees.get(node) ?? [])],
  };
}

/** The evaluator, which looks at what comes out of the expressions that are asked about. */
function probing(
  interpreter: Interpreter,
  rows: ReadonlyMap<ts.Node, Sink>,
  callees: Map<ts.Node, Set<ModelNode>>,
): Interpreter {
  return {
    ...interpreter,
    evaluate(activation, node) {
      const value = interpreter.evaluate(activation, node);
      const row = rows.get(node);
      if (row !== undefined) checkSink(activation, row, value, node, () => node);
      return value;
    },
    callValue(activation, request) {
      if (rows.has(request.node)) {
        const known = callees.get(request.node) ?? new Set();
        callees.set(request.node, known);
        for (const node of request.callee.nodes) known.add(node);
      }
      return interpreter.callValue(activation, request);
    },
  };
}

function arrivalsOf({ engine }: Solution, findings: readonly Finding[]): readonly Arrival[] {
  const cleared = new Set(findings.flatMap(({ labelled }) => labelled.atom.cleared));
  const isFree = findings.some(({ labelled }) => labelled.atom.cleared.length === 0);
  const clearedFor = [...cleared].flatMap((one) =>
    one.startsWith('kind:') && !isFree ? [one.slice(5)] : [],
  );
  const flows = flowsOf(findings, (origin, steps) => withErasures(engine, origin, steps));
  return flows.map(({ source, labels, steps }) => ({
    source,
    labels,
    // The last step of a flow says that it reaches its sink.
    steps: steps.slice(0, -1),
    clearedFor: clearedFor.sort(),
  }));
}
