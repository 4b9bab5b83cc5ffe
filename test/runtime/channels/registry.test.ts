/** The channel registry names only what exists: closers, posture checks, lint rules. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { channels as copies } from '../../../catalogue/channels.ts';
import { launcherSteps } from '../../../runtime/launcher/launcher.ts';
import { channels, isClosed } from '../../../runtime/channels.ts';
import type { Closer } from '../../../runtime/channels.ts';
import { checks } from '../../../runtime/posture/checks.ts';
import {
  allowedGlobals,
  allowedModules,
  allowedProcessMembers,
  removedMembers,
} from '../../../runtime/session/allowed.ts';
import { sessionFlags } from '../../../runtime/session/flags.ts';

const root = join(import.meta.dirname, '../../..');

/** The rules that the design has; those that are built are files in rules/. */
const plannedRules = [
  ...['disk', 'object-store', 'database', 'cache', 'queue', 'log', 'telemetry', 'network', 'process'],
  ...['browser-storage', 'error', 'module-state', 'deferred-work'],
]
  .map((kind) => `no-plaintext-to-${kind}`)
  .concat('no-escape-hatch', 'no-dynamic-code', 'no-extractable-key', 'no-key-reuse')
  .concat('require-strict-input', 'no-open-egress');

const flags = sessionFlags(['/bundle'], 64).flatMap((flag) => [flag, flag.replace(/=.*/, '')]);

describe('the registry', () => {
  it('has at least the 58 channels of the design, each number and name once', () => {
    expect(channels.length).toBeGreaterThanOrEqual(58);
    expect(channels.map(({ number }) => number)).toEqual(channels.map((_, index) => index + 1));
    expect(new Set(channels.map(({ id }) => id)).size).toBe(channels.length);
  });

  it('says of every row what closes it, or why nobody does', () => {
    const silent = channels.filter(
      ({ closers, needs = [], residual }) => closers.length + needs.length === 0 && residual === undefined,
    );
    expect(silent).toEqual([]);
  });

  it('closes a row that has needs only where all of them are fulfilled', () => {
    const swap = channels.find(({ id }) => id === 'swap');
    const timing = channels.find(({ id }) => id === 'timing');
    expect(swap && isClosed(swap, new Set())).toBe(false);
    expect(swap && isClosed(swap, new Set(['swap']))).toBe(true);
    expect(timing && isClosed(timing, new Set(checks.map(({ name }) => name)))).toBe(false);
  });
});

it('the linter’s copy has the same rows, with the modules and globals that open them', () => {
  expect(copies.map(({ id }) => id)).toEqual(channels.map(({ id }) => id));
  expect(copies.find(({ id }) => id === 'sqlite-files')?.modules).toEqual(['node:sqlite']);
  expect(copies.find(({ id }) => id === 'undici-dispatcher')?.globals).toContain('Response');
});

describe.each(channels)('the row $id', ({ closers, alsoClosedBy = [], needs = [], rule }) => {
  it('names closers that exist', () => {
    expect([...closers, ...alsoClosedBy].filter((closer) => !exists(closer))).toEqual([]);
  });

  it('names checks of the posture that exist', () => {
    expect(needs.filter((need) => !checks.some(({ name }) => name === need))).toEqual([]);
  });

  it('names a lint rule that is built or planned', () => {
    if (rule !== undefined && !existsSync(join(root, 'rules', `${rule}.ts`)))
      expect(plannedRules).toContain(rule);
  });
});

it('a closer that does not exist is noticed', () => {
  expect(exists('flag:--no-such-flag')).toBe(false);
  expect(exists('no-flag:--permission')).toBe(false);
  expect(exists('module:node:crypto')).toBe(false);
  expect(exists('global:Promise')).toBe(false);
  expect(exists('process:pid')).toBe(false);
  expect(exists('removed:crypto.randomBytes')).toBe(false);
  expect(exists('code:session/guard.ts#openProcess')).toBe(false);
  expect(exists('code:session/not-there.ts#closeProcess')).toBe(false);
});

function exists(closer: Closer): boolean {
  const [layer = '', ...rest] = closer.split(':');
  const name = rest.join(':');
  switch (layer) {
    case 'flag':
      return flags.includes(name);
    case 'no-flag':
      return name.startsWith('--allow-') && !flags.includes(name);
    case 'global':
      return !allowedGlobals.includes(name);
    case 'process':
      return !allowedProcessMembers.includes(name);
    case 'module':
      return !allowedModules.includes(name);
    case 'removed':
      return isRemoved(name);
    case 'launcher':
      return Object.hasOwn(launcherSteps, name);
    default:
      return isInCode(name);
  }
}

function isRemoved(name: string): boolean {
  return Object.entries(removedMembers).some(([owner, members]) =>
    members.some((member) => `${owner}.${member}` === name),
  );
}

function isInCode(place: string): boolean {
  const [file = '', symbol = ''] = place.split('#');
  const path = join(root, 'runtime', file);
  return existsSync(path) && new RegExp(`\\b${symbol}\\b`).test(readFileSync(path, 'utf8'));
}
