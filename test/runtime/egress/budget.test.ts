/** The leak budget: figures that can be counted by hand. */
import { describe, expect, it } from 'vitest';
import { eventsBits, sessionBits } from '../../../runtime/egress/budget.ts';
import { bucket, count, egress, flag, oneOf, processor } from '../../../runtime/index.ts';
import type { EventShape } from '../../../runtime/egress/shapes.ts';
import { strictObject } from '../fixtures/schemas.ts';

const twoValues = { name: 'stage', values: ['one', 'two'] };

describe('the leak budget', () => {
  it.each<[string, EventShape[], number]>([
    ['nothing', [], 1],
    ['an event without fields that may occur once: it did or it did not', [shape(1, [])], 2],
    ['an event without fields that may occur three times', [shape(3, [])], 4],
    ['one of two values, at most once', [shape(1, [twoValues])], 3],
    ['one of two values, at most twice: 1 + 2 + 4 stories', [shape(2, [twoValues])], 7],
    ['two independent events multiply', [shape(1, [twoValues]), shape(1, [twoValues])], 9],
    ['two fields multiply inside the sum', [shape(1, [twoValues, twoValues])], 5],
  ])('of %s is the logarithm of the number of stories', (_, events, stories) => {
    expect(eventsBits(events)).toBeCloseTo(Math.log2(stories), 10);
  });

  it('of a session adds its outcome and its size', () => {
    expect(
      sessionBits({
        events: [shape(1, [twoValues])],
        publicErrors: 2,
        sizeClasses: 4,
        maxChunks: 0,
        uses: [],
      }),
    ).toBeCloseTo(Math.log2(3) + Math.log2(4) + Math.log2(4), 10);
  });

  it('of a stream counts every sequence of sizes', () => {
    const observable = { events: [], publicErrors: 0, sizeClasses: 3, maxChunks: 2, uses: [] };
    expect(sessionBits(observable)).toBeCloseTo(Math.log2(2) + Math.log2(1 + 3 + 9), 10);
  });

  it('of many occurrences of a large domain is a large number and not infinity', () => {
    const values = Array.from({ length: 1024 }, (_, value) => value);
    expect(eventsBits([shape(1000, [{ name: 'items', values }])])).toBeCloseTo(10_000, 1);
  });
});

describe('maxBits', () => {
  it('is checked when the events are declared', () => {
    const declare = (): unknown =>
      egress({ step: { max: 3, fields: { items: count(1000) } } }, { maxBits: 12 });
    expect(declare).toThrow(expect.objectContaining({ code: 'ERR_EGRESS_BUDGET' }));
  });

  it('is checked again for the whole session: outcome and size count too', () => {
    const define = (maxBits: number): unknown =>
      processor({
        name: 'budgeted',
        input: strictObject({ text: 'string' }),
        output: strictObject({ text: 'string' }),
        egress: egress({ done: { max: 1, fields: { ok: flag() } } }, { maxBits }),
        limits: { padOutput: [256, 512, 1024, 2048] },
        handle: ({ text }) => ({ text }),
      });
    const exact = Math.log2(3) + 1 + 2;
    expect(() => define(exact - 0.01)).toThrow(expect.objectContaining({ code: 'ERR_EGRESS_BUDGET' }));
    expect(() => define(exact)).not.toThrow();
  });

  it('of the summariser in the design is 12, and its session needs about 6', () => {
    const fields = { outcome: oneOf('ok', 'refused'), messages: bucket([1, 5, 20, 100]) };
    const { events } = egress({ done: { max: 1, fields } }, { maxBits: 12 });
    const shapes = [
      shape(
        1,
        Object.entries(events.done.fields).map(([name, { values }]) => ({ name, values })),
      ),
    ];
    expect(
      sessionBits({ events: shapes, publicErrors: 0, sizeClasses: 3, maxChunks: 0, uses: [] }),
    ).toBeCloseTo(Math.log2(11 * 2 * 3), 10);
  });

  it.each([
    ['a name that is not one', () => egress({ 'Done now': { max: 1, fields: {} } }, { maxBits: 12 })],
    ['an event that may never occur', () => egress({ done: { max: 0, fields: {} } }, { maxBits: 12 })],
    ['no budget', () => egress({ done: { max: 1, fields: {} } }, { maxBits: NaN })],
  ])('comes with declarations that are checked: %s', (_, declare) => {
    expect(declare).toThrow(TypeError);
  });
});

function shape(max: number, fields: EventShape['fields']): EventShape {
  return { name: 'step', max, fields };
}
