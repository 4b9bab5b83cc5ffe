/** The guard on each Node that it supports: what a handler reaches, changes and finds. */
import { describe, expect, it } from 'vitest';
import { connect } from '../../../runtime/client/index.ts';
import { fixture } from '../brokers.ts';
import { startCommandOn } from '../cli/command.ts';
import { nodes } from '../nodes.ts';

describe.each(nodes)('on %s', (_, node) => {
  it.each([
    ['reaching.ts', { from: 'everywhere' }, { visited: expect.closeTo(4_000, -4), found: '' }],
    ['tampering.ts', { text: 'x' }, { changed: '', habits: expect.any(String) }],
    ['word-count.ts', { text: 'one two' }, { words: 2 }],
  ])('the session of %s ends as it should', async (name, input, output) => {
    const command = startCommandOn(node, 'serve', fixture(name));
    const client = connect(await command.url(), { evidence: ['sim'] });
    expect(await client.request(input)).toEqual(output);
    expect(await command.stop()).toBe(0);
  });
});
