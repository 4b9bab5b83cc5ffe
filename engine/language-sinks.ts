/** Sinks of the language itself, as rows: errors, module state, and work that nobody waits for. */
import type { Engine } from './activation.ts';
import type { Sink } from './models/rows.ts';
import type { LanguageKind } from './policy.ts';

export interface LanguageSink extends Sink {
  readonly kind: LanguageKind;
}

/** No access path leads to it: the evaluator knows the places. */
export const languageSink = (kind: LanguageKind): LanguageSink => ({ type: '', path: '', kind });

/** Whether the policy asks for such sinks: who does not ask does not pay. */
export function isLookedFor({ policy }: Pick<Engine, 'policy'>, { kind }: LanguageSink): boolean {
  return policy.languageKinds?.includes(kind) === true;
}
