/** The helpers of `stateless-runtime/testing`: what they find, and that they find it where it is. */
import { Buffer } from 'node:buffer';
import {
  attackChannels,
  attackUnguarded,
  expectNoResidue,
  measureResidue,
  runSession,
  uniqueText,
} from 'stateless-runtime/testing';
import { describe, expect, it } from 'vitest';
import { attacks } from '../../../runtime/attacks/index.ts';
import { channels } from '../../../runtime/channels.ts';
import { encodingsIn, encodingsOf } from '../../../runtime/testing/encodings.ts';
import { fixture } from '../brokers.ts';

const patient = 300_000;

describe('runSession', () => {
  it('gives output, records and outcome', async () => {
    expect(await runSession(fixture('straying.ts'), { how: 'events in disorder' })).toMatchObject({
      output: { text: 'done' },
      records: [{ event: 'begin' }, { event: 'step' }, { event: 'step' }],
      outcome: 'answered',
    });
  });

  it('gives the error of the client', async () => {
    const { error } = await runSession(fixture('word-count.ts'), { text: ' ' });
    expect(error).toEqual({ code: 'ERR_PUBLIC', detail: 'EMPTY_NOTE' });
  });
});

describe('expectNoResidue', () => {
  it('finds nothing after a session, and would find what is there', async () => {
    const input = { text: uniqueText() };
    await expectNoResidue(fixture('word-count.ts'), input);
    expect((await measureResidue(fixture('word-count.ts'), input, { sessions: 1 })).isSearchSound).toBe(true);
  }, 120_000);

  it('refuses an input without a text to search for', async () => {
    await expect(expectNoResidue(fixture('word-count.ts'), { text: 'short' })).rejects.toThrow(
      '12 characters',
    );
  });

  it('knows six encodings, base64 at every alignment', () => {
    const text = 'the heron nests at dawn';
    const encoded = encodingsOf(text);
    expect(new Set(encoded.map(({ encoding }) => encoding)).size).toBe(6);
    for (const before of ['', 'x', 'xy'])
      expect(encodingsIn(Buffer.from(Buffer.from(`${before}${text}.`).toString('base64')), encoded)).toEqual([
        'base64',
      ]);
    expect(encodingsIn(Buffer.from(text, 'utf16le'), encoded)).toEqual(['utf-16']);
    expect(encodingsIn(Buffer.from('a grey heron'), encoded)).toEqual([]);
  });
});

describe('attackChannels', () => {
  it('has an attack for each channel, or says why there is none', () => {
    const missing = channels.filter(
      ({ id, untried }) => (attacks[id] === undefined) === (untried === undefined),
    );
    expect(missing).toEqual([]);
    const ids = channels.map(({ id }) => id);
    expect(Object.keys(attacks).filter((id) => !ids.includes(id))).toEqual([]);
  });

  it('sees the canary escape where there is no guard', async () => {
    const ids = ['file-writes', 'sqlite-files', 'sockets', 'undici-dispatcher', 'standard-streams'];
    expect(await attackUnguarded(ids)).toEqual(ids);
  }, 120_000);

  it('finds what language and platform keep by themselves, where sessions share a process', async () => {
    const attempt = { target: { folders: [], tcp: 0, udp: 0, socket: '' }, emit: () => undefined, use: {} };
    const run = (canary: string): unknown => attacks['realm-state']?.({ ...attempt, canary });
    await run('canary-heron');
    expect(await run('')).toContain('canary-heron');
  });

  it(
    'sees it stay inside behind the guard, and come out on a channel that nobody closes',
    async () => {
      const only = ['file-writes', 'sqlite-files', 'sockets', 'undici-dispatcher', 'standard-streams'];
      const more = [
        'ipc-handle',
        'received-handles',
        'replaced-built-ins',
        'prototype-pollution',
        'realm-state',
        'process-fields',
        'replays',
        'upstream-calls',
        'timing',
      ];
      const results = await attackChannels({ only: [...only, ...more] });
      expect(results.filter(({ attempted }) => attempted).length).toBe(only.length + more.length);
      expect(results.filter(({ escaped }) => escaped).map(({ id }) => id)).toEqual(['timing']);
    },
    patient,
  );
});
