/** Each alternative of each sink row is tried on the real package: plaintext that is handed to it is reported once. */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { catalogue } from '../../catalogue/index.ts';
import { policyOf } from '../../catalogue/policy.ts';
import { createAnalysis, type Flow } from '../../engine/index.ts';
import { fileOfSnippets, writeSnippets, type Snippet } from '../../tools/catalogue/snippets.ts';
import { openText } from '../../tools/catalogue/virtual-program.ts';

const repository = join(import.meta.dirname, '../..');
const snippets = writeSnippets(catalogue.sinks, repository);

test('plaintext that is handed to a sink is reported there once, with its kind', () => {
  const flows = Map.groupBy(flowsOf('body'), ({ sink }) => sink.place.line);
  const faults = snippets.filter(({ sink }, index) => {
    const found = flows.get(index + 2) ?? [];
    const [flow] = found;
    return found.length !== 1 || flow?.kind !== sink.kind || flow.isName !== (sink.name ?? false);
  });
  expect(faults.map(nameOf)).toEqual([]);
});

test('a text that is not plaintext is not reported', () => {
  expect(flowsOf('id').map((flow) => nameOf(snippets[flow.sink.place.line - 2]))).toEqual([]);
});

function flowsOf(value: 'body' | 'id'): readonly Flow[] {
  const { program } = openText(fileOfSnippets(snippets, value), repository);
  return [...createAnalysis(program, policyOf({}, repository)).flows()];
}

const nameOf = (snippet: Snippet | undefined): string => `${snippet?.sink.type} · ${snippet?.path}`;
