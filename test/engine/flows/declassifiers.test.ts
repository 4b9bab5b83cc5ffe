/** The inventory of what a program releases on purpose. */
import { describe, expect, test } from 'vitest';
import { analysed } from './analysed.ts';

const program = `
import { sink, source } from 'acme-wire';

/** @declassifies one letter is harmless */
function initial(text: string): string { return text.slice(0, 1); }
/** @declassifies */
function second(text: string): string { return text.slice(1, 2); }
/** @declassifies short texts are harmless */
function abridge(text: string): string { return text.length < 5 ? text : text.slice(0, 1); }
/** @declassifies nobody calls it with a message */
function unused(text: string): string { return text.slice(0, 2); }

export function run(): void {
  sink(initial(source()));
  sink(second(source()));
  sink(abridge(source()));
  sink(unused('constant'));
}
`;

const declassifiers = analysed(program).declassifiers();
const one = (name: string) => declassifiers.find((found) => found.name === name);

describe('the inventory of declassifiers', () => {
  test('lists each with its reason and its line, in the order of the text', () => {
    expect(declassifiers.map(({ place, name, reason }) => [place.line, name, reason])).toEqual([
      [5, 'initial()', 'one letter is harmless'],
      [7, 'second()', ''],
      [9, 'abridge()', 'short texts are harmless'],
      [11, 'unused()', 'nobody calls it with a message'],
    ]);
  });

  test('tells the one that gives back what it is given', () => {
    expect(declassifiers.filter(({ returnsInput }) => returnsInput)).toEqual([one('abridge()')]);
  });

  test('tells the ones that nothing passes through', () => {
    expect(one('initial()')?.isUsed).toBe(true);
    expect(one('unused()')?.isUsed).toBe(false);
  });
});
