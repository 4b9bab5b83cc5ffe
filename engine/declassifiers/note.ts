/** Notes which declassifiers are there and what passes through them, as the sinks of a kind of their own. */
import type ts from 'typescript';
import type { Activation } from '../activation.ts';
import { noteFinding, noteSinkUse } from '../calls/sinks.ts';
import { type Finding, resolve } from '../labels.ts';
import type { Sink } from '../models/rows.ts';
import { type CallArguments, argumentsFrom, type SinkPoint } from '../summary.ts';
import { join } from '../values/value.ts';

/** No row of the catalogue has this kind, and no flow is told of it. */
const DECLASSIFIED = '<declassified>';

const ROW: Sink = { type: '', path: '', kind: DECLASSIFIED };

/** Remembers that what a call is given passes through a declassifier, which stands at `node`. */
export function noteDeclassified(activation: Activation, node: ts.Node, args: CallArguments): void {
  const point: SinkPoint = { row: ROW, node, name: '' };
  const { labelled, inputs } = resolve(activation, join(argumentsFrom(args, 0), args.self));
  for (const one of labelled) noteFinding(activation, one, point, node);
  for (const atom of inputs) noteSinkUse(activation, { atom, point, place: node });
}

export const isDeclassified = ({ point }: Finding): boolean => point.row.kind === DECLASSIFIED;
