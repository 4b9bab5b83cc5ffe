import { describe, expect, it } from 'vitest';
import { ANY_MEMBER, AWAITED, ELEMENT, MAP_KEY, MAP_VALUE } from '../../../engine/keys.ts';
import { ask } from './oracle-of.ts';

const at = (type: string, declarations = '') => ask(`${declarations}\ndeclare const held: ${type};\nheld;`);

describe('what a container holds', () => {
  it.each([
    ['an array', 'Plaintext<string>[]', [`${ELEMENT}: held (plaintext)`]],
    ['a read-only array', 'readonly Plaintext<string>[]', [`${ELEMENT}: held (plaintext)`]],
    ['a set', 'Set<Plaintext<string>>', [`${ELEMENT}: held (plaintext)`]],
    ['a read-only set', 'ReadonlySet<Plaintext<string>>', [`${ELEMENT}: held (plaintext)`]],
    ["a map's values", 'Map<string, Plaintext<string>>', [`${MAP_VALUE}: held (plaintext)`]],
    ["a map's keys", 'ReadonlyMap<Plaintext<string>, number>', [`${MAP_KEY}: held (plaintext)`]],
    [
      "a weak map's values",
      'WeakMap<object, { draft?: Plaintext<string> }>',
      [`${MAP_VALUE}.draft: draft (plaintext)`],
    ],
    ['a tuple', '[id: string, body: Plaintext<string>]', ['1: held (plaintext)']],
    ['the rest of a tuple', '[id: string, ...bodies: Plaintext<string>[]]', [`${ELEMENT}: held (plaintext)`]],
    ['a variadic tuple', '[...Plaintext<string>[], number]', [`${ELEMENT}: held (plaintext)`]],
    ['a record', 'Record<string, Plaintext<string>>', [`${ANY_MEMBER}: held (plaintext)`]],
    ['a record of known keys', "Record<'prompt', Plaintext<string>>", ['prompt: held (plaintext)']],
    ['an index signature', '{ [name: string]: Plaintext<string> }', [`${ANY_MEMBER}: held (plaintext)`]],
    ['an iterable', 'Iterable<Plaintext<string>>', [`${ELEMENT}: held (plaintext)`]],
    ['a generator', 'Generator<Plaintext<string>, number>', [`${ELEMENT}: held (plaintext)`]],
    ['an async generator', 'AsyncGenerator<Plaintext<string>>', [`${ELEMENT}: held (plaintext)`]],
    ['an array in a nullable', 'Plaintext<string>[] | null', [`${ELEMENT}: held (plaintext)`]],
    [
      'members and elements together',
      'Plaintext<string>[] & { title: Plaintext<string> }',
      [`${ELEMENT}: held (plaintext)`, 'title: title (plaintext)'],
    ],
  ])('is told for %s', (_, type, expected) => {
    expect(at(type).tags('held')).toEqual(expected);
  });

  it.each([
    ['an array of strings', 'string[]'],
    ['a map without a tag', 'Map<string, { id: string }>'],
    ['a tuple without a tag', '[string, number]'],
    ['a function that would return it', '() => Plaintext<string>'],
    ['a function that takes it', '(text: Plaintext<string>) => void'],
    ['an object with methods alone', '{ open(): Plaintext<string>; read: () => Plaintext<string> }'],
  ])('is nothing for %s', (_, type) => {
    expect(at(type).tree('held')).toBeUndefined();
  });

  it('is told by the exact index of a tuple, and by any where the index is not known', () => {
    const held = at('[id: string, body: Plaintext<string>]').tree('held');
    expect(held?.child('0')).toBeUndefined();
    expect(held?.child('1')?.own).toHaveLength(1);
    expect(held?.child(ELEMENT)?.own).toHaveLength(1);
    expect(held?.child('2')).toBeUndefined();
  });

  it('is told for every index of an array, and not for its length', () => {
    const held = at('Plaintext<string>[]').tree('held');
    expect(held?.child('7')?.own).toHaveLength(1);
    expect(held?.child('length')).toBeUndefined();
  });

  it('is told for every name of an index signature, and more exactly for a declared one', () => {
    const held = at('{ [name: string]: Plaintext<string> | number; count: number }').tree('held');
    expect(held?.child('anything')?.own).toHaveLength(1);
    expect(held?.child('count')).toBeUndefined();
  });

  it.each([
    ['Promise<Plaintext<string>>', ''],
    ['PromiseLike<Plaintext<string>>', ''],
    ['Task', 'class Task extends Promise<Plaintext<string>> {}'],
    ['Thenable', 'interface Thenable { then(done: (text: Plaintext<string>) => void): void }'],
  ])('is awaited from %s, which shows nothing itself', (type, declarations) => {
    const held = at(type, declarations).tree('held');
    expect(held?.child(AWAITED)?.own.map((tag) => tag.label)).toEqual(['plaintext']);
    expect(held?.own).toEqual([]);
    expect(held?.deep()).toEqual([]);
  });

  it.each([
    ['a subclass of an array', 'class Turns extends Array<Plaintext<string>> {}', 'Turns', ELEMENT],
    ['a subclass of a set', 'class Words extends Set<Plaintext<string>> {}', 'Words', ELEMENT],
    ['a subclass of a map', 'class Drafts extends Map<string, Plaintext<string>> {}', 'Drafts', MAP_VALUE],
    [
      'an own iterable',
      'interface Turns { [Symbol.iterator](): Iterator<Plaintext<string>> }',
      'Turns',
      ELEMENT,
    ],
    [
      'an own async iterable',
      'interface Turns { [Symbol.asyncIterator](): AsyncIterator<Plaintext<string>> }',
      'Turns',
      ELEMENT,
    ],
  ])('is told for %s', (_, declarations, type, key) => {
    const held = at(type, declarations).tree('held');
    expect(held?.child(key)?.own.map((tag) => tag.label)).toEqual(['plaintext']);
  });

  it('is told for what iterating a map gives', () => {
    const entry = at('Map<string, Plaintext<string>>').tree('held')?.child(ELEMENT);
    expect(entry?.child('0')).toBeUndefined();
    expect(entry?.child('1')?.own).toHaveLength(1);
  });

  it('is told through promises of arrays of objects', () => {
    const held = at('Promise<{ body: Plaintext<string>; id: string }[]>').tree('held');
    const message = held?.child(AWAITED)?.child('0');
    expect(message?.child('body')?.own.map((tag) => tag.name)).toEqual(['body']);
    expect(message?.child('id')).toBeUndefined();
  });
});
