/** Code that is made or chosen at run time: what the rule reports, and what it lets pass. */
import { noDynamicCode } from '../../rules/no-dynamic-code.ts';
import { tagged, testRule } from './plain-rule-tester.ts';

testRule(
  'no-dynamic-code',
  noDynamicCode,
  [
    ['a static import', tagged(`import { join } from 'node:path'; join('a', message.id);`)],
    ['a dynamic import of a fixed module', tagged(`await import('node:path'); export {};`)],
    ['a timer with a function', tagged(`setTimeout(() => message.id, 10);`)],
    [
      'a function of the same name',
      tagged(`function evaluate(text: string): string { return text; } evaluate(message.id);`),
    ],
    [
      'a method that is called eval',
      tagged(`const parser = { eval(text: string): string { return text; } }; parser.eval(message.id);`),
    ],
    [
      'the constructor of an object, read and not called',
      tagged(`const name = message.constructor.name; export { name };`),
    ],
  ],
  [
    ['eval', tagged(`eval("1 + 1");`), [{ messageId: 'made', line: 2 }]],
    [
      'eval under another name',
      tagged(`const run = eval;
run("1 + 1");`),
      [{ messageId: 'made', line: 2 }],
    ],
    ['eval of the global object', tagged(`globalThis.eval("1");`), [{ messageId: 'made', line: 2 }]],
    ['the Function constructor', tagged(`new Function("return 1");`), [{ messageId: 'made', line: 2 }]],
    ['Function without new', tagged(`Function("return 1")();`), [{ messageId: 'made', line: 2 }]],
    [
      'node:vm',
      tagged(`import { runInNewContext } from 'node:vm';
runInNewContext('1');`),
      [{ messageId: 'made', line: 2 }],
    ],
    ['a computed import', tagged(`await import(message.id); export {};`), [{ messageId: 'chosen', line: 2 }]],
    ['a computed require', tagged(`require(message.id);`), [{ messageId: 'chosen', line: 2 }]],
    ['a timer with a text', tagged(`setTimeout("send()", 10);`), [{ messageId: 'made', line: 2 }]],
  ],
);
