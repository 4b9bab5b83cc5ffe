/** Production mode and upstreams: none is called on evidence that proves nothing. */
import { describe, expect, it } from 'vitest';
import { requireUpstreams } from '../../../runtime/posture/production.ts';

const use = { name: 'model', url: 'https://model.example/', maxCalls: 1, sizes: [1000], waitMs: 5000 };

describe('production mode', () => {
  it('takes upstreams whose evidence is of a machine', () => {
    const policy = JSON.stringify({ evidence: ['sev-snp', 'tdx'] });
    expect(() => {
      requireUpstreams([{ ...use, policy }]);
    }).not.toThrow();
  });

  it.each([
    [['sim'], 'ERR_POSTURE'],
    [['tdx', 'sim'], 'ERR_POSTURE'],
    ['sim', 'ERR_BUNDLE'],
  ])('refuses one whose evidence may be %j', (evidence, code) => {
    expect(() => {
      requireUpstreams([{ ...use, policy: JSON.stringify({ evidence }) }]);
    }).toThrow(expect.objectContaining({ code }));
  });
});
