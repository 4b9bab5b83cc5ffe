/** The tag as a type: where a tagged value fits, what is inferred, and the corners (`any`, `null`, unions). */
import { describe, expect, expectTypeOf, it } from 'vitest';
import { plaintext } from '../../runtime/index.ts';
import type { Plaintext } from '../../runtime/index.ts';

interface Message {
  readonly author: string;
  readonly lines: readonly string[];
}

describe('Plaintext<T>', () => {
  it('fits where T is asked for, and T does not fit where it is asked for', () => {
    expectTypeOf<Plaintext<string>>().toExtend<string>();
    expectTypeOf<string>().not.toExtend<Plaintext<string>>();
    expectTypeOf<Plaintext<Message>>().toExtend<Message>();
    expectTypeOf<Message>().not.toExtend<Plaintext<Message>>();
  });

  it('of one label does not fit where another label is asked for', () => {
    expectTypeOf<Plaintext<string, 'message'>>().not.toExtend<Plaintext<string>>();
    expectTypeOf<Plaintext<string, 'message'>>().toExtend<Plaintext<string, string>>();
  });

  it('leaves null and undefined as they are, member by member of a union', () => {
    expectTypeOf<Plaintext<null>>().toEqualTypeOf<null>();
    expectTypeOf<Plaintext<undefined>>().toEqualTypeOf<undefined>();
    expectTypeOf<Plaintext<string | undefined>>().toEqualTypeOf<Plaintext<string> | undefined>();
    expectTypeOf<Plaintext<never>>().toEqualTypeOf<never>();
  });

  it('of any is any: who writes any has left the types', () => {
    // eslint-disable-next-line @typescript-eslint/no-explicit-any -- the subject of this test
    expectTypeOf<Plaintext<any>>().toBeAny();
  });

  it('keeps the members of an object and the methods of a text', () => {
    expectTypeOf<Plaintext<Message>['lines']>().toEqualTypeOf<readonly string[]>();
    expectTypeOf<Plaintext<string>['length']>().toEqualTypeOf<number>();
  });
});

describe('plaintext(value)', () => {
  it('is the value itself at run time', () => {
    const message: Message = { author: 'Ada', lines: [] };
    expect(plaintext(message)).toBe(message);
  });

  it('infers the type that it tags, and takes a label', () => {
    const message: Message = { author: 'Ada', lines: [] };
    expectTypeOf(plaintext(message)).toEqualTypeOf<Plaintext<Message>>();
    expectTypeOf(plaintext<Message, 'message'>(message)).toEqualTypeOf<Plaintext<Message, 'message'>>();
    expectTypeOf(plaintext(message.author)).toEqualTypeOf<Plaintext<string>>();
  });
});
