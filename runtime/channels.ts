/**
 * The channel registry: every way known to us in which plaintext can leave a Node process, as data. The documentation,
 * the linter's copy, the doctor and the attack suite are derived from it.
 */
import { channelsOfCode } from './channels/code.ts';
import { channelsOfMachine } from './channels/machine.ts';
import { channelsOfNetwork } from './channels/network.ts';
import { channelsOfOutput } from './channels/output.ts';
import { channelsOfProtocol } from './channels/protocol.ts';
import { channelsOfState } from './channels/state.ts';
import { channelsOfStorage } from './channels/storage.ts';

/**
 * What closes a channel:
 * - `flag:` a flag of the session process; `no-flag:` a permission that is not granted
 * - `global:`, `process:`, `module:` a name that a bundle does not find, since it is not on a list of what stays
 * - `removed:` a member taken out of what stays
 * - `launcher:` a step of the launcher, where the machine allows it
 * - `code:FILE#NAME` a function or class of the runtime that sees to it
 */
export type Closer =
  `${'flag' | 'no-flag' | 'global' | 'process' | 'module' | 'removed' | 'launcher' | 'code'}:${string}`;

/** A check of the posture on which a row can depend. */
export type PostureName =
  | 'core-dumps'
  | 'evidence'
  | 'inherited-descriptors'
  | 'memory-wiped-on-free'
  | 'network-closed'
  | 'node-version'
  | 'peers-cannot-trace'
  | 'preloads'
  | 'swap'
  | 'writable-paths';

/** One way out. */
export interface Channel {
  /** Its number, stable. */
  readonly number: number;
  readonly id: string;
  readonly name: string;
  /** The kinds of sinks under which the linter sees it. */
  readonly kinds: readonly string[];
  /** The lint rule that names it in source code, where one can. */
  readonly rule?: string;
  /** What closes it always; with neither these nor `needs` the row is a residual risk. */
  readonly closers: readonly Closer[];
  /** What the machine must give for the row to be closed. */
  readonly needs?: readonly PostureName[];
  /** A second line, that the row does not depend on. */
  readonly alsoClosedBy?: readonly Closer[];
  /** Why it stays open, or what of it does. */
  readonly residual?: string;
  /** Why the attack suite has no attack on it. */
  readonly untried?: string;
}

/** All channels, by number. */
export const channels: readonly Channel[] = [
  ...channelsOfStorage,
  ...channelsOfNetwork,
  ...channelsOfOutput,
  ...channelsOfCode,
  ...channelsOfState,
  ...channelsOfMachine,
  ...channelsOfProtocol,
].toSorted((left, right) => left.number - right.number);

/** Whether a row is closed on a machine that fulfils these checks. */
export function isClosed(channel: Channel, fulfilled: ReadonlySet<PostureName>): boolean {
  const needs = channel.needs ?? [];
  if (channel.closers.length === 0 && needs.length === 0) return false;
  return needs.every((name) => fulfilled.has(name));
}
