/** The grammar of access paths, of types, and of the inputs and outputs of calls. */
import { describe, expect, test } from 'vitest';
import { parseCallPaths } from '../../../engine/models/call-path.ts';
import { ModelError } from '../../../engine/models/model-error.ts';
import { PLAIN_STEPS, parsePath } from '../../../engine/models/parse-path.ts';
import { isInRange, parsePlaces } from '../../../engine/models/parse-places.ts';
import { parseType } from '../../../engine/models/parse-type.ts';

const at = (index: number) => ({ index, fromEnd: false });
const back = (index: number) => ({ index, fromEnd: true });
const rowOf = (path: string) => ({ type: '@acme/audit.AuditLog', path });
const parse = (path: string) => parsePath(path, rowOf(path));

describe('access paths', () => {
  test('are read step by step', () => {
    expect(parse('Member[from].ReturnValue.Awaited.Member[upload, update].Argument[0]')).toEqual([
      { step: 'Member', names: ['from'] },
      { step: 'ReturnValue' },
      { step: 'Awaited' },
      { step: 'Member', names: ['upload', 'update'] },
      { step: 'Argument', places: [{ from: at(0), to: at(0) }] },
    ]);
  });

  test('may be empty: the value itself', () => {
    expect(parse('')).toEqual([]);
  });

  test.each([
    [
      '0,2',
      [
        { from: at(0), to: at(0) },
        { from: at(2), to: at(2) },
      ],
    ],
    ['0..', [{ from: at(0), to: undefined }]],
    ['1..3', [{ from: at(1), to: at(3) }]],
    ['N-1', [{ from: back(1), to: back(1) }]],
    ['1..N-2', [{ from: at(1), to: back(2) }]],
    ['this', ['this']],
  ])('take %s as places of arguments', (operand, places) => {
    expect(parse(`Argument[${operand}]`)).toEqual([{ step: 'Argument', places }]);
    expect(parse(`Parameter[${operand}]`)).toEqual([{ step: 'Parameter', places }]);
  });

  test.each(PLAIN_STEPS)('know the step %s', (step) => {
    expect(parse(step)).toEqual([{ step }]);
    expect(parse(`${step}.${step}`)).toHaveLength(2);
  });

  test('ask a call for its number of arguments or for a text', () => {
    expect(parse('WithArity[1].WithStringArgument[0=user.created]')).toEqual([
      { step: 'WithArity', counts: [{ from: at(1), to: at(1) }] },
      { step: 'WithStringArgument', index: 0, value: 'user.created' },
    ]);
  });

  test.each([
    ['Membre[body]', `unknown step 'Membre[body]'`],
    ['Member[record].Argument', `unknown step 'Argument'`],
    ['Member[record].ReturnValue[0]', `unknown step 'ReturnValue[0]'`],
    ['Member[]', `unknown step 'Member[]'`],
    ['Member[record,]', `unknown step 'Member[record,]'`],
    ['Argument[one]', `unknown step 'Argument[one]'`],
    ['Argument[3..1]', `unknown step 'Argument[3..1]'`],
    ['Argument[N-0]', `unknown step 'Argument[N-0]'`],
    ['WithStringArgument[created]', `unknown step 'WithStringArgument[created]'`],
    ['WithArity[this]', `unknown step 'WithArity[this]'`],
    ['Member[record', `from 'Member[record' on`],
    ['Member[record]]', `from 'Member[record]]' on`],
    ['Member[record]Argument[0]', `from 'Member[record]Argument[0]' on`],
    ['Member[record]..Argument[0]', `from '.Argument[0]' on`],
    ['Member[record].', 'ends with a dot'],
    [' Member[record]', `from ' Member[record]' on`],
  ])('refuse %s, and name the row and the step', (path, fault) => {
    expect(() => parse(path)).toThrow(ModelError);
    expect(() => parse(path)).toThrow(`{ type: '@acme/audit.AuditLog', path: '${path}' }`);
    expect(() => parse(path)).toThrow(fault);
  });
});

