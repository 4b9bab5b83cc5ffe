/** What is launched: a described bundle, and how a guarded process of it is started. Types only. */
import type { Description } from '../definition.ts';
import type { Resolution } from '../session/modules.ts';

/** A described bundle: what it says, which files it is made of, and how its imports resolve. */
export interface Bundle {
  readonly url: string;
  readonly description: Description;
  readonly resolutions: readonly Resolution[];
  /** Absolute paths; the entry first, the others sorted. */
  readonly files: readonly string[];
}

/** What a guarded process is started with. */
export interface Start {
  readonly entry: string;
  readonly arguments: readonly string[];
  readonly readable: readonly string[];
  readonly memoryMb: number;
  /** Sessions that it serves, one after the other, before it ends. Default 1. */
  readonly sessions?: number;
  /** The launcher's command, which goes before its own. */
  readonly launcher: readonly string[];
}
