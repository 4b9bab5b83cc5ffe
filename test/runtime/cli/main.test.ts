/** The command: exit codes, usage errors, and what is left when it is gone. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { serve } from '../../../runtime/broker/index.ts';
import { connect } from '../../../runtime/client/index.ts';
import { fixture, isAlive, patience } from '../brokers.ts';
import { startCommand } from './command.ts';

describe('stateless-runtime', () => {
  it.each([
    [[], 'no command'],
    [['run', 'x.ts'], 'no such command: run'],
    [['serve'], 'serve needs a FILE'],
    [['serve', 'a.ts', 'b.ts'], 'serve takes one FILE'],
    [['serve', 'a.ts', '--port', '70000'], '--port needs a number up to 65535'],
    [['serve', 'a.ts', '--port', '8x'], '--port needs a number up to 65535'],
    [['serve', 'a.ts', '--kem', 'rsa'], '--kem needs one of x-wing, x25519'],
    [['serve', 'a.ts', '--tier', 'thread'], '--tier needs one of process, epoch'],
    [['serve', 'a.ts', '--epoch-sessions', '4'], '--epoch-sessions goes with --tier epoch'],
    [['serve', 'a.ts', '--tier', 'epoch', '--epoch-sessions', '1'], '--epoch-sessions needs a whole number'],
    [['serve', 'a.ts', '--verbose'], 'unknown option'],
  ])('exits with 2 and says what is wrong with %j', async (values, message) => {
    const command = startCommand(...values);
    expect(await command.ended).toBe(2);
    expect(command.output()).toContain(`stateless-runtime: ${message}`);
    expect(command.output()).toContain('Usage:');
  });

  it.each([
    [['doctor', 'x.ts'], 'doctor takes no FILE'],
    [['doctor', '--port', '1'], 'doctor takes no --port'],
    [['serve', 'a.ts', '--json'], 'serve takes no --json'],
    [['egress'], 'egress needs a FILE'],
    [['egress', 'a.ts', '--production'], 'egress takes no --production'],
  ])('knows which options each command takes: %j', async (values, message) => {
    const command = startCommand(...values);
    expect(await command.ended).toBe(2);
    expect(command.output()).toContain(`stateless-runtime: ${message}`);
  });

  it('prints what can leave a session, its digest and its bits', async () => {
    const command = startCommand('egress', fixture('straying.ts'), '--json');
    expect(await command.ended).toBe(0);
    const report: unknown = JSON.parse(command.output());
    expect(report).toMatchObject({
      name: 'straying',
      digest: expect.stringMatching(/^[0-9a-f]{64}$/),
      bits: 1 + Math.log2(1 + 8 + 64) + 1 + 1,
      maxBits: 10,
      manifest: {
        events: [
          { name: 'begin', max: 1 },
          { name: 'step', max: 2 },
        ],
      },
    });
    const text = startCommand('egress', fixture('straying.ts'));
    expect(await text.ended).toBe(0);
    expect(text.output()).toContain((report as { digest: string }).digest);
    expect(text.output()).toContain('leak budget   9.19 bits of at most 10.00 bits');
  });

  it('says that egress above its budget is an error', async () => {
    const command = startCommand('egress', fixture('broken/over-budget.ts'));
    expect(await command.ended).toBe(1);
    expect(command.output()).toContain('more bits than maxBits. (99.6737 of 12 bits)');
  });

  it('doctor tells each channel, and production mode refuses what doctor calls open', async () => {
    const doctor = startCommand('doctor', '--json');
    expect(await doctor.ended).toBe(1); // simulated evidence is never good enough
    const { rows } = JSON.parse(doctor.output()) as { rows: { id: string; state: string }[] };
    const open = rows.filter(({ state }) => state === 'open').map(({ id }) => id);
    expect(open).toContain('machine-snapshots');
    const served = startCommand('serve', fixture('word-count.ts'), '--production');
    expect(await served.ended).toBe(1);
    expect(served.output()).toContain('ERR_POSTURE');
    for (const id of open) expect(served.output()).toContain(id);
    expect(served.output()).toContain('  evidence: run inside a trusted execution environment');
    const inProgram = await serve(fixture('word-count.ts'), { production: true }).catch(
      (error: unknown) => error,
    );
    expect(inProgram).toMatchObject({ code: 'ERR_POSTURE' });
    for (const id of open) expect(String(inProgram)).toContain(id);
  });

  it('doctor takes evidence of the machine for what it is, and serve finds out that there is none', async () => {
    const doctor = startCommand('doctor', '--json', '--evidence', 'tsm');
    await doctor.ended;
    const { rows } = JSON.parse(doctor.output()) as { rows: { id: string; state: string }[] };
    expect(rows.find(({ id }) => id === 'machine-snapshots')?.state).not.toBe('open');
    const served = startCommand('serve', fixture('word-count.ts'), '--evidence', 'tsm');
    expect(await served.ended).toBe(1);
    expect(served.output()).toContain('ERR_ATTESTER');
  });

  it.each([
    [['--evidence', 'quote'], '--evidence needs one of sim, tsm'],
    [['--origin', 'chat.example'], '--origin needs an origin'],
  ])('exits with 2 for %j', async (options, message) => {
    const command = startCommand('serve', fixture('word-count.ts'), ...options);
    expect(await command.ended).toBe(2);
    expect(command.output()).toContain(message);
  });

  it('exits with 0 after printing its usage', async () => {
    const command = startCommand('--help');
    expect(await command.ended).toBe(0);
    expect(command.output()).toContain('Usage:');
  });

  it.each([
    ['not-there.ts', 'there is no such file'],
    ['broken/throws.ts', 'the model file is missing'],
    ['broken/no-processor.ts', 'a bundle exports a processor as default'],
    ['broken/over-budget.ts', 'more bits than maxBits'],
    ['broken/imports-fs.ts', 'a bundle may not import node:fs'],
    ['broken/imports-inside.ts', 'a bundle may not import'],
    ['broken/imports-common.ts', 'a bundle is made of ES modules'],
  ])('exits with 1 and says why %s cannot be served', async (file, message) => {
    const command = startCommand('serve', fixture(file));
    expect(await command.ended).toBe(1);
    expect(command.output()).toContain('ERR_BUNDLE');
    expect(command.output()).toContain(message);
  });

  it('serves until it is told to stop, and leaves no process', async () => {
    const command = startCommand('serve', fixture('word-count.ts'));
    const client = connect(await command.url(), { evidence: ['sim'] });
    expect(await client.request({ text: 'one two' })).toEqual({ words: 2 });
    const children = childrenOf(command.pid);
    expect(children.length).toBeGreaterThan(0);
    expect(await command.stop('SIGINT')).toBe(0);
    expect(children.filter(isAlive)).toEqual([]);
  });

  it('serves several sessions in a process when it is told to, and says so', async () => {
    const command = startCommand('serve', fixture('word-count.ts'), '--tier', 'epoch');
    const client = connect(await command.url(), { evidence: ['sim'] });
    for (const text of ['one', 'two']) expect(await client.request({ text })).toEqual({ words: 1 });
    expect(command.output()).toContain('epoch: 16 sessions a process');
    expect(await command.stop('SIGINT')).toBe(0);
  });

  it('leaves no process when it is killed', async () => {
    const command = startCommand('serve', fixture('word-count.ts'));
    await command.url();
    const children = childrenOf(command.pid);
    expect(children.length).toBeGreaterThan(0);
    await command.stop('SIGKILL');
    await expect.poll(() => children.filter(isAlive), patience).toEqual([]);
  });

  it('says in one line when its port is in use', async () => {
    const first = startCommand('serve', fixture('word-count.ts'));
    const { port } = new URL(await first.url());
    const second = startCommand('serve', fixture('word-count.ts'), '--port', port);
    expect(await second.ended).toBe(1);
    expect(second.output()).toContain('the port is in use');
    await first.stop();
  });
});

function childrenOf(pid: number): number[] {
  const numbers = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return numbers.filter((name) => parentOf(name) === pid).map(Number);
}

function parentOf(name: string): number | undefined {
  try {
    return Number(/\) \S (\d+)/.exec(readFileSync(`/proc/${name}/stat`, 'utf8'))?.[1]);
  } catch {
    return undefined; // it ended meanwhile
  }
}
