/** The file being linted as the engine sees it, and what to say where a host gives no types. */
import process from 'node:process';
import { ESLintUtils } from '@typescript-eslint/utils';
import type { ParserServicesWithTypeInformation, TSESLint, TSESTree } from '@typescript-eslint/utils';
import type ts from 'typescript';

/** What any rule of ours is given: its messages and options do not matter here. */
export type AnyRuleContext = Readonly<TSESLint.RuleContext<string, readonly unknown[]>>;

export interface TypedFile {
  readonly program: ts.Program;
  readonly sourceFile: ts.SourceFile;
  /** The compiler's node for each of ESLint's, and back. */
  readonly nodes: ParserServicesWithTypeInformation['esTreeNodeToTSNodeMap'];
  readonly originals: { get(node: ts.Node): TSESTree.Node | undefined };
}

const howToTurnTypesOn =
  'eslint-plugin-stateless follows types: set languageOptions.parserOptions.projectService to true, with typescript-eslint as the parser.';

/** Hosts that run ESLint rules and give them no types, by the name of the parser that they show. */
const untypedHosts: ReadonlySet<string> = new Set(['oxlint']);

/** The process in which it was said that there are no types: once is enough for a run. */
const informed = new WeakSet<NodeJS.Process>();

/**
 * Finds the program and the file behind a rule's context. Undefined under a host that cannot give types at all.
 * @throws typescript-eslint's own error, and how to turn types on, where the configuration asks for none
 */
export function findTypedFile(context: AnyRuleContext): TypedFile | undefined {
  if (isUntypedHost(context)) {
    informOnce();
    return undefined;
  }
  const services = getTypedServices(context);
  return {
    program: services.program,
    sourceFile: services.esTreeNodeToTSNodeMap.get(context.sourceCode.ast),
    nodes: services.esTreeNodeToTSNodeMap,
    originals: services.tsNodeToESTreeNodeMap,
  };
}

function isUntypedHost(context: AnyRuleContext): boolean {
  const { parser }: { readonly parser?: unknown } = context.languageOptions;
  if (typeof parser !== 'object' || parser === null) return true;
  return 'name' in parser && typeof parser.name === 'string' && untypedHosts.has(parser.name);
}

function informOnce(): void {
  if (informed.has(process)) return;
  informed.add(process);
  process.emitWarning(
    'This linter gives rules no types, so the rules of eslint-plugin-stateless are silent. Run them with ESLint, or run stateless check.',
  );
}

function getTypedServices(context: AnyRuleContext) {
  try {
    return ESLintUtils.getParserServices(context);
  } catch (error) {
    throw new Error(`${error instanceof Error ? error.message : String(error)}\n${howToTurnTypesOn}`, {
      cause: error,
    });
  }
}
