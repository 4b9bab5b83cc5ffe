/** Plaintext in the browser: what the rule reports, and what it lets pass. */
import { noPlaintextToBrowserStorage } from '../../rules/no-plaintext-to-browser-storage.ts';
import { flowCase, testFlowRule, withTags } from './rule-tester.ts';

const body = { source: 'ChatMessage.body', sink: "the browser's storage" };
const named = { ...body, sink: "the browser's storage as a name" };

testFlowRule('no-plaintext-to-browser-storage', noPlaintextToBrowserStorage, {
  valid: [
    { name: 'an identifier', code: withTags(`localStorage.setItem('last', message.id);`) },
    { name: 'a size', code: withTags(`sessionStorage.setItem('size', String(message.body.length));`) },
    { name: 'a removal', code: withTags(`localStorage.removeItem(message.id);`) },
    {
      name: 'a store of its own',
      code: withTags(
        `function keep(localStorage: { setItem(key: string, text: string): void }): void { localStorage.setItem('a', message.id); } export { keep };`,
      ),
    },
    { name: 'a clear', code: withTags(`sessionStorage.clear();`) },
    {
      name: 'an address that is sent, which is another rule of ours',
      code: withTags('location.href = `/search?q=${message.body}`;'),
    },
    { name: 'a read', code: withTags(`console.log(localStorage.getItem(message.id) === null);`) },
  ],
  invalid: [
    flowCase('a value that outlives the tab', `localStorage.setItem('draft', message.body)`, body, {
      before: `
`,
    }),
    flowCase('a value of the tab', `sessionStorage.setItem('draft', message.body)`, body, {
      before: `
`,
    }),
    flowCase('a value as JSON', `localStorage.setItem('draft', JSON.stringify(message))`, body, {
      before: `
`,
    }),
    flowCase('a key', `localStorage.setItem(message.body, '1')`, named, {
      before: `
`,
    }),
    flowCase(
      'a helper',
      `keep(message.body)`,
      { ...body, via: ' through keep()' },
      {
        before: `function keep(text: string): void { localStorage.setItem('draft', text); }
`,
      },
    ),
    flowCase('a fragment, which the history keeps', 'location.hash = message.body', body),
    flowCase('a fragment of the window', 'globalThis.location.hash = `#${message.body}`', body),
    flowCase('a cookie', `document.cookie = \`draft=\${message.body}\``, body, {
      before: `
`,
    }),
  ],
});
