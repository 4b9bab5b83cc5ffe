/** Plaintext in module state: what the rule reports, and what it lets pass. */
import { noPlaintextToModuleState } from '../../rules/no-plaintext-to-module-state.ts';
import { flowCase, testFlowRule, withTags } from './rule-tester.ts';

const body = { source: 'ChatMessage.body', sink: 'module state' };
const handle = { before: 'function handle(message: ChatMessage): void { ', after: '; }' };
const into = (declaration: string) => ({ ...handle, before: `${declaration}\n${handle.before}` });

testFlowRule('no-plaintext-to-module-state', noPlaintextToModuleState, {
  valid: [
    {
      name: 'a local variable',
      code: withTags(
        'function handle(message: ChatMessage): number { let last = message.body; return last.length; }',
      ),
    },
    {
      name: 'a local collection',
      code: withTags(
        'function handle(message: ChatMessage): number { const bodies = new Map<string, string>(); bodies.set(message.id, message.body); return bodies.size; }',
      ),
    },
    {
      name: 'an identifier',
      code: withTags("let last = ''; function handle(message: ChatMessage): void { last = message.id; }"),
    },
    {
      name: 'a count',
      code: withTags(
        'const sizes: number[] = []; function handle(message: ChatMessage): void { sizes.push(message.body.length); }',
      ),
    },
    {
      name: 'a field of an object that is made for each session',
      code: withTags(
        'class Session { text = ""; add(message: ChatMessage): void { this.text += message.body; } } function handle(message: ChatMessage): string { const session = new Session(); session.add(message); return session.text; }',
      ),
    },
    {
      name: 'what hangs on a request',
      code: withTags(
        'const texts = new WeakMap<object, string>(); function handle(request: object, message: ChatMessage): void { texts.set(request, message.body); }',
      ),
    },
    {
      name: 'a context that ends with its call',
      code: withTags(
        "import { AsyncLocalStorage } from 'node:async_hooks'; const context = new AsyncLocalStorage<ChatMessage>(); function handle(message: ChatMessage): void { context.run(message, () => undefined); }",
      ),
    },
    {
      name: 'a closure of the call',
      code: withTags(
        'function handle(message: ChatMessage): number { const size = () => message.body.length; return size(); }',
      ),
    },
    {
      name: 'a task that uses an identifier',
      code: withTags(
        'const tasks: (() => string)[] = []; function handle(message: ChatMessage): void { tasks.push(() => message.id); }',
      ),
    },
    {
      name: 'a name that has no value yet',
      code: withTags(
        'let current: ChatMessage | undefined; function handle(): boolean { return current === undefined; }',
      ),
    },
    {
      name: 'a memo that is keyed by identifiers and holds counts',
      code: withTags(
        'const memo = new Map<string, number>(); function handle(message: ChatMessage): void { memo.set(message.id, message.body.split(" ").length); }',
      ),
    },
    {
      name: 'a store that the caller makes',
      code: withTags(
        'function fill(store: Map<string, string>, message: ChatMessage): void { store.set(message.id, message.body); } function handle(message: ChatMessage): void { fill(new Map(), message); }',
      ),
    },
  ],
  invalid: [
    flowCase('a binding', 'last = message.body', body, into("let last = '';")),
    flowCase('a list', 'recent.push(message.body)', body, into('const recent: string[] = [];')),
    flowCase(
      'a map',
      'bodies.set(message.id, message.body.trim())',
      body,
      into('const bodies = new Map<string, string>();'),
    ),
    flowCase('the key of a set', 'seen.add(message.body)', body, into('const seen = new Set<string>();')),
    flowCase(
      'a record',
      'drafts[message.id] = message.body',
      body,
      into('const drafts: Record<string, string> = {};'),
    ),
    flowCase('a member of an object', 'state.last = message.body', body, into("const state = { last: '' };")),
    flowCase(
      'a static field',
      'Inbox.last = message.body',
      body,
      into('class Inbox { static last: string | undefined; }'),
    ),
    flowCase('the global object', '(globalThis as { last?: string }).last = message.body', body, handle),
    flowCase('a field of the one instance', 'this.last = message.body', body, {
      before: "class Inbox { last = ''; receive(message: ChatMessage): void { ",
      after: '; } }\nexport const inbox = new Inbox();',
    }),
    flowCase(
      'the one instance, by its caller',
      'inbox.keep(message.body)',
      { ...body, via: ' through keep()' },
      into(
        "class Inbox { #last = ''; keep(text: string): void { this.#last = text; } }\nconst inbox = new Inbox();",
      ),
    ),
    flowCase(
      'a closure that is kept',
      'tasks.push(() => send(message.body))',
      body,
      into('declare function send(text: string): void;\nconst tasks: (() => void)[] = [];'),
    ),
    flowCase(
      'a memo',
      'shorten(message.body)',
      body,
      into(
        'function memoize(work: (text: string) => string) { const known = new Map<string, string>(); return (text: string) => { const made = known.get(text) ?? work(text); known.set(text, made); return made; }; }\nconst shorten = memoize((text) => text.slice(0, 9));',
      ),
    ),
    flowCase(
      'a handler of the process',
      "process.on('exit', () => send(message.body))",
      body,
      into('declare function send(text: string): void;'),
    ),
  ],
});
