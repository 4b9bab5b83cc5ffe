/** Minimised input, whatever the schema does with unknown keys. */
import { describe, expect, it } from 'vitest';
import { failure, watch } from '../brokers.ts';

describe('a schema', () => {
  it('that strips unknown keys refuses an input that has one', async () => {
    const { request } = await watch('stripping.ts', { poolSize: 1 });
    expect(await request({ text: 'four' })).toEqual({ length: 4 });
    expect((await failure(request({ text: 'four', author: 'Ada' }))).code).toBe('ERR_INPUT_INVALID');
  });

  it('that passes unknown keys on is refused for every input, so that its author notices', async () => {
    const { request } = await watch('loose.ts', { poolSize: 1 });
    expect((await failure(request({ text: 'four' }))).code).toBe('ERR_SCHEMA_LOOSE');
  });
});
