/** Plaintext in telemetry: what the rule reports, and what it lets pass. */
import { noPlaintextToTelemetry } from '../../rules/no-plaintext-to-telemetry.ts';
import { flowCase, testFlowRule, withTags } from './rule-tester.ts';

const body = { source: 'ChatMessage.body', sink: 'telemetry' };

testFlowRule('no-plaintext-to-telemetry', noPlaintextToTelemetry, {
  valid: [
    {
      name: 'an identifier',
      code: withTags(
        `import { trace } from '@opentelemetry/api'; const span = trace.getTracer('chat').startSpan('receive'); span.setAttribute('message.id', message.id);`,
      ),
    },
    {
      name: 'a size',
      code: withTags(
        `import { trace } from '@opentelemetry/api'; const span = trace.getTracer('chat').startSpan('receive'); span.setAttribute('message.size', message.body.length);`,
      ),
    },
    {
      name: 'a fixed text',
      code: withTags(`import * as Sentry from '@sentry/node'; Sentry.captureMessage('refused');`),
    },
    {
      name: 'a span of its own',
      code: withTags(
        `const span = { setAttribute(key: string, text: string): number { return key.length + text.length; } }; span.setAttribute('text', message.body);`,
      ),
    },
    {
      name: 'an error without content',
      code: withTags(
        `import * as Sentry from '@sentry/node'; Sentry.captureException(new Error(message.id));`,
      ),
    },
    {
      name: 'the end of a span',
      code: withTags(
        `import { trace } from '@opentelemetry/api'; const span = trace.getTracer('chat').startSpan('receive'); span.end();`,
      ),
    },
  ],
  invalid: [
    flowCase('an attribute', `span.setAttribute('message.text', message.body)`, body, {
      before: `import { trace } from '@opentelemetry/api'; const span = trace.getTracer('chat').startSpan('receive');
`,
      suggestions: [['useId', 'message.id', "span.setAttribute('message.text', message.id)"]],
    }),
    flowCase('several attributes', `span.setAttributes({ text: message.body })`, body, {
      before: `import { trace } from '@opentelemetry/api'; const span = trace.getTracer('chat').startSpan('receive');
`,
      suggestions: [['dropField', 'text', 'span.setAttributes({})']],
    }),
    flowCase('a recorded error', `span.recordException(new Error(message.body))`, body, {
      before: `import { trace } from '@opentelemetry/api'; const span = trace.getTracer('chat').startSpan('receive');
`,
    }),
    flowCase('a message of an error tracker', `Sentry.captureMessage(message.body)`, body, {
      before: `import * as Sentry from '@sentry/node';
`,
      suggestions: [['useId', 'message.id', 'Sentry.captureMessage(message.id)']],
    }),
    flowCase('a breadcrumb', `Sentry.addBreadcrumb({ message: message.body })`, body, {
      before: `import * as Sentry from '@sentry/node';
`,
      suggestions: [['dropField', 'message', 'Sentry.addBreadcrumb({})']],
    }),
    flowCase(
      'a helper',
      `report(message.body)`,
      { ...body, via: ' through report()' },
      {
        before: `import * as Sentry from '@sentry/node'; function report(reason: string): void { Sentry.captureMessage(reason); }
`,
        suggestions: [['useId', 'message.id', 'report(message.id)']],
      },
    ),
  ],
});
