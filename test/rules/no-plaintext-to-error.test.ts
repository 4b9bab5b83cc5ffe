/** Plaintext in errors: what the rule reports, and what it lets pass. */
import { noPlaintextToError } from '../../rules/no-plaintext-to-error.ts';
import { flowCase, testFlowRule, withTags } from './rule-tester.ts';

const body = { source: 'ChatMessage.body', sink: 'an error' };

const httpError = `class HttpError extends Error {
  constructor(readonly status: number, message: string, readonly detail?: string) { super(message); }
}
`;

testFlowRule('no-plaintext-to-error', noPlaintextToError, {
  valid: [
    { name: 'an identifier', code: withTags('throw new Error(`no such message: ${message.id}`);') },
    { name: 'a size', code: withTags('throw new RangeError(`${message.body.length} characters`);') },
    { name: 'a fixed text', code: withTags("if (message.body === '') throw new Error('empty');") },
    {
      name: 'an error that quotes its input and is not wrapped',
      code: withTags("try { JSON.parse(message.body); } catch { throw new Error('not JSON'); }"),
    },
    {
      name: 'an error of our own class without content',
      code: withTags(`${httpError}throw new HttpError(422, 'refused', message.id);`),
    },
    {
      name: 'a private field that nobody prints',
      code: withTags(`class Refused extends Error {
        #body: string;
        constructor(body: string) { super('refused'); this.#body = body; }
        get size(): number { return this.#body.length; }
      }
      throw new Refused(message.body);`),
    },
    {
      name: 'an object that is called an error and is none',
      code: withTags(
        'interface ParseError { text: string } const failed: ParseError = { text: message.body };',
      ),
    },
    {
      name: 'an error that is looked up',
      code: withTags('const known = new Map<string, Error>(); const found = known.get(message.body);'),
    },
    {
      name: 'an error type that another module declares',
      code: withTags(
        'class Error { constructor(readonly text: string) {} } new Error(message.body); export {};',
      ),
    },
    {
      name: 'an error that is caught and thrown again',
      code: withTags('try { JSON.parse(message.body); } catch (error) { throw error; }'),
    },
    {
      name: 'a property without content',
      code: withTags("const failed = new Error('x') as Error & { id?: string }; failed.id = message.id;"),
    },
    {
      name: 'a rejection without content',
      code: withTags('await Promise.reject(new Error(message.id)); export {};'),
    },
  ],
  invalid: [
    flowCase('its message', 'new Error(message.body)', body, {
      before: 'throw ',
      suggestions: [['useId', 'message.id', 'new Error(message.id)']],
    }),
    flowCase('a template', 'new TypeError(`cannot read ${message.body}`)', body, {
      before: 'throw ',
      suggestions: [['useId', 'message.id', 'new TypeError(`cannot read ${message.id}`)']],
    }),
    flowCase('without new', "RangeError('too long: ' + message.body)", body, { before: 'throw ' }),
    flowCase('its cause', "new Error('refused', { cause: message.body })", body, {
      before: 'throw ',
      suggestions: [['dropField', 'cause', "new Error('refused', {})"]],
    }),
    flowCase('a cause that quotes its input', "new Error('not JSON', { cause: error })", body, {
      before: 'try { JSON.parse(message.body); } catch (error) { throw ',
      after: '; }',
    }),
    flowCase(
      'a class of our own',
      'new HttpError(422, message.body.slice(0, 40))',
      { ...body, via: ' through HttpError()' },
      {
        before: `${httpError}throw `,
      },
    ),
    flowCase(
      'a property of a class of our own',
      "new HttpError(422, 'refused', message.body)",
      { ...body, via: ' through HttpError()' },
      {
        before: `${httpError}throw `,
        suggestions: [['useId', 'message.id', "new HttpError(422, 'refused', message.id)"]],
      },
    ),
    flowCase('a property that is added', 'failed.prompt = message.body', body, {
      before: "const failed = new Error('x') as Error & { prompt?: string };\n",
    }),
    flowCase(
      'properties that are assigned',
      "Object.assign(new Error('x'), { message: message.body })",
      body,
      {
        before: 'throw ',
        suggestions: [['dropField', 'message', "Object.assign(new Error('x'), {})"]],
      },
    ),
    flowCase('a rejection', 'new Error(message.body)', body, {
      before: 'void Promise.reject(',
      after: ');',
      suggestions: [['useId', 'message.id', 'new Error(message.id)']],
    }),
    flowCase('many errors', 'new AggregateError([], message.body)', body, {
      before: 'throw ',
      suggestions: [['useId', 'message.id', 'new AggregateError([], message.id)']],
    }),
    flowCase(
      'a helper that throws',
      'fail(message.body)',
      { ...body, via: ' through fail()' },
      {
        before: 'function fail(reason: string): never { throw new Error(reason); }\n',
        suggestions: [['useId', 'message.id', 'fail(message.id)']],
      },
    ),
    flowCase('a text that is thrown', 'throw message.body;', body, { after: '' }),
    flowCase('a message that is written later', 'failed.message = `refused: ${message.body}`', body, {
      before: "const failed = new Error('refused');\n",
    }),
  ],
});
