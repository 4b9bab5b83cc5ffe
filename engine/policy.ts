/** What an analysis is given: the catalogue and the settings, normalised. Data only. */
import type { Models } from './models/rows.ts';

/** Where a brand counts as a tag: a type of this name, declared in this package. */
export interface BrandDeclaration {
  readonly package: string;
  readonly name: string;
}

/** A type of other people's code that is plaintext. Paths are absolute, with forward slashes. */
export type PlaintextType =
  | { readonly from: 'file'; readonly path: string; readonly name: string; readonly label?: string }
  | { readonly from: 'package'; readonly package: string; readonly name: string; readonly label?: string };

export interface Policy {
  readonly models: Models;
  readonly brands: readonly BrandDeclaration[];
  readonly plaintext: readonly PlaintextType[];
  readonly unmodelledCalls: 'propagate' | 'ignore';
  readonly implicitFlows: boolean;
  readonly nameHeuristics: readonly string[];
  /** Equal policies have equal digests: what the analysis is cached by. */
  readonly digest: string;
}
