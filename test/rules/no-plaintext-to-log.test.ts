/** Plaintext in logs: what the rule reports, and what it lets pass. */
import { noPlaintextToLog } from '../../rules/no-plaintext-to-log.ts';
import { flowCase, testFlowRule, withTags } from './rule-tester.ts';

const body = { source: 'ChatMessage.body', sink: 'the log' };
const through = (name: string) => ({ ...body, via: ` through ${name}()` });

const pino = `import pino from 'pino';
const logger = pino();
`;

testFlowRule('no-plaintext-to-log', noPlaintextToLog, {
  valid: [
    {
      name: 'an identifier beside the plaintext',
      code: withTags('console.log(message.id);'),
    },
    {
      name: 'the size of a message',
      code: withTags('console.info(`received ${message.body.length} characters`);'),
    },
    {
      name: 'whether a message has content',
      code: withTags("console.info('empty:', message.body === '', message.body.startsWith('/'));"),
    },
    {
      name: 'a separate member of an object that also holds plaintext',
      code: withTags(`
        const line = { id: message.id, text: message.body };
        console.log(line.id);`),
    },
    {
      name: 'a variable after it was given another value',
      code: withTags(`
        let text: string = message.body;
        text = 'withheld';
        console.log(text);`),
    },
    {
      name: 'a helper that is called with a constant here, and does not log what it is given elsewhere',
      code: withTags(`
        function logLine(text: string): void { console.log(text); }
        function measure(text: string): number { return text.length; }
        logLine('started');
        measure(message.body);`),
    },
    {
      name: 'a type of the same name that another module declares',
      code: `
        type Plaintext<T> = T & { readonly tag: 'plaintext' };
        declare const line: Plaintext<string>;
        console.log(line);`,
    },
    {
      name: 'a function of the same name that logs nothing',
      code: withTags(`
        const console = { log(text: string): void { void text; } };
        console.log(message.body);
        export {};`),
    },
    {
      name: 'the word that a table has for a message',
      code: withTags(`
        const KINDS: Readonly<Record<string, string>> = { '/help': 'command' };
        console.log(KINDS[message.body] ?? 'text');`),
    },
    {
      name: 'an error of our own that does not quote its input',
      code: withTags(`
        try { JSON.parse(message.body); } catch { console.error('not JSON'); }`),
    },
    {
      name: 'child bindings without content',
      code: withTags(`${pino}logger.child({ message: message.id }).info('opened');`),
    },
    {
      name: 'plaintext of another label than the options name',
      code: withTags('console.log(message.body);'),
      options: [{ labels: ['message'] }],
    },
  ],
  invalid: [
    {
      name: 'a doc tag that names no kind of sinks',
      code: `/** @sink lgo text */
export declare function audit(text: string): void;
interface Audit {
  /** Writes a line. @sink log line */
  write(text: string): void;
}
/** @sink log text */
export declare function record(text: string): void;
export type { Audit };
`,
      errors: [
        { messageId: 'noKind', data: { word: 'lgo' }, line: 1, column: 5, endLine: 1, endColumn: 19 },
        { messageId: 'noParameter', data: { word: 'line' }, line: 4, column: 22, endLine: 4, endColumn: 36 },
      ],
    },
    flowCase(
      'a field before another',
      "logger.info({ text: message.body, id: message.id }, 'received')",
      body,
      {
        before: pino,
        suggestions: [['dropField', 'text', "logger.info({ id: message.id }, 'received')"]],
      },
    ),
    flowCase(
      'a field behind another',
      "logger.info({ id: message.id, 'text': message.body, }, 'received')",
      body,
      {
        before: pino,
        suggestions: [['dropField', "'text'", "logger.info({ id: message.id }, 'received')"]],
      },
    ),
    flowCase(
      'a field inside another',
      'logger.info({ at: 1, message: { id: message.id, text: message.body } })',
      body,
      {
        before: pino,
        suggestions: [['dropField', 'text', 'logger.info({ at: 1, message: { id: message.id } })']],
      },
    ),
    flowCase('a field that a variable fills', 'logger.info({ preview, id: message.id })', body, {
      before: `${pino}const preview = message.body.slice(0, 20);
`,
      suggestions: [['dropField', 'preview', 'logger.info({ id: message.id })']],
    }),
    flowCase('an object that is spread', 'logger.info({ ...message, at: 1 })', body, {
      before: pino,
      suggestions: [['useId', 'message.id', 'logger.info({ id: message.id, at: 1 })']],
    }),
    flowCase(
      'an object that has no identifier',
      'logger.info({ draft })',
      { ...body, source: 'Draft.text' },
      {
        before: `${pino}interface Draft { readonly text: Plaintext<string>; } declare const draft: Draft;
`,
        suggestions: [['dropField', 'draft', 'logger.info({})']],
      },
    ),
    flowCase(
      'an object whose identifier is plaintext',
      'console.log(draft)',
      { ...body, source: 'Draft.id' },
      {
        before: `interface Draft { readonly id: Plaintext<string>; } declare const draft: Draft;
`,
      },
    ),
    flowCase('a field that the helper asks for', 'record({ text: message.body, at: 1 })', through('record'), {
      before: 'function record(line: { text: string; at: number }): void { console.log(line); }\n',
    }),
    flowCase(
      'a number in the place of a text',
      'logLine(draft.text)',
      { ...through('logLine'), source: 'Draft.text' },
      {
        before: `interface Draft { readonly id: number; readonly text: Plaintext<string>; } declare const draft: Draft;
function logLine(text: string): void { console.log(text); }
`,
      },
    ),
    flowCase(
      'an identifier that is private',
      'console.log(draft)',
      { ...body, source: 'Draft.text' },
      {
        before: `declare class Draft { private readonly id: string; readonly text: Plaintext<string>; } declare const draft: Draft;
`,
      },
    ),
    flowCase('a spread that fills what is asked for', 'record({ ...message, at: 1 })', through('record'), {
      before: `function record(line: { id: string; body: string; at: number }): void { console.log(line); }
`,
    }),
    flowCase(
      'a field of a bound that is inferred',
      'record({ text: message.body, at: 1 })',
      through('record'),
      {
        before: `function record<T extends { at: number }>(line: T): void { console.log(line); }
`,
        suggestions: [['dropField', 'text', 'record({ at: 1 })']],
      },
    ),
    flowCase('plaintext itself', 'console.log(message.body)', body, {
      suggestions: [['useId', 'message.id', 'console.log(message.id)']],
    }),
    flowCase('a line made with a template', 'console.warn(`from ${message.id}: ${message.body}`)', body, {
      suggestions: [['useId', 'message.id', 'console.warn(`from ${message.id}: ${message.id}`)']],
    }),
    flowCase('an object that is printed whole', 'console.dir(message)', body, {
      suggestions: [['useId', 'message.id', 'console.dir(message.id)']],
    }),
    flowCase('a part of a message', 'console.debug(message.body.slice(0, 20).trim().toUpperCase())', body),
    flowCase('a message as JSON', 'console.log(JSON.stringify({ message }, undefined, 2))', body, {
      suggestions: [
        ['dropField', 'message', 'console.log(JSON.stringify({}, undefined, 2))'],
        ['useId', 'message.id', 'console.log(JSON.stringify({ message: message.id }, undefined, 2))'],
      ],
    }),
    flowCase('an argument after the format', "console.error('%s: %o', message.id, message.body)", body, {
      suggestions: [['useId', 'message.id', "console.error('%s: %o', message.id, message.id)"]],
    }),
    flowCase('the standard output', "process.stdout.write(message.body + '\\n')", body),
    flowCase(
      'a helper that takes any text: the finding stands at its caller',
      'logLine(message.body)',
      through('logLine'),
      {
        before: 'function logLine(text: string): void { console.log(text); }\n',
        suggestions: [['useId', 'message.id', 'logLine(message.id)']],
      },
    ),
    flowCase('a helper two calls away', 'traceLine(message.body)', through('write'), {
      before: `
        function write(text: string): void { process.stderr.write(text); }
        function traceLine(text: string): void { write(\`trace \${text}\`); }
        `,
      suggestions: [['useId', 'message.id', 'traceLine(message.id)']],
    }),
    flowCase(
      'a tagged parameter of a helper',
      'console.log(text)',
      { source: 'text', sink: 'the log' },
      {
        before: 'function logLine(text: Plaintext<string>): void { ',
        after: '; }\nlogLine(message.body);',
      },
    ),
    flowCase('an error that quotes its input', 'console.error(error)', body, {
      before: 'try { JSON.parse(message.body); } catch (error) { ',
      after: '; }',
    }),
    flowCase('metadata of pino', "logger.info({ text: message.body }, 'received')", body, {
      before: pino,
      suggestions: [['dropField', 'text', "logger.info({}, 'received')"]],
    }),
    flowCase('a child logger of pino', 'logger.child({ message })', body, {
      before: pino,
      suggestions: [
        ['dropField', 'message', 'logger.child({})'],
        ['useId', 'message.id', 'logger.child({ message: message.id })'],
      ],
    }),
    flowCase('metadata of winston', "logger.warn('slow', { prompt: message.body })", body, {
      before: "import { createLogger } from 'winston';\nconst logger = createLogger();\n",
      suggestions: [['dropField', 'prompt', "logger.warn('slow', {})"]],
    }),
    flowCase('a field of bunyan', "logger.error({ message }, 'failed')", body, {
      before: "import { createLogger } from 'bunyan';\nconst logger = createLogger({ name: 'chat' });\n",
      suggestions: [
        ['dropField', 'message', "logger.error({}, 'failed')"],
        ['useId', 'message.id', "logger.error({ message: message.id }, 'failed')"],
      ],
    }),
    flowCase('a debug section', "log('sent %s', message.body)", body, {
      before: "import createDebug from 'debug';\nconst log = createDebug('chat');\n",
      suggestions: [['useId', 'message.id', "log('sent %s', message.id)"]],
    }),
    flowCase(
      'a timer whose label is plaintext',
      'console.time(message.body)',
      {
        ...body,
        sink: 'the log as a name',
      },
      { suggestions: [['useId', 'message.id', 'console.time(message.id)']] },
    ),
    flowCase(
      'one of the labels that the options name',
      'console.log(prompt)',
      {
        source: 'prompt',
        sink: 'the log',
      },
      {
        before: "declare const prompt: Plaintext<string, 'prompt'>;\n",
        after: ';\nconsole.log(message.body);',
        options: [{ labels: ['prompt'] }],
      },
    ),
  ],
});
