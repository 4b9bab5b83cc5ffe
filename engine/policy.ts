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

/** Sinks of the language itself, which no row can name: they are looked for where a policy asks for them. */
export type LanguageKind = 'error' | 'module-state' | 'deferred-work';

export interface Policy {
  readonly models: Models;
  readonly brands: readonly BrandDeclaration[];
  readonly plaintext: readonly PlaintextType[];
  readonly unmodelledCalls: 'propagate' | 'ignore';
  readonly implicitFlows: boolean;
  readonly nameHeuristics: readonly string[];
  readonly languageKinds?: readonly LanguageKind[];
  /** Equal policies have equal digests: what the analysis is cached by. */
  readonly digest: string;
}
