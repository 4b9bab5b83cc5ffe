/** Programs over the real packages, as teams write them: each marked line is reported as its mark says, and no other. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { policyOf } from '../../catalogue/policy.ts';
import { recommendedFlowRuleNames } from '../../catalogue/policy-rules.ts';
import { createAnalysis } from '../../engine/index.ts';
import { packageOfModule } from '../../engine/models/module-key.ts';
import { compareFindings, readExpectations, type Finding } from '../../testing/expectations.ts';
import { BROWSER, openText, surroundings, type Surroundings } from './virtual-program.ts';

const programs = join(import.meta.dirname, 'programs');

/** Programs for another platform than Node and a browser's library together. */
const PLATFORMS: Readonly<
  Record<string, { readonly lib: readonly string[]; readonly types: readonly string[] }>
> = {
  'bun-app.ts': { lib: ['esnext'], types: ['bun-types'] },
  'deno-app.ts': { lib: BROWSER, types: ['deno'] },
  'workers.ts': { lib: ['esnext'], types: ['@cloudflare/workers-types'] },
};

export interface ProgramProof {
  readonly programs: number;
  /** A line for each fault, with the program's name. */
  readonly faults: readonly string[];
}

/** Proves the programs all of whose packages are wanted. `folder` has them installed. */
export function provePrograms(folder: string, isWanted: (packageName: string) => boolean): ProgramProof {
  const node = surroundings(folder, BROWSER, ['node']);
  const chosen = readdirSync(programs)
    .sort()
    .map((name) => ({ name, text: readFileSync(join(programs, name), 'utf8'), platform: PLATFORMS[name] }))
    .filter(({ text, platform }) => packagesOf(text, platform?.types ?? []).every(isWanted));
  return {
    programs: chosen.length,
    faults: chosen.flatMap(({ name, text, platform }) =>
      faultsOf(name, text, platform ? surroundings(folder, platform.lib, platform.types) : node),
    ),
  };
}

/** Of Node's modules there is no need to ask, nor of those that a platform's types declare. */
function packagesOf(text: string, types: readonly string[]): readonly string[] {
  const { importedFiles } = ts.preProcessFile(text);
  const modules = importedFiles
    .map(({ fileName }) => fileName)
    .filter((name) => !name.includes(':') && name !== 'bun');
  return [
    ...modules.map(packageOfModule),
    ...types.map((name) => (name === 'deno' ? '@types/deno' : name)),
  ].filter((name) => name !== 'eslint-plugin-stateless');
}

function faultsOf(name: string, text: string, around: Surroundings): readonly string[] {
  const { program, source } = openText(text, around);
  const types = [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)].map(
    ({ start = 0, messageText }) =>
      `${name}:${source.getLineAndCharacterOfPosition(start).line + 1} ${ts.flattenDiagnosticMessageText(messageText, ' ')}`,
  );
  const findings = findingsIn(name, program, around.folder).filter(({ rule }) =>
    recommendedFlowRuleNames.includes(rule),
  );
  return [...types, ...compareFindings(readExpectations(name, text), findings)];
}

function findingsIn(name: string, program: ts.Program, folder: string): readonly Finding[] {
  return [...createAnalysis(program, policyOf({}, folder)).flows()].map(({ kind, sink }) => ({
    file: name,
    line: sink.place.line,
    rule: `no-plaintext-to-${kind}`,
  }));
}
