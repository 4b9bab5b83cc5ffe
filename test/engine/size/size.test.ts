/** Programs of unusual size: each is analysed to its end, its flow is found, and what a budget cut is told. */
import { describe, expect, test } from 'vitest';
import type { Gap } from '../../../engine/index.ts';
import { fileOf } from '../../program.ts';
import { analysed, wireProgram, wirePolicy } from '../flows/analysed.ts';
import { createAnalysis } from '../../../engine/index.ts';
import * as shapes from './shapes.ts';

/** What is large, and whether a budget cuts in: then the program has a gap. */
const cases: readonly (readonly [what: string, text: string, isCut: boolean])[] = [
  ['300 branches and 50 closures', shapes.branches, false],
  ['50 closures inside each other', shapes.nestedClosures, false],
  ['a file of 20,000 lines', shapes.longFile, false],
  ['generic types that make ever new instances of each other', shapes.recursiveTypes, false],
  ['a tag below 60 optional members', shapes.optionalChain, false],
  ['an expression 500 deep', shapes.deepExpression, false],
  ['500 calls inside each other', shapes.deepCalls, false],
  ['200 functions that call each other', shapes.mutualFunctions, false],
  ['200 functions that build objects out of each other', shapes.mutualObjects, true],
  ['200 classes whose methods call each other', shapes.mutualMethods, true],
  ['200 functions that call each other with callbacks', shapes.mutualCallbacks, true],
  ['a switch of 1,000 cases', shapes.switchOfTexts, false],
  ['a switch of 1,000 cases that each make an object', shapes.switchOfStates, true],
  ['300 variables that closures share', shapes.localClosures, true],
  ['an object of 5,000 members', shapes.wideTable, false],
];

describe('a program of unusual size', () => {
  test.each(cases)('%s', { timeout: 240_000 }, (_, text, isCut) => {
    const program = wireProgram(text);
    const analysis = createAnalysis(program, wirePolicy());
    const reported = [...analysis.flows()].map(({ sink }) => sink.place.line);
    const last = text.split('\n').length;
    expect(reported).toEqual([last]);
    const cut = analysis.incompleteIn(fileOf(program, 'main.ts')).filter(isBudget);
    expect(cut.length > 0).toBe(isCut);
  });

  test('a table keeps its members apart', () => {
    const text = shapes.wideTable.replace('sink(table.entry100);', 'sink(table.entry101);');
    expect([...analysed(text).flows()]).toEqual([]);
  });
});

const isBudget = ({ reason }: Gap): boolean => reason === 'budget';
