/** Wrong settings fail at once, with the key, what is there and what is allowed. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { SettingsError } from '../../catalogue/settings-shape.ts';
import { parseSettings } from '../../catalogue/settings.ts';
import { parseModels } from '../../engine/models/compile.ts';

const auditSink = { type: '@acme/audit.AuditLog', path: 'Member[record].Argument[0]', kind: 'log' };

const everything = {
  plaintext: [
    { from: 'file', path: 'src/models/message.ts', name: 'ChatMessage' },
    { from: 'package', package: '@acme/proto', name: 'IMessage', label: 'message' },
  ],
  models: {
    sources: [{ type: '@acme/crypto', path: 'Member[decrypt].ReturnValue.Awaited' }],
    sinks: [auditSink, { ...auditSink, name: true, labels: ['message'], by: 'import', versions: '>=2' }],
    propagators: [
      {
        type: 'global',
        path: 'Member[decodeURIComponent]',
        input: 'Argument[0]',
        output: 'ReturnValue',
        mode: 'taint',
      },
    ],
    sanitizers: [{ type: '@acme/redact', path: 'Member[mask].ReturnValue' }],
    guards: [{ type: '@acme/redact', path: 'Member[isPublic].Argument[0]', accepting: 'true' }],
  },
  unmodelledCalls: 'ignore',
  implicitFlows: true,
  nameHeuristics: ['^(?:body|prompt)$'],
};

test('every setting of the documentation is taken as it is written', () => {
  expect(parseSettings(everything)).toEqual(everything);
});

test('settings may be left out, whole or in part', () => {
  expect(parseSettings(undefined)).toEqual({});
  expect(parseSettings({ models: { sinks: [] } })).toEqual({ models: { sinks: [] } });
});

describe('wrong settings name the key, what is there and what is allowed', () => {
  test.each([
    ['strict', "settings.stateless is 'strict'; allowed: an object with plaintext, models, "],
    [{ sinks: [] }, 'settings.stateless.sinks is not a setting; allowed: plaintext, models, modelFiles, '],
    [
      { 'un-modelled': 1 },
      'settings.stateless["un-modelled"] is not a setting; allowed: plaintext, models, ',
    ],
    [
      { unmodelledCalls: 'report' },
      "settings.stateless.unmodelledCalls is 'report'; allowed: 'propagate' or 'ignore'.",
    ],
    [{ implicitFlows: 'yes' }, "settings.stateless.implicitFlows is 'yes'; allowed: true or false."],
    [{ implicitFlows: null }, 'settings.stateless.implicitFlows is null; allowed: true or false.'],
    [{ nameHeuristics: ['('] }, "settings.stateless.nameHeuristics[0] is '('; allowed: a regular expression"],
    [{ nameHeuristics: 'body' }, "settings.stateless.nameHeuristics is 'body'; allowed: a list of"],
    [
      { plaintext: [{ from: 'module', name: 'IMessage' }] },
      "settings.stateless.plaintext[0].from is 'module'; allowed: 'file' or 'package'.",
    ],
    [
      { plaintext: [{ from: 'package', package: '@acme/proto' }] },
      "settings.stateless.plaintext[0].name is missing; allowed: a text such as 'IMessage'.",
    ],
    [
      { plaintext: [{ from: 'file', package: '@acme/proto', name: 'IMessage', path: 'a.ts' }] },
      'settings.stateless.plaintext[0].package is not a setting; allowed: from, path, name, label.',
    ],
    [
      { models: { sinks: [auditSink, auditSink, { ...auditSink, path: 5 }] } },
      "settings.stateless.models.sinks[2].path is 5; allowed: an access path such as 'Member[record].Argument[0]'",
    ],
    [
      { models: { sinks: [{ ...auditSink, kind: 'logs' }] } },
      "settings.stateless.models.sinks[0].kind is 'logs'; allowed: 'disk', 'object-store'",
    ],
    [
      { models: { sinks: [{ ...auditSink, name: false }] } },
      'settings.stateless.models.sinks[0].name is false; allowed: true.',
    ],
    [{ models: { sinks: {} } }, 'settings.stateless.models.sinks is an object; allowed: a list of rows.'],
    [
      { models: { sources: [() => 'row'] } },
      'settings.stateless.models.sources[0] is a function; allowed: an object with type, path, ',
    ],
    [
      { models: { barriers: [] } },
      'settings.stateless.models.barriers is not a setting; allowed: sources, sinks, propagators, sanitizers, guards, aliases.',
    ],
    [
      { models: { propagators: [{ ...everything.models.propagators[0], mode: 'copy' }] } },
      "settings.stateless.models.propagators[0].mode is 'copy'; allowed: 'value' or 'taint'.",
    ],
  ])('%j', (settings, message) => {
    const fault = faultOf(settings);
    expect(fault.message).toContain(message);
    expect(fault.message.split('\n')).toHaveLength(1);
  });

  test('a long text is told by its length only', () => {
    const fault = faultOf({ unmodelledCalls: 'x'.repeat(4_000) });
    expect(fault.message).toContain('is a text of 4000 characters; allowed:');
  });

  test('the error carries the key for programs that read it', () => {
    expect(faultOf({ models: { guards: [{ type: 'global' }] } }).key).toBe(
      'settings.stateless.models.guards[0].path',
    );
  });
});

function faultOf(settings: unknown): SettingsError {
  try {
    parseSettings(settings);
  } catch (error) {
    if (error instanceof SettingsError) return error;
    throw error;
  }
  throw new Error('these settings were taken');
}

test('a row whose access path the engine cannot read is named by its key', () => {
  const settings = { models: { sinks: [auditSink, { ...auditSink, path: 'Membr[record]' }] } };
  expect(() => parseSettings(settings, parseModels)).toThrow(
    /^settings\.stateless\.models\.sinks\[1\] cannot be read: .*Membr/,
  );
});

test('the sample of the documentation is taken', () => {
  const page = readFileSync(join(import.meta.dirname, '../../docs/rules/settings.md'), 'utf8');
  const sample = /^```js\n(?<code>[\s\S]*?)^```$/mu.exec(page)?.groups?.['code'] ?? '';
  const config: unknown = runInNewContext(sample.replace('export default', ''));
  expect(config).toEqual([{ settings: { stateless: expect.anything() } }]);
  const [{ settings }] = config as [{ settings: { stateless: unknown } }];
  expect(parseSettings(settings.stateless, parseModels)).toEqual(settings.stateless);
});
