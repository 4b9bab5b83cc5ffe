/** The engine's whole interface: which labelled values reach which sinks, and how. */
export type { Analysis } from './analysis.ts';
export { createAnalysis } from './analysis.ts';
export type { Declassifier, Erasure, Flow, Gap, GapReason, Place, Step } from './flow.ts';
export type { Arrival, Drop, DropRule, Explanation } from './explain/explanation.ts';
export type { BrandDeclaration, LanguageKind, PlaintextType, Policy } from './policy.ts';
export type {
  Alias,
  Destination,
  Guard,
  Matching,
  Models,
  Propagator,
  Sanitizer,
  Sink,
  Source,
} from './models/rows.ts';
export type { SinkFault } from './tags/sink-faults.ts';
export { sinkFaultsIn } from './tags/sink-faults.ts';
