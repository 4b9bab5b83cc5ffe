/** Which flow rules there are, which are recommended, and what their options let through. */
import type { Flow } from '../engine/index.ts';
import { isAllowed } from './allowed-hosts.ts';
import type { Kind } from './kinds.ts';
import { kinds } from './kinds.ts';

/** The options of a flow rule. */
export interface FlowRuleOptions {
  /** Only flows that carry one of these labels are reported. Without it, every flow is. */
  readonly labels?: readonly string[];
  /** Of `no-plaintext-to-network`: hosts that may be sent plaintext, where the program names them in a constant. */
  readonly allowedHosts?: readonly string[];
}

/** The kinds that hold for every code base, not only inside the TEE. */
const recommendedKinds: ReadonlySet<string> = new Set([
  'disk',
  'object-store',
  'database',
  'cache',
  'queue',
  'log',
  'telemetry',
  'network',
  'process',
  'browser-storage',
]);

/** The names of all flow rules, without the plugin's prefix. */
export const flowRuleNames: readonly string[] = kinds.map((row) => row.rule);

/** The names of the flow rules that `configs.recommended` switches on. */
export const recommendedFlowRuleNames: readonly string[] = kinds
  .filter((row) => recommendedKinds.has(row.kind))
  .map((row) => row.rule);

/**
 * The row of the policy table for a kind.
 * @throws when there is no such kind
 */
export function getKind(kind: string): Kind {
  const found = kinds.find((row) => row.kind === kind);
  if (found === undefined) throw new Error(`There is no kind '${kind}' in the policy table.`);
  return found;
}

/** Whether a rule with these options reports a flow of its kind. */
export function isWanted(flow: Flow, options: FlowRuleOptions): boolean {
  const { labels, allowedHosts } = options;
  if (labels !== undefined && !flow.labels.some((label) => labels.includes(label))) return false;
  return allowedHosts === undefined || !flow.destinations.every((origin) => isAllowed(origin, allowedHosts));
}
