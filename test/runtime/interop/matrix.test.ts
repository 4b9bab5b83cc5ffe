/** Other libraries of HPKE meet our client and our session process, under every suite that processors offer. */
import { expect, it } from 'vitest';
import { runMatrix } from '../../../tools/interop/matrix.ts';

it('every suite passes both ways with every library', async () => {
  const meetings = await runMatrix();
  expect(meetings).toHaveLength(2 * 2 * 2 * 2);
  expect(meetings.filter(({ passed }) => !passed)).toEqual([]);
});
