/** What the READMEs show is true: their samples compile, and the linter reports the line that they say it reports. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { flowSentence } from '../../catalogue/policy-message.ts';
import { policyOf } from '../../catalogue/policy.ts';
import { createAnalysis } from '../../engine/index.ts';
import { errorsOf, programOf, ROOT } from '../program.ts';
import { root } from './imports.ts';

describe('the samples of README.md', () => {
  const { 'summarise.ts': guarded = '', ...linted } = samplesOf('README.md');

  test('are there', () => {
    expect(Object.keys(linted)).toEqual(['message.ts', 'logging.ts', 'receive.ts']);
    expect(guarded).toContain('processor({');
  });

  test('for the linter compile, and are reported where a comment quotes the report', () => {
    const program = programOf(linted, { types: ['node'] });
    expect(errorsOf(program)).toEqual([]);
    const said = Object.entries(linted).flatMap(([file, text]) => quotedReports(file, text));
    expect(said).toHaveLength(1);
    expect(reportsOf(program)).toEqual(said);
  });

  test('for the guard compile against the sources', () => {
    expect(errorsOf(guardedProgram(guarded))).toEqual([]);
  });

  test('for the guard are clean in the linter, though their input is plaintext', () => {
    expect(reportsOf(guardedProgram(guarded))).toEqual([]);
  });
});

test('the sample of the runtime is the one of README.md', () => {
  const sample = samplesOf('README.md')['summarise.ts'];
  expect(sample).toBeDefined();
  expect(samplesOf('runtime/README.md')['summarise.ts']).toBe(sample);
});

/** The samples by the file name in their first line. */
function samplesOf(page: string): Readonly<Record<string, string>> {
  const blocks = readFileSync(join(root, page), 'utf8').matchAll(
    /^```ts\n\/\/ (?<name>\S+)\n(?<text>.*?)^```$/gms,
  );
  return Object.fromEntries(
    [...blocks].map(({ groups }) => [groups?.['name'] ?? '', groups?.['text'] ?? '']),
  );
}

function guardedProgram(text: string): ts.Program {
  const ranking = 'export declare function summarise(messages: readonly string[]): Promise<string>;';
  const paths = { 'stateless-runtime': [join(root, 'runtime/index.ts')] };
  return programOf(
    { 'summarise.ts': text, 'ranking.ts': ranking },
    { types: ['node'], lib: ['lib.esnext.d.ts'], paths },
  );
}

function quotedReports(file: string, text: string): readonly string[] {
  return text.split('\n').flatMap((line, index) => {
    const quoted = /\/\/ (?<report>'.* reaches .*\.)$/.exec(line)?.groups?.['report'];
    return quoted === undefined ? [] : [`${file}:${index + 1} ${quoted}`];
  });
}

function reportsOf(program: ts.Program): readonly string[] {
  return [...createAnalysis(program, policyOf({}, ROOT)).flows()].map(
    (flow) => `${flow.sink.place.file.slice(ROOT.length + 1)}:${flow.sink.place.line} ${flowSentence(flow)}`,
  );
}
