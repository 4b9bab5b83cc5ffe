/** What each part of the runtime is made of: lines an auditor reads, and modules that it reaches. */
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

const folder = join(import.meta.dirname, '../../runtime');
const limits = [
  ['session process', 'session/main.ts', 1500],
  ['session process that calls an upstream, without verifiers', 'session/main.ts upstream/call.ts', 2500],
  ['public face, which a bundle loads into its session process', 'index.ts', 1000],
  ['describe process', 'session/describe.ts', 1500],
  ['broker', 'broker/index.ts', 1500],
  ['launcher', 'launcher/main.ts', 200],
  ['client with all of its verifiers', 'client/index.ts attestation/index.ts', 2500],
] as const;

describe('the import closure', () => {
  it.each(limits)(
    'of the %s (%s) has at most the lines of code that the design allows',
    (name, entries, limit) => {
      const files = new Set(entries.split(' ').flatMap((entry) => [...closure(entry)]));
      const lines = [...files].reduce((total, file) => total + codeLines(file), 0);
      console.info(`${name}: ${lines} lines of code, at most ${limit}`);
      expect(lines).toBeLessThanOrEqual(limit);
    },
  );

  it('of the session process has no client in it: a processor without upstreams loads none', () => {
    const reached = [...closure('session/main.ts'), ...closure('index.ts')];
    expect(reached.filter((file) => /^(client|attestation|upstream)\//.test(file))).toEqual([]);
    expect(closure('upstream/call.ts')).toContain('attestation/verify.ts');
  });

  it('of the client and of the public face reaches no module of Node', () => {
    for (const entry of ['client/index.ts', 'attestation/index.ts', 'index.ts'])
      for (const file of closure(entry)) expect(outside(file), file).toEqual([]);
  });

  it('of the broker reaches nothing that could open, seal, or run a processor', () => {
    const reached = [...closure('broker/index.ts')];
    expect(reached.filter((file) => /^(client|hpke|wire|session)\//.test(file)).sort()).toEqual([
      'hpke/suites.ts',
      'session/flags.ts',
      'wire/bounds.ts',
      'wire/sizes.ts',
    ]);
  });

  it('of every file stays inside the package and asks for built-ins only', () => {
    for (const file of allFiles()) {
      expect(
        outside(file).filter((specifier) => !specifier.startsWith('node:')),
        file,
      ).toEqual([]);
      for (const target of inside(file)) expect(target.startsWith('..'), `${file} -> ${target}`).toBe(false);
    }
  });
});

function closure(entry: string, seen = new Set<string>()): Set<string> {
  if (seen.has(entry)) return seen;
  seen.add(entry);
  for (const target of inside(entry)) closure(target, seen);
  return seen;
}

function inside(file: string): string[] {
  return specifiers(file)
    .filter((specifier) => specifier.startsWith('.'))
    .map((specifier) => relative(folder, join(folder, dirname(file), specifier)));
}

function outside(file: string): string[] {
  return specifiers(file).filter((specifier) => !specifier.startsWith('.'));
}

// Of the imports that are left at run time: a type-only import runs nothing.
function specifiers(file: string): string[] {
  const statements = read(file).matchAll(/^(?:import|export)(?! type)\b[^;]*?from '([^']+)';/gm);
  return [...statements].map(([, specifier]) => specifier ?? '');
}

// Comments and empty lines are for the reader, not against the limit.
function codeLines(file: string): number {
  const lines = read(file)
    .replaceAll(/\/\*[\s\S]*?\*\//g, '')
    .split('\n');
  return lines.filter((line) => line.trim() !== '' && !line.trim().startsWith('//')).length;
}

function allFiles(): string[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return names.filter((name) => name.endsWith('.ts') && !/^(dist|node_modules)\//.test(name));
}

function read(file: string): string {
  return readFileSync(join(folder, file), 'utf8');
}
