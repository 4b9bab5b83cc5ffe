/** The check of one file: the engine's flows as findings, through the file's configuration and its comments. */
import type ts from 'typescript';
import { flowSentence } from '../catalogue/policy-message.ts';
import { getKind, isWanted } from '../catalogue/policy-rules.ts';
import type { Analysis, Flow, Gap, GapReason } from '../engine/index.ts';
import { kinds } from '../catalogue/kinds.ts';
import { sinkFaultsIn } from '../engine/index.ts';
import type { FileConfiguration } from './eslint-file-configuration.ts';
import { inlineDisablesOf } from './inline-disables.ts';
import type { FileResult, Finding, ReportedGap } from './report.ts';
import { pointOf } from './report.ts';

const gapMessages: Readonly<Record<GapReason, string>> = {
  budget: 'The analysis ran out of its budget here: flows through this place may be missing.',
  depth: 'A value is nested too deeply to be followed member by member: it is taken as a whole.',
  any: 'Plaintext is handed to something of type any: what it does with it is not known.',
  unmodelled: 'Plaintext is handed to code that has neither a body nor a model.',
  tag: 'This tag makes no sink: it names a kind or a parameter that is not there.',
};

/** Asks the engine what is reported in a file, and keeps what the configuration asks for. File names stay absolute. */
export function checkFile(
  analysis: Analysis,
  file: ts.SourceFile,
  configuration: FileConfiguration,
): FileResult {
  const found = analysis.flowsIn(file).flatMap((flow) => findingsOf(flow, configuration));
  const isOff = configuration.heedsComments ? inlineDisablesOf(file) : () => false;
  const isSuppressed = ({ rule, sink }: Finding): boolean =>
    isOff(configuration.rules.get(rule)?.qualifiedName ?? rule, sink);
  return {
    fileName: file.fileName,
    findings: found.filter((finding) => !isSuppressed(finding)),
    suppressed: found.filter(isSuppressed),
    gaps: [...analysis.incompleteIn(file), ...tagGaps(file)].map(reportedGap),
  };
}

/** One finding, or none where the rule is off or its options let the flow pass. */
function findingsOf(flow: Flow, { rules }: FileConfiguration): readonly Finding[] {
  const { rule } = getKind(flow.kind);
  const inUse = rules.get(rule);
  if (inUse === undefined || !isWanted(flow, inUse.options)) return [];
  return [
    {
      rule,
      kind: flow.kind,
      labels: flow.labels,
      message: flowSentence(flow),
      source: { ...pointOf(flow.source.place), name: flow.source.name },
      sink: { ...pointOf(flow.sink.place), name: flow.sink.name },
      steps: flow.steps.map(({ place, what }) => ({ ...pointOf(place), what })),
    },
  ];
}

const allKinds: ReadonlySet<string> = new Set(kinds.map(({ kind }) => kind));

const tagGaps = (file: ts.SourceFile): readonly Gap[] =>
  sinkFaultsIn(file, allKinds).map(({ place, word }) => ({ reason: 'tag', place, detail: word }));

function reportedGap({ reason, place, detail }: Gap): ReportedGap {
  return { reason, message: gapMessages[reason], ...pointOf(place), detail };
}
