/** Production mode and upstreams: none is called on evidence that proves nothing. */
import { describe, expect, it } from 'vitest';
import { openUpstreams } from '../../../runtime/posture/production.ts';

const open = (evidence: unknown): readonly string[] =>
  openUpstreams(new Map([['model', JSON.stringify({ evidence })]]));

describe('production mode', () => {
  it('takes upstreams whose evidence is of a machine', () => {
    expect(open(['sev-snp', 'tdx'])).toEqual([]);
  });

  it.each([[['sim']], [['tdx', 'sim']]])('names one whose evidence may be %j', (evidence) => {
    expect(open(evidence)).toEqual(['upstream-calls: simulated evidence is accepted of model']);
  });

  it('refuses a policy that is none', () => {
    expect(() => open('sim')).toThrow(expect.objectContaining({ code: 'ERR_BUNDLE' }));
  });
});
