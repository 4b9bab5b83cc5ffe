/** A sample of the fixtures' programs, put together in another way: the same flows, wherever they stand. */
import { join } from 'node:path';
import type ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { createSharedHost, repository } from '../../fixtures.ts';
import { changedTexts, flowsIn, openChanged, reportedIn } from './changed-programs.ts';
import { withOtherNames } from './edits.ts';
import { throughIdentityAnywhere } from './identity-anywhere.ts';
import { inOppositeOrder } from './reordered.ts';
import { splitInTwo } from './split-file.ts';

const host = createSharedHost();
const PLAIN = 'a-source-tagging/20-plain-javascript';
const sample = [
  'b-expressions',
  'f-classes',
  'h-exceptions',
  'k-cross-file',
  'm-sanitizers',
  'p-tool',
  PLAIN,
];

/** Where one place reaches several sinks (`this.outlet.put()`), the one that is named follows the order of the classes. */
const reordered = sample.filter((name) => name !== 'f-classes');

/** These report more through calls: the call's result is itself of a tagged type, and a verdict in a variable is lost. */
const moreThroughCalls = ['b-expressions', 'm-sanitizers'];
const throughCalls = sample.filter((name) => !moreThroughCalls.includes(name));

/** The halves import each other, which plain scripts do in ways of their own. */
const split = sample.filter((name) => name !== PLAIN);

const folderOf = (name: string): string => join(repository, 'fixtures/flow', name);
const opened = new Map(sample.map((name) => [name, openChanged(folderOf(name), host)]));

function programOf(name: string): ts.Program {
  return opened.get(name) ?? openChanged(folderOf(name), host);
}

const told = new Map(sample.map((name) => [name, flowsIn(programOf(name), folderOf(name))]));

function flowsWith(name: string, texts: ReadonlyMap<string, string>): readonly string[] {
  return flowsIn(openChanged(folderOf(name), host, { texts }), folderOf(name));
}

describe('the flows stay the same', () => {
  test.each(reordered)('when declarations and methods stand in the opposite order: %s', (name) => {
    const texts = changedTexts(programOf(name), folderOf(name), inOppositeOrder);
    expect(flowsWith(name, texts)).toEqual(told.get(name));
  });

  test.each(throughCalls)('when values go through an identity function anywhere: %s', (name) => {
    const texts = changedTexts(programOf(name), folderOf(name), throughIdentityAnywhere);
    expect(flowsWith(name, texts)).toEqual(told.get(name));
  });

  test.each(moreThroughCalls)('and none is lost where calls add some: %s', (name) => {
    const texts = changedTexts(programOf(name), folderOf(name), throughIdentityAnywhere);
    expect(flowsWith(name, texts)).toEqual(expect.arrayContaining([...(told.get(name) ?? [])]));
  });

  test.each(split)('when each file is split in two: %s', (name) => {
    const program = programOf(name);
    const files = [...changedTexts(program, folderOf(name), (file) => file.text).keys()];
    const halves = files.flatMap((file) => {
      const source = program.getSourceFile(file);
      return source === undefined ? [] : [...(splitInTwo(source, program.getTypeChecker()) ?? [])];
    });
    expect(halves.length).toBeGreaterThan(0);
    expect(flowsWith(name, new Map(halves))).toEqual(told.get(name));
  });
});

test('plain JavaScript reports the same when every local variable has another name', () => {
  const folder = folderOf(PLAIN);
  const texts = changedTexts(programOf(PLAIN), folder, withOtherNames);
  expect([...texts.values()].filter((text) => text.includes('Too')).length).toBeGreaterThan(10);
  expect(reportedIn(openChanged(folder, host, { texts }), folder)).toEqual(
    reportedIn(programOf(PLAIN), folder),
  );
});
