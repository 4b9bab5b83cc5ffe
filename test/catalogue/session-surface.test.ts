/** What `no-escape-hatch` lets pass is what the runtime leaves in place, and nothing that closes a channel. */
import { expect, test } from 'vitest';
import { channels } from '../../catalogue/channels.ts';
import { closedGlobals, sessionModules, sessionProcessMembers } from '../../catalogue/session-surface.ts';
import { channels as registry } from '../../runtime/channels.ts';
import { allowedGlobals, allowedModules, allowedProcessMembers } from '../../runtime/session/allowed.ts';

const closedBy = (layer: string): readonly string[] =>
  registry
    .flatMap(({ closers }) => closers)
    .filter((closer) => closer.startsWith(`${layer}:`))
    .map((closer) => closer.slice(layer.length + 1));

test('the modules that may be loaded are those that a bundle finds', () => {
  expect(sessionModules.map((name) => `node:${name}`)).toEqual(allowedModules);
  expect(closedBy('module').filter((name) => allowedModules.includes(name))).toEqual([]);
});

test('the members of process that may be used are those that stay', () => {
  expect(allowedProcessMembers.filter((name) => !sessionProcessMembers.includes(name))).toEqual(
    allowedProcessMembers.filter((name) => name.startsWith('_')),
  );
  expect(closedBy('process').filter((name) => sessionProcessMembers.includes(name))).toEqual([]);
});

test('every global that a channel is closed by is reported, and none that stays', () => {
  const gone = closedBy('global').filter((name) => !allowedGlobals.includes(name));
  expect(gone.filter((name) => !closedGlobals.includes(name))).toEqual([]);
  expect(closedGlobals.filter((name) => allowedGlobals.includes(name))).toEqual([]);
  expect(channels.map(({ id }) => id)).toEqual(registry.map(({ id }) => id));
});
