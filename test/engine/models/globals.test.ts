/** Globals: ambient declarations and undeclared names, never what a file makes itself. */
import { describe, expect, test } from 'vitest';
import { ask } from './asked-program.ts';
import { marksAt } from './rows.ts';

const rows = {
  fetch: ['global', 'Member[fetch]'],
  log: ['global', 'Member[console].Member[log]'],
  trim: ['global', 'Member[String].Instance.Member[trim]'],
  join: ['global', 'Member[Array].Instance.Member[join]'],
  get: ['global', 'Member[Map].Instance.Member[get]'],
  has: ['global', 'Member[Set].Instance.Member[has]'],
  then: ['global', 'Member[Promise].Instance.Member[then]'],
  set: ['global', 'Member[TypedArray].Instance.Member[set]'],
  stringify: ['global', 'Member[JSON].Member[stringify]'],
  store: ['global', 'Member[keep]'],
} as const;

const dom = { lib: ['lib.es2024.d.ts', 'lib.dom.d.ts'] };

describe('ambient globals', () => {
  const program = ask(
    {
      'main.ts': `
        fetch('a'); globalThis.fetch('b'); console.log('c'); window.console.log('d');
        JSON.stringify({}); const { stringify } = JSON; stringify(1);
        'x'.trim(); keep('y');
        function print(out: Console) { out.log('z'); }
        print(console);
        export {};
      `,
      'ambient.d.ts': 'declare function keep(text: string): void;',
    },
    rows,
    dom,
  );

  test.each([
    ['fetch', 'fetch'],
    ['globalThis.fetch', 'fetch'],
    ['console.log', 'log'],
    ['window.console.log', 'log'],
    ['JSON.stringify', 'stringify'],
    [`'x'.trim`, 'trim'],
    ['keep', 'store'],
  ])('%s is found', (text, mark) => {
    expect(program.symbol(text)).toEqual([mark]);
  });

  test('are found through a value of the type that is theirs alone', () => {
    expect(program.member('out', 'log')).toEqual(['log']);
  });

  test('are found by name where nothing declares them', () => {
    expect(marksAt([program.index.globalNode('fetch')])).toEqual(['fetch']);
    expect(marksAt([program.index.globalNode('window')?.member('fetch')])).toEqual(['fetch']);
    expect(program.index.globalNode('prompt')).toBeUndefined();
  });
});

describe('names that a file makes itself', () => {
  test('are not globals in a module', () => {
    const program = ask(
      {
        'main.ts': `
          const console = { log(line: string) { return line; } };
          function fetch(url: string) { return url; }
          console.log('a'); fetch('b');
          export {};
        `,
      },
      rows,
      dom,
    );
    expect(program.symbol('console.log')).toEqual([]);
    expect(program.symbol('fetch')).toEqual([]);
  });

  test('are not globals in a script either', () => {
    const program = ask({ 'main.ts': `function keep(text: string) { return text; }\nkeep('a');` }, rows);
    expect(program.symbol('keep')).toEqual([]);
  });

  test('are globals where the program only says that they are there', () => {
    const program = ask(
      { 'main.ts': `declare global { function keep(text: string): void; }\nkeep('a');\nexport {};` },
      rows,
    );
    expect(program.symbol('keep')).toEqual(['store']);
  });
});

describe('values of the language', () => {
  const program = ask(
    {
      'main.ts': `
        declare const word: string; declare const literal: 'a' | 'b'; declare const template: \`x\${string}\`;
        declare const list: string[]; declare const frozen: readonly string[]; declare const pair: readonly [string, number];
        declare const map: ReadonlyMap<string, string>; declare const bag: ReadonlySet<string>;
        declare const later: PromiseLike<string>; declare const bytes: Uint8Array; declare const maybe: string | undefined;
        interface ReadonlyMapLike { get(): string } declare const like: ReadonlyMapLike;
        function generic<T extends readonly string[]>(items: T) { return [items]; }
        [word, literal, template, list, frozen, pair, map, bag, later, bytes, maybe, like];
        export {};
      `,
    },
    rows,
  );

  test.each([
    ['word', 'trim'],
    ['literal', 'trim'],
    ['template', 'trim'],
    ['maybe', 'trim'],
    ['list', 'join'],
    ['frozen', 'join'],
    ['pair', 'join'],
    ['items', 'join'],
    ['map', 'get'],
    ['bag', 'has'],
    ['later', 'then'],
    ['bytes', 'set'],
  ])('%s has what rows say of its class: %s', (text, member) => {
    expect(program.member(text, member)).toEqual([member]);
  });

  test('are not those of another shape', () => {
    expect(program.member('word', 'join')).toEqual([]);
    expect(program.member('like', 'get')).toEqual([]);
  });
});
