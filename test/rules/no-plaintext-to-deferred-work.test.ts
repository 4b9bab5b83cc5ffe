/** Plaintext in deferred work: what the rule reports, and what it lets pass. */
import { noPlaintextToDeferredWork } from '../../rules/no-plaintext-to-deferred-work.ts';
import { flowCase, testFlowRule, withTags } from './rule-tester.ts';

const body = { source: 'ChatMessage.body', sink: 'deferred work' };

const helpers = `
function send(text: string): void { void text; }
async function save(text: string): Promise<void> { await Promise.resolve(text); }
`;
const before = helpers;

testFlowRule('no-plaintext-to-deferred-work', noPlaintextToDeferredWork, {
  valid: [
    {
      name: 'a timer with an identifier',
      code: withTags(`${helpers}setTimeout(() => send(message.id), 10);`),
    },
    {
      name: 'a timer that reads a size',
      code: withTags(`${helpers}setTimeout(() => send(String(message.body.length)), 10);`),
    },
    { name: 'a promise that is awaited', code: withTags(`${helpers}await save(message.body); export {};`) },
    {
      name: 'a promise that is given back',
      code: withTags(`${helpers}const keep = (): Promise<void> => save(message.body);`),
    },
    {
      name: 'promises that are awaited together',
      code: withTags(`${helpers}await Promise.all([save(message.body), save(message.id)]); export {};`),
    },
    {
      name: 'a promise that is awaited later',
      code: withTags(`${helpers}const saved = save(message.body); await saved; export {};`),
    },
    { name: 'nothing awaits, and no content', code: withTags(`${helpers}void save(message.id);`) },
    {
      name: 'a timer that is called off at the end',
      code: withTags(
        `${helpers}const timer = setTimeout(() => send(message.body), 10); try { send(message.id); } finally { clearTimeout(timer); }`,
      ),
    },
    {
      name: 'a timer that somebody waits for',
      code: withTags(
        'await new Promise<string>((resolve) => { setTimeout(() => resolve(message.body), 10); }); export {};',
      ),
    },
    {
      name: 'an answer that can be awaited and need not',
      code: withTags(
        'interface Reply { send(text: string): Reply; then(done: () => void): void } declare const reply: Reply; reply.send(message.body);',
      ),
    },
    {
      name: 'a context that ends with its call',
      code: withTags(
        "import { AsyncLocalStorage } from 'node:async_hooks'; const context = new AsyncLocalStorage<string>(); context.run(message.body, () => undefined);",
      ),
    },
    { name: 'a call that gives no promise', code: withTags(`${helpers}send(message.body);`) },
  ],
  invalid: [
    flowCase('a timer whose function uses it', 'setTimeout(() => send(message.body), 1000)', body, {
      before,
    }),
    flowCase('a timer that hands it on', 'setTimeout(send, 1000, message.body)', body, { before }),
    flowCase('a function that is bound to it', 'setTimeout(send.bind(undefined, message.body), 1000)', body, {
      before,
    }),
    flowCase('an interval', 'setInterval(() => send(message.body), 60_000)', body, { before }),
    flowCase('an immediate', 'setImmediate(send, message.body)', body, { before }),
    flowCase('timers of the module', 'later(send, 10, message.body)', body, {
      before: `import { setTimeout as later } from 'node:timers';\n${helpers}`,
    }),
    flowCase('a finalizer', 'registry.register(message, message.body)', body, {
      before: 'const registry = new FinalizationRegistry<string>(() => undefined);\n',
    }),
    flowCase('a context that is entered', 'context.enterWith(message.body)', body, {
      before:
        "import { AsyncLocalStorage } from 'node:async_hooks';\nconst context = new AsyncLocalStorage<string>();\n",
    }),
    flowCase('a promise that nothing awaits', 'save(message.body)', body, { before: `${helpers}void ` }),
    flowCase('a promise whose failure alone is handled', 'save(message.body).catch(() => undefined)', body, {
      before,
    }),
    flowCase(
      'an async function that is called at once',
      '(async () => { await save(message.body); })()',
      body,
      { before: `${helpers}void ` },
    ),
    flowCase('an async loop', 'messages.forEach(async (one) => { await save(one.body); })', body, {
      before: `${helpers}declare const messages: readonly ChatMessage[];\n`,
    }),
    flowCase(
      'a helper that waits for nothing',
      'saveLater(message.body)',
      { ...body, via: ' through saveLater()' },
      { before: `${helpers}function saveLater(text: string): void { void save(text); }\n` },
    ),
  ],
});
