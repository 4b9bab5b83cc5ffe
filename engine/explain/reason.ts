/** What the rules of an explanation are given, and what they say. */
import type ts from 'typescript';
import type { Engine } from '../activation.ts';
import type { DropRule } from './explanation.ts';
import type { Probed } from './probe.ts';

export interface Asked {
  readonly engine: Engine;
  readonly probed: Probed;
}

/** A rule, what it says, and where, if not at the expression itself. */
export interface Reason {
  readonly rule: DropRule;
  readonly what: string;
  readonly node?: ts.Node;
}
