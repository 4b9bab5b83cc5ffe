/** The file being linted, with the analysis of its program. */
import type { Analysis } from '../engine/index.ts';
import { createAnalysis } from '../engine/index.ts';
import { policyOfFile } from './policy-of-file.ts';
import type { AnyRuleContext, TypedFile } from './typed-file.ts';

/** Under the policy of the file's configuration. To be asked while the file is walked: then all rules have said what they ask for. */
export function analysisOf(context: AnyRuleContext, file: TypedFile): Analysis {
  return createAnalysis(file.program, policyOfFile(context, file.program));
}
