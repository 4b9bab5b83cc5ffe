/** Calls that nothing is known of: what the rule reports, and what it lets pass. */
import { noUnmodelledCall } from '../../rules/no-unmodelled-call.ts';
import { tagged, testRule } from './plain-rule-tester.ts';

testRule(
  'no-unmodelled-call',
  noUnmodelledCall,
  [
    [
      'a function with a body',
      tagged(`function size(text: string): number { return text.length; } size(message.body);`),
    ],
    ['a method that a row speaks of', tagged(`message.body.trim();`)],
    ['a sink that a row speaks of', tagged(`console.log(message.body);`)],
    [
      'unknown code that gets an identifier',
      tagged(`declare function track(id: string): void; track(message.id);`),
    ],
    [
      'unknown code that gets a size',
      tagged(`declare function track(size: number): void; track(message.body.length);`),
    ],
    [
      'a call that was looked at',
      tagged(`declare function render(text: string): string; render(message.body);`),
      { allow: ['render()'] },
    ],
  ],
  [
    [
      'a function without a body',
      tagged(`declare function render(text: string): string;
render(message.body);`),
      [{ messageId: 'unmodelled', line: 3 }],
    ],
    [
      'a method without a body',
      tagged(`declare const pdf: { draw(text: string): void };
pdf.draw(message.body);`),
      [{ messageId: 'unmodelled', line: 3 }],
    ],
    [
      'a callee of type any',
      tagged(`declare const pdf: any;
pdf.draw(message.body);`),
      [{ messageId: 'unmodelled', line: 3 }],
    ],
    [
      'an object that holds plaintext',
      tagged(`declare function render(view: unknown): string;
render({ message });`),
      [{ messageId: 'unmodelled', line: 3 }],
    ],
    [
      'a helper that hands it on',
      tagged(`declare function render(text: string): string;
function show(text: string): string { return render(text); }
show(message.body);`),
      [{ messageId: 'unmodelled', line: 3 }],
    ],
    [
      'another call than the one that was looked at',
      tagged(`declare function render(text: string): string; declare function draw(text: string): void;
draw(message.body);`),
      [{ messageId: 'unmodelled', line: 3 }],
      { allow: ['render()'] },
    ],
  ],
);
