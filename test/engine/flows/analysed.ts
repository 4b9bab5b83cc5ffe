/** Programs over a package that declares `source` and `sink`, and the analysis of them under hand-made rows. */
import { basename } from 'node:path';
import type ts from 'typescript';
import { createAnalysis } from '../../../engine/index.ts';
import type { Analysis, Flow, Models, Policy } from '../../../engine/index.ts';
import { programOf } from '../../program.ts';

/** `source()` gives a message, `sink(text)` takes what may be shown; `unknown` things have no row. */
const WIRE: Readonly<Record<string, string>> = {
  'node_modules/acme-wire/package.json': '{ "name": "acme-wire", "types": "./index.d.ts" }',
  'node_modules/acme-wire/index.d.ts': `
    export declare function source(): string;
    export declare function sink(...values: readonly unknown[]): void;
    export declare function store(key: string, text: string): void;
    export declare function copy(text: string): string;
    export declare function strangeCopy(text: string): string;
  `,
};

/** The rows that all programs have: one source, one sink, one function that passes its argument on. */
export const WIRE_ROWS: Models = {
  sources: [{ type: 'acme-wire', path: 'Member[source].ReturnValue', label: 'message' }],
  sinks: [{ type: 'acme-wire', path: 'Member[sink].Argument[0..]', kind: 'wire' }],
  propagators: [
    { type: 'acme-wire', path: 'Member[copy]', input: 'Argument[0]', output: 'ReturnValue', mode: 'taint' },
  ],
  sanitizers: [],
  guards: [],
};

/** A policy from the parts that a test is about. `digest` tells apart what a test asks about one program. */
export function wirePolicy(parts: Partial<Omit<Policy, 'models'>> = {}, rows: Partial<Models> = {}): Policy {
  const models: Models = { ...WIRE_ROWS, ...rows };
  const policy = {
    brands: [{ package: 'stateless-runtime', name: 'Plaintext' }],
    plaintext: [],
    unmodelledCalls: 'propagate',
    implicitFlows: false,
    nameHeuristics: [],
    ...parts,
    models,
  } as const;
  return { digest: JSON.stringify(policy), ...policy };
}

/** A program that imports `acme-wire`. A single text is `main.ts`. */
export function wireProgram(files: string | Readonly<Record<string, string>>): ts.Program {
  return programOf({ ...WIRE, ...(typeof files === 'string' ? { 'main.ts': files } : files) });
}

export function analysed(
  files: string | Readonly<Record<string, string>>,
  policy: Policy = wirePolicy(),
): Analysis {
  return createAnalysis(wireProgram(files), policy);
}

/** The flows of a program, in the order that the analysis gives them. */
export function flowsIn(
  files: string | Readonly<Record<string, string>>,
  policy: Policy = wirePolicy(),
): readonly Flow[] {
  return [...analysed(files, policy).flows()];
}

/** Where flows are reported, one `file:line` for each. */
export function reportedAt(
  files: string | Readonly<Record<string, string>>,
  policy: Policy = wirePolicy(),
): readonly string[] {
  return flowsIn(files, policy).map(({ sink }) => `${basename(sink.place.file)}:${sink.place.line}`);
}
