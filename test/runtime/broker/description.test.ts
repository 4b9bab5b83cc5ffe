/** What a describe process says is checked before a broker believes it. */
import { describe, expect, it } from 'vitest';
import { readDescription } from '../../../runtime/broker/description.ts';

const fault = (): Error => new RangeError('not a description');
const event = { name: 'done', max: 1, fields: [{ name: 'outcome', values: ['ok', 'refused'] }] };
const limits = { wallMs: 1000, memoryMb: 96, inputBytes: 1024, maxChunks: 16, padOutput: [256, 512] };
const egress = {
  events: [event],
  publicErrors: ['EMPTY'],
  sizeClasses: [1],
  maxChunks: 0,
  uses: [],
  maxBits: 12,
  bits: 0,
};
const use = {
  name: 'model',
  url: 'https://model.example/',
  policy: '{}',
  maxCalls: 2,
  sizes: [1000, 2000],
  maxChunks: 0,
  waitMs: 5000,
};
const description = { name: 'summarise', limits, egress };

describe('a description', () => {
  it('is believed, except for the bits that the broker computes itself', () => {
    const read = readDescription(description, fault);
    expect(read.egress.sizeClasses).toEqual([256, 512]);
    expect(read.egress.bits).toBeCloseTo(Math.log2(3) + Math.log2(3) + 1, 10);
  });

  it('counts the calls of its upstreams: every sequence of sizes', () => {
    const calling = { ...description, egress: { ...egress, uses: [use] } };
    const read = readDescription(calling, fault);
    expect(read.egress.bits).toBeCloseTo(Math.log2(3) + Math.log2(3) + 1 + Math.log2(1 + 2 + 4), 10);
  });

  it.each<[string, unknown]>([
    ...[
      { maxCalls: 0 },
      { maxCalls: 1.5 },
      { sizes: [-1] },
      { maxChunks: -1 },
      { waitMs: -1 },
      { url: 'file:///etc/passwd' },
      { policy: {} },
    ].map((part): [string, unknown] => [
      `an upstream of ${JSON.stringify(part)}`,
      { ...description, egress: { ...egress, uses: [{ ...use, ...part }] } },
    ]),
    ['nothing', undefined],
    ['a text', 'summarise'],
    ['no name', { limits, egress }],
    ['a name with a line break', { ...description, name: 'a\nb' }],
    ['a limit out of range', { ...description, limits: { ...limits, wallMs: 0 } }],
    ['a limit that is a text', { ...description, limits: { ...limits, wallMs: '1000' } }],
    ['more chunks than its limit', { ...description, egress: { ...egress, maxChunks: 17 } }],
    ['more bits than it declares', { ...description, egress: { ...egress, maxBits: 2 } }],
    [
      'a field that is open',
      { ...description, egress: { ...egress, events: [{ ...event, fields: [{ name: 'x' }] }] } },
    ],
    [
      'a value that is none',
      {
        ...description,
        egress: { ...egress, events: [{ ...event, fields: [{ name: 'x', values: [{}] }] }] },
      },
    ],
    ['a code that is a sentence', { ...description, egress: { ...egress, publicErrors: ['it failed'] } }],
  ])('with %s is not one', (_, value) => {
    expect(() => readDescription(value, fault)).toThrow(RangeError);
  });
});
