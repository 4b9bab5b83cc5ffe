/** Runs the analysis over the programs in `fixtures/` and compares its flows with what they expect. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { languageKinds, policyOf } from '../catalogue/policy.ts';
import { recommendedFlowRuleNames } from '../catalogue/policy-rules.ts';
import { parseSettings } from '../catalogue/settings.ts';
import { createAnalysis, type Policy } from '../engine/index.ts';
import { findPlainRule, lintProgram } from './linted-fixture.ts';
import {
  compareFindings,
  readExpectations,
  type Expectation,
  type Finding,
} from '../testing/expectations.ts';

export const repository = dirname(dirname(fileURLToPath(import.meta.url)));
const fixtures = join(repository, 'fixtures');

/** The folders under `fixtures/` that hold a `tsconfig.json`, named relative to it with forward slashes, in order. */
export function findFixtures(folder = fixtures): readonly string[] {
  const found = readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name === 'tsconfig.json')
    .filter((entry) => !entry.parentPath.split(sep).includes('node_modules'))
    .map((entry) => toPosix(relative(fixtures, entry.parentPath)));
  return found.sort();
}

/** What is wrong with a fixture's findings, one readable line each; empty when all is as expected. */
export function checkFixture(name: string, host: ts.CompilerHost): readonly string[] {
  const folder = join(fixtures, name);
  const program = openFixture(folder, host);
  const expected = readProgramExpectations(program, folder);
  const rule = findPlainRule(name);
  if (rule !== undefined) return compareFindings(expected, lintProgram(program, folder, rule));
  const findings = findFlows(program, folder).filter(({ rule }) => isAsked(rule, expected));
  return compareFindings(expected, findings);
}

/** A program is held to the rules that hold for every code base, and to those that it speaks of. */
function isAsked(rule: string, expected: readonly Expectation[]): boolean {
  return recommendedFlowRuleNames.includes(rule) || expected.some((one) => one.rule === rule);
}

/** A compiler host that parses the files of `node_modules` once for all fixtures. */
export function createSharedHost(): ts.CompilerHost {
  const host = ts.createCompilerHost({});
  const parsed = new Map<string, ts.SourceFile | undefined>();
  const read = host.getSourceFile.bind(host);
  host.getSourceFile = (file, options, onError, fresh) => {
    if (!file.includes('/node_modules/')) return read(file, options, onError, fresh);
    const format = typeof options === 'object' ? options.impliedNodeFormat : undefined;
    const key = `${file} ${format}`;
    if (!parsed.has(key)) parsed.set(key, read(file, options, onError, fresh));
    return parsed.get(key);
  };
  return host;
}

function openFixture(folder: string, host: ts.CompilerHost): ts.Program {
  const file = join(folder, 'tsconfig.json');
  const config = ts.readConfigFile(file, (path) => ts.sys.readFile(path));
  const parsed = ts.parseJsonConfigFileContent(config.config, ts.sys, folder, undefined, file);
  const errors = [...(config.error === undefined ? [] : [config.error]), ...parsed.errors];
  const program = ts.createProgram({ rootNames: parsed.fileNames, options: parsed.options, host });
  const faults = [...errors, ...program.getSyntacticDiagnostics(), ...program.getSemanticDiagnostics()];
  if (faults.length > 0) throw new Error(ts.formatDiagnostics(faults, host));
  return program;
}

function findFlows(program: ts.Program, folder: string): readonly Finding[] {
  const analysis = createAnalysis(program, readPolicy(folder));
  return [...analysis.flows()].map((flow) => ({
    file: toPosix(relative(folder, flow.sink.place.file)),
    line: flow.sink.place.line,
    rule: `no-plaintext-to-${flow.kind}`,
  }));
}

/** A folder's `settings.json`, where there is one, holds what would stand under `settings.stateless`. */
function readPolicy(folder: string): Policy {
  const file = join(folder, 'settings.json');
  const settings: unknown = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
  return policyOf(parseSettings(settings), folder, languageKinds);
}

function readProgramExpectations(program: ts.Program, folder: string): readonly Expectation[] {
  return program
    .getSourceFiles()
    .filter((file) => !file.fileName.includes('/node_modules/'))
    .map((file) => ({ name: toPosix(relative(folder, file.fileName)), text: file.text }))
    .filter(({ name }) => !name.startsWith('../'))
    .flatMap(({ name, text }) => readExpectations(name, text));
}

function toPosix(path: string): string {
  return path.split(sep).join('/');
}
