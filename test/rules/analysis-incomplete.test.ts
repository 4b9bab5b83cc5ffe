/** Where the analysis is cut: what the rule reports, and what it lets pass. */
import { analysisIncomplete } from '../../rules/analysis-incomplete.ts';
import { tagged, testRule } from './plain-rule-tester.ts';

testRule(
  'analysis-incomplete',
  analysisIncomplete,
  [
    [
      'code that is known',
      tagged(`function size(text: string): number { return text.length; } size(message.body);`),
    ],
    ['a callee of type any that gets an identifier', tagged(`declare const track: any; track(message.id);`)],
    [
      'a callee without a body, which has a rule of its own',
      tagged(`declare function render(text: string): string; render(message.body);`),
    ],
    [
      'recursion that ends',
      tagged(
        `function last(texts: readonly string[]): string { return texts.length > 1 ? last(texts.slice(1)) : (texts[0] ?? ""); } last([message.body]);`,
      ),
    ],
    ['a loop', tagged(`let text = ""; for (const letter of message.body) text += letter; export { text };`)],
    ['a program without tags', tagged(`declare const track: any; track("opened");`)],
  ],
  [
    [
      'a callee of type any',
      tagged(`declare const track: any;
track(message.body);`),
      [{ messageId: 'incomplete', line: 3 }],
    ],
    [
      'a method of any',
      tagged(`declare const sdk: any;
sdk.messages.create({ body: message.body });`),
      [{ messageId: 'incomplete', line: 3 }],
    ],
    [
      'a constructor of any',
      tagged(`declare const Sdk: any;
new Sdk(message.body);`),
      [{ messageId: 'incomplete', line: 3 }],
    ],
    [
      'a result of any that is called',
      tagged(`declare const sdk: any;
sdk.client().send(message.body);`),
      [{ messageId: 'incomplete', line: 3 }],
    ],
    [
      'a callee of any in a helper',
      tagged(`declare const track: any;
function send(text: string): void { track(text); }
send(message.body);`),
      [{ messageId: 'incomplete', line: 3 }],
    ],
    [
      'a function of any that is handed on',
      tagged(`declare const visit: any;
[message.body].forEach((text) => { visit(text); });`),
      [{ messageId: 'incomplete', line: 3 }],
    ],
  ],
);