describe('places of arguments', () => {
  const indexes = (operand: string, count: number): readonly number[] => {
    const ranges = (parsePlaces(operand) ?? []).filter((place) => place !== 'this');
    return [0, 1, 2, 3, 4].filter(
      (index) => index < count && ranges.some((range) => isInRange(range, index, count)),
    );
  };

  test.each([
    ['1..', 4, [1, 2, 3]],
    ['N-1', 3, [2]],
    ['1..N-2', 5, [1, 2, 3]],
    ['N-2..N-1', 4, [2, 3]],
    ['0,2', 5, [0, 2]],
  ])('%s of %i arguments are resolved at the call', (operand, count, expected) => {
    expect(indexes(operand, count)).toEqual(expected);
  });
});

describe('types of rows', () => {
  test.each([
    ['global', 'global', []],
    ['pg', 'pg', []],
    ['@aws-sdk/client-s3.S3', '@aws-sdk/client-s3', ['S3']],
    ['@vercel/blob/client', '@vercel/blob/client', []],
    ['readline/promises.Interface', 'readline/promises', ['Interface']],
    ['knex.Knex.QueryInterface', 'knex', ['Knex', 'QueryInterface']],
    [`'socket.io'.Socket`, 'socket.io', ['Socket']],
    [`'@noble/ciphers/aes.js'`, '@noble/ciphers/aes.js', []],
    ['node:fs.WriteStream', 'fs', ['WriteStream']],
    ['node:sqlite.DatabaseSync', 'node:sqlite', ['DatabaseSync']],
  ])('%s is %s and the names %j', (type, module, names) => {
    expect(parseType({ type, path: '' })).toEqual({ module, names });
  });

  test.each(['', '.Socket', 'pg.', 'pg..Pool', `'socket.io`, 'two words', `'socket.io'Socket`])(
    'refuse %j, and say what is allowed',
    (type) => {
      expect(() => parseType({ type, path: 'Member[emit]' })).toThrow(
        `cannot read the type '${type}'; allowed are global`,
      );
    },
  );
});

describe('inputs and outputs of a call', () => {
  const paths = (text: string) => parseCallPaths(text, rowOf('Member[record]'));

  test('start at arguments, this, the result or what is thrown', () => {
    expect(paths('Argument[1..]')).toEqual([{ start: { at: 'argument', from: 1, to: Infinity }, steps: [] }]);
    expect(paths('Argument[N-1]')).toEqual([
      { start: { at: 'argument', from: 1, to: 1, fromEnd: true }, steps: [] },
    ]);
    expect(paths('Argument[this]')).toEqual([{ start: { at: 'this' }, steps: [] }]);
    expect(paths('Shared[posted]')).toEqual([{ start: { at: 'shared', name: 'posted' }, steps: [] }]);
    expect(paths('Near[match]')).toEqual([{ start: { at: 'near', name: 'match' }, steps: [] }]);
    expect(paths('Thrown.Member[message]')).toEqual([
      { start: { at: 'thrown' }, steps: [{ step: 'key', key: 'message' }] },
    ]);
  });

  test('go on into members, promises, collections and callbacks', () => {
    expect(paths('ReturnValue.Awaited.ArrayElement.MapValue.AnyMember')[0]?.steps).toEqual([
      { step: 'key', key: '<awaited>' },
      { step: 'key', key: '<element>' },
      { step: 'key', key: '<value>' },
      { step: 'anyMember' },
    ]);
    expect(paths('Argument[0].Parameter[1]')[0]?.steps).toEqual([{ step: 'parameter', index: 1 }]);
    expect(paths('Argument[0].Parameter[this]')[0]?.steps).toEqual([{ step: 'parameter', index: 'this' }]);
    expect(paths('Argument[0].ReturnValue')[0]?.steps).toEqual([{ step: 'return' }]);
  });

  test('stand for each alternative of their lists', () => {
    expect(
      paths('Argument[0,2].Member[text,title]').map(({ start, steps }) => [start, steps[0]]),
    ).toHaveLength(4);
    expect(paths('Argument[0].Parameter[0,1]')).toHaveLength(2);
  });

  test.each(['', 'Member[text]', 'Awaited', 'Argument[1..N-2]'])('refuse to start at %j', (text) => {
    expect(() => paths(text)).toThrow(
      'must start with Argument[...], Shared[...], Near[...], ReturnValue or Thrown',
    );
  });

  test.each(['Argument[0].Argument[0]', 'ReturnValue.Instance', 'Argument[0].WithArity[1]'])(
    'refuse %s',
    (text) => {
      expect(() => paths(text)).toThrow('that a call cannot follow');
    },
  );
});
