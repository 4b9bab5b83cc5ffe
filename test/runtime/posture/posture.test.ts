/** The posture: each check on facts that fulfil it and facts that do not, and what follows for the rows. */
import { describe, expect, it } from 'vitest';
import { launcherSteps } from '../../../runtime/launcher/launcher.ts';
import type { LauncherStep } from '../../../runtime/launcher/launcher.ts';
import { checks } from '../../../runtime/posture/checks.ts';
import type { Facts } from '../../../runtime/posture/facts.ts';
import { judge, openRows } from '../../../runtime/posture/posture.ts';
import { postureText } from '../../../runtime/posture/report.ts';

const good: Facts = {
  isLinux: true,
  nodeVersion: '26.10.0',
  execArgv: [],
  environment: ['PATH'],
  swaps: 'Filename\tType\tSize\tUsed\tPriority',
  corePattern: 'core',
  tracing: '2',
  commandLine: 'quiet init_on_free=1',
  descriptors: [
    { number: 1, flags: 0o1 },
    { number: 9, flags: 0o2000002 },
  ],
  added: Object.keys(launcherSteps) as LauncherStep[],
  missing: [],
  evidence: 'sev-snp',
};

/** For each check, facts that must not pass it. */
const bad: readonly (readonly [string, Partial<Facts>])[] = [
  ['core-dumps', { added: [] }],
  ['core-dumps', { corePattern: '|/usr/lib/systemd/systemd-coredump %P' }],
  ['core-dumps', { corePattern: undefined }],
  ['evidence', { evidence: 'sim' }],
  ['inherited-descriptors', { descriptors: [{ number: 7, flags: 0o1 }] }],
  ['inherited-descriptors', { isLinux: false }],
  ['memory-wiped-on-free', { commandLine: 'quiet' }],
  ['memory-wiped-on-free', { commandLine: 'xinit_on_free=1 init_on_free=0' }],
  ['memory-wiped-on-free', { commandLine: undefined }],
  ['network-closed', { nodeVersion: '24.21.0', added: ['read-only-root'] }],
  ['node-version', { nodeVersion: '24.6.1' }],
  ['node-version', { nodeVersion: '22.23.3' }],
  ['peers-cannot-trace', { tracing: '0' }],
  ['peers-cannot-trace', { tracing: undefined }],
  ['preloads', { execArgv: ['--import=agent'] }],
  ['preloads', { execArgv: ['-r', 'agent'] }],
  ['preloads', { environment: ['NODE_OPTIONS'] }],
  ['preloads', { environment: ['LD_PRELOAD'] }],
  ['swap', { swaps: 'Filename\tType\n/dev/sda2 partition 1 0 -2' }],
  ['swap', { swaps: undefined }],
  ['writable-paths', { added: ['network-namespace'] }],
];

describe('the posture', () => {
  it('of a machine that gives everything leaves no row open', () => {
    const posture = judge(good);
    expect(posture.checks.filter(({ isFulfilled }) => !isFulfilled)).toEqual([]);
    expect(openRows(posture)).toEqual([]);
    expect(postureText(posture)).toContain('production mode starts here');
  });

  it.each(bad)('does not fulfil %s with %j, and names a row that is open for it', (name, facts) => {
    const posture = judge({ ...good, ...facts });
    const failed = posture.checks.filter(({ isFulfilled }) => !isFulfilled).map((check) => check.name);
    expect(failed).toContain(name);
    const open = openRows(posture).filter(({ reasons }) => reasons.includes(name));
    expect(open.length).toBeGreaterThan(0);
    expect(postureText(posture)).toContain(`Production mode refuses to start here`);
    expect(postureText(posture)).toContain(open[0]?.id);
    expect(postureText(posture)).toContain(`to do: ${checks.find((check) => check.name === name)?.remedy}`);
  });

  it('says in words who closes a channel, and explains each of these words', () => {
    const text = postureText(judge(good));
    const by = [...text.matchAll(/^ +\d+ {2}closed {2}\S+ +(.+)$/gm)].flatMap(([, words = '']) =>
      words.split(', '),
    );
    expect(by.length).toBeGreaterThan(60);
    for (const word of new Set(by)) expect(text.slice(text.indexOf('  flags:')), word).toContain(word);
  });

  it('has facts against every check', () => {
    expect(new Set(bad.map(([name]) => name))).toEqual(new Set(checks.map(({ name }) => name)));
  });

  it('lists a residual risk as such, on every machine', () => {
    const residual = judge(good).rows.filter(({ state }) => state === 'residual');
    expect(residual.map(({ id }) => id)).toEqual(['timing', 'host-clock-and-entropy', 'resource-use']);
  });
});
