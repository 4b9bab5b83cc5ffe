/** A policy is the catalogue with a team's settings, and equal ones are known by equal digests. */
import { expect, test } from 'vitest';
import { catalogue } from '../../catalogue/index.ts';
import { policyOf } from '../../catalogue/policy.ts';

const sink = { type: '@acme/audit.AuditLog', path: 'Member[record].Argument[0]', kind: 'log' };

test('the rows of a team stand after those of the catalogue', () => {
  const policy = policyOf({ models: { sinks: [sink] } }, '/service');
  expect(policy.models.sinks).toHaveLength(catalogue.sinks.length + 1);
  expect(policy.models.sinks.at(-1)).toEqual(sink);
  expect(policy.models.sources).toEqual(catalogue.sources);
});

test('what is not set has the documented default', () => {
  const policy = policyOf({}, '/service');
  expect(policy).toMatchObject({
    plaintext: [],
    unmodelledCalls: 'propagate',
    implicitFlows: false,
    nameHeuristics: [],
  });
});

test('the tag counts in the two packages that declare it and nowhere else', () => {
  expect(policyOf({}, '/service').brands).toEqual([
    { package: 'stateless-runtime', name: 'Plaintext' },
    { package: 'eslint-plugin-stateless', name: 'Plaintext' },
  ]);
});

test.each([
  ['src/models/message.ts', '/service', '/service/src/models/message.ts'],
  ['./src/../models/message.ts', '/service/', '/service/models/message.ts'],
  ['../shared/message.ts', '/service/api', '/service/shared/message.ts'],
  ['/elsewhere/message.ts', '/service', '/elsewhere/message.ts'],
  ['src\\models\\message.ts', 'C:\\service', 'C:/service/src/models/message.ts'],
  ['D:\\shared\\message.ts', 'C:\\service', 'D:/shared/message.ts'],
])('the file %s of %s is %s', (path, folder, absolute) => {
  const policy = policyOf({ plaintext: [{ from: 'file', path, name: 'ChatMessage' }] }, folder);
  expect(policy.plaintext).toEqual([{ from: 'file', path: absolute, name: 'ChatMessage' }]);
});

test('policies that mean the same have the same digest, whatever the order of keys', () => {
  const written = policyOf({ models: { sinks: [sink] }, implicitFlows: false }, '/service');
  const reordered = { kind: sink.kind, path: sink.path, type: sink.type };
  expect(policyOf({ models: { sinks: [reordered] } }, '/service').digest).toBe(written.digest);
});

test.each([
  [{}, { unmodelledCalls: 'ignore' as const }],
  [{}, { models: { sinks: [sink] } }],
  [{ models: { sinks: [sink] } }, { models: { sinks: [{ ...sink, name: true as const }] } }],
])('%j and %j have different digests', (one, other) => {
  expect(policyOf(one, '/service').digest).not.toBe(policyOf(other, '/service').digest);
});

test('the same relative path in two folders makes two policies', () => {
  const settings = {
    plaintext: [{ from: 'file' as const, path: 'message.ts', name: 'ChatMessage' }],
  };
  expect(policyOf(settings, '/api').digest).not.toBe(policyOf(settings, '/worker').digest);
});
