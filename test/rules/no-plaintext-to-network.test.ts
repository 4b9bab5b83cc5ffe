/** Plaintext on the network: what the rule reports, and what it lets pass. */
import { noPlaintextToNetwork } from '../../rules/no-plaintext-to-network.ts';
import { flowCase, testFlowRule, withTags } from './rule-tester.ts';

const body = { source: 'ChatMessage.body', sink: 'the network' };

testFlowRule('no-plaintext-to-network', noPlaintextToNetwork, {
  valid: [
    {
      name: 'an identifier in an address',
      code: withTags(`await fetch(\`https://api.example/messages/\${message.id}\`); export {};`),
    },
    {
      name: 'a size in a header',
      code: withTags(
        `await fetch('https://api.example', { headers: { 'x-size': String(message.body.length) } }); export {};`,
      ),
    },
    {
      name: 'a request without content',
      code: withTags(`await fetch('https://api.example/health'); export {};`),
    },
    {
      name: 'a function of the same name',
      code: withTags(
        `function fetch(text: string): number { return text.length; } fetch(message.body); export {};`,
      ),
    },
    {
      name: 'a socket that is sent an identifier',
      code: withTags(`import { connect } from 'node:net'; connect(80).write(message.id);`),
    },
    {
      name: 'an address that is only parsed',
      code: withTags(`const address = new URL('https://api.example'); console.log(address.host);`),
    },
  ],
  invalid: [
    flowCase('a body', `fetch('https://api.example', { method: 'POST', body: message.body })`, body, {
      before: `
`,
    }),
    flowCase('an address', `fetch(\`https://api.example/search?q=\${message.body}\`)`, body, {
      before: `
`,
    }),
    flowCase('a header', `fetch('https://api.example', { headers: { 'x-text': message.body } })`, body, {
      before: `
`,
    }),
    flowCase('a socket', `socket.write(message.body)`, body, {
      before: `import { connect } from 'node:net'; const socket = connect(80);
`,
    }),
    flowCase('a request of node:http', `call.end(message.body)`, body, {
      before: `import { request } from 'node:http'; const call = request('http://api.example');
`,
    }),
    flowCase(
      'a helper',
      `send(message.body)`,
      { ...body, via: ' through send()' },
      {
        before: `async function send(text: string): Promise<void> { await fetch('https://api.example', { body: text, method: 'POST' }); }
`,
      },
    ),
  ],
});
