/** Rows compiled into tries, and the walk from a package's exports to the rows. */
import { describe, expect, test } from 'vitest';
import { compileModule, parseModels } from '../../../engine/models/compile.ts';
import type { CallShape, ModelNode } from '../../../engine/models/index-face.ts';
import { createNodeSpace } from '../../../engine/models/path-node.ts';
import type { Models } from '../../../engine/models/rows.ts';
import type { Mark } from './rows.ts';
import { marks, marksAt, NO_ROWS } from './rows.ts';

function rootOf(models: Models, module = 'acme'): ModelNode {
  const rows = parseModels(models).get(module);
  const root =
    rows &&
    createNodeSpace().nodeOf([
      compileModule(
        rows,
        () => true,
        () => undefined,
      ),
    ]);
  if (root === undefined) throw new Error(`no rows of ${module}`);
  return root;
}

const trie = (rows: Readonly<Record<string, Mark>>): ModelNode => rootOf(marks(rows));

const call = (texts: readonly (string | undefined)[], isNew = false): CallShape => ({
  isNew,
  count: texts.length,
  stringAt: (index) => texts[index],
});

describe('the walk along a path', () => {
  test('reaches each alternative of a list, and nothing else', () => {
    const root = trie({ audit: ['acme', 'Member[record,append].Argument[0,2]'] });
    const append = root.member('append');
    expect([0, 1, 2].map((index) => marksAt(append?.argument(index, 3) ?? []))).toEqual([
      ['audit'],
      [],
      ['audit'],
    ]);
    expect(root.member('read')).toBeUndefined();
    expect(root.member('record')?.isLeaf).toBe(false);
    expect(append?.argument(0, 3)[0]?.isLeaf).toBe(true);
  });

  test('counts from the end as the call has arguments', () => {
    const record = trie({ last: ['acme', 'Member[record].Argument[N-1]'] }).member('record');
    expect(marksAt(record?.argument(2, 3) ?? [])).toEqual(['last']);
    expect(marksAt(record?.argument(2, 4) ?? [])).toEqual([]);
  });

  test('keeps the receiver apart from the arguments', () => {
    const save = trie({ document: ['acme', 'Member[save].Argument[this]'] }).member('save');
    expect(marksAt(save?.argument('this', 1) ?? [])).toEqual(['document']);
    expect(marksAt(save?.argument(0, 1) ?? [])).toEqual([]);
  });

  test('joins what is said of any member with what is said of one', () => {
    const root = trie({
      any: ['acme', 'AnyMember.Argument[0..]'],
      one: ['acme', 'Member[record].Argument[1]'],
    });
    expect(marksAt(root.member('record')?.argument(1, 2) ?? [])).toEqual(['any', 'one']);
    expect(marksAt(root.member('append')?.argument(1, 2) ?? [])).toEqual(['any']);
    expect([...root.members.keys()]).toEqual(['record']);
    expect(marksAt(root.anyMember?.argument(0, 1) ?? [])).toEqual(['any']);
  });

  test('goes into callbacks: what they receive and what they return', () => {
    const on = trie({
      received: ['acme', 'Member[on].Argument[1].Parameter[0]'],
      returned: ['acme', 'Member[on].Argument[1].ReturnValue.Awaited'],
    }).member('on');
    const [callback] = on?.argument(1, 2) ?? [];
    expect(marksAt(callback?.parameter(0) ?? [])).toEqual(['received']);
    expect(marksAt([callback?.step('ReturnValue')?.step('Awaited')])).toEqual(['returned']);
  });

  test('of two equal paths meets at the same node', () => {
    const root = trie({ left: ['acme', 'Member[record].ReturnValue'], right: ['acme.record', ''] });
    expect(root.member('record')).toBe(root.member('record'));
    expect(marksAt([root.member('record')?.step('ReturnValue')])).toEqual(['left']);
  });
});

describe('classes', () => {
  const root = trie({
    byType: ['acme.Client', 'Member[send].Argument[0]'],
    byPath: ['acme', 'Member[Client].Instance.Member[send].Argument[0]'],
    bySubclass: ['acme', 'Member[Client].Subclass.Instance.Member[send].Argument[0]'],
    constructed: ['acme', 'Member[Client].Argument[0]'],
    onlyNew: ['acme', 'Member[Client].NewCall.Argument[0]'],
    onlyCall: ['acme', 'Member[Client].Call.Argument[0]'],
  });
  const client = root.member('Client');

  test('have one node for their instances, by type, by path and through subclasses', () => {
    const send = client?.step('Instance')?.member('send');
    expect(marksAt(send?.argument(0, 1) ?? [])).toEqual(['byPath', 'bySubclass', 'byType']);
  });

  test('take arguments with and without new, unless the row asks for one of them', () => {
    expect(marksAt(client?.argument(0, 1) ?? [])).toEqual(['constructed']);
    expect(marksAt(client?.forCall(call(['x'], true)).argument(0, 1) ?? [])).toEqual([
      'constructed',
      'onlyNew',
    ]);
    expect(marksAt(client?.forCall(call(['x'])).argument(0, 1) ?? [])).toEqual(['constructed', 'onlyCall']);
  });
});

describe('rows that ask for more than the callee', () => {
  test('hold for a call with the number of arguments', () => {
    const record = trie({ pair: ['acme', 'Member[record].WithArity[2].Argument[1]'] }).member('record');
    const second = (count: number | undefined) =>
      marksAt(record?.forCall({ isNew: false, count, stringAt: () => undefined }).argument(1, 2) ?? []);
    expect([second(2), second(3), second(undefined)]).toEqual([['pair'], [], ['pair']]);
    expect(marksAt(record?.argument(1, 2) ?? [])).toEqual([]);
  });

  test('hold for a call with the text', () => {
    const on = trie({
      message: ['acme', 'Member[on].WithStringArgument[0=message].Argument[1].Parameter[0]'],
    }).member('on');
    const received = (event: string | undefined) =>
      marksAt(
        on
          ?.forCall(call([event, undefined]))
          .argument(1, 2)[0]
          ?.parameter(0) ?? [],
      );
    expect([received('message'), received('close'), received(undefined)]).toEqual([['message'], [], []]);
  });

  test('of the call itself stand at the step, not at the callee', () => {
    const dump = trie({ dump: ['acme', 'Member[writeHeapSnapshot].Call'] }).member('writeHeapSnapshot');
    expect(marksAt([dump?.step('Call')])).toEqual(['dump']);
    expect(marksAt([dump])).toEqual([]);
    expect(marksAt([dump?.forCall(call([]))])).toEqual([]);
  });

  test('give the same node for calls alike', () => {
    const on = trie({ message: ['acme', 'Member[on].Call.Argument[1]'] }).member('on');
    expect(on?.forCall(call(['a', 'b']))).toBe(on?.forCall(call(['c', 'd'])));
  });
});

describe('Fuzzy', () => {
  const root = trie({ sent: ['acme', 'Fuzzy.Member[send].Argument[0]'] });
  const sent = (node: ModelNode | undefined) => marksAt(node?.member('send')?.argument(0, 1) ?? []);

  test('follows members, results, promises, instances and callbacks', () => {
    expect(sent(root)).toEqual(['sent']);
    expect(sent(root.member('connect')?.step('ReturnValue')?.step('Awaited')?.member('channel'))).toEqual([
      'sent',
    ]);
    expect(sent(root.member('Client')?.step('Instance'))).toEqual(['sent']);
    expect(sent(root.member('use')?.argument(0, 1)[0]?.parameter(2)[0])).toEqual(['sent']);
  });

  test('says nothing of what is handed in', () => {
    expect(sent(root.member('use')?.argument(0, 1)[0])).toEqual([]);
  });
});

describe('rows of a callee', () => {
  test('propagate from each input to each output', () => {
    const root = rootOf({
      ...NO_ROWS,
      propagators: [
        { type: 'acme', path: 'Member[merge]', input: 'Argument[0,1]', output: 'ReturnValue', mode: 'taint' },
      ],
    });
    expect(root.member('merge')?.propagators.map(({ input }) => input.start)).toEqual([
      { at: 'argument', from: 0, to: 0 },
      { at: 'argument', from: 1, to: 1 },
    ]);
  });

  test('sanitize a result, or pass an input on without its content', () => {
    const root = rootOf({
      ...NO_ROWS,
      sanitizers: [
        { type: 'acme', path: 'Member[mask].ReturnValue' },
        { type: 'acme', path: 'Member[redact]', input: 'Argument[0]', output: 'Argument[0]' },
      ],
    });
    expect(root.member('mask')?.step('ReturnValue')?.clean).toHaveLength(1);
    expect(root.member('redact')?.sanitizers.map(({ output }) => output.start.at)).toEqual(['argument']);
    expect(root.member('redact')?.clean).toEqual([]);
  });

  test('guard arguments: the row stands at the callee', () => {
    const guard = { type: 'acme', path: 'Member[isPublic].Argument[0,1]', accepting: 'true' };
    const root = rootOf({ ...NO_ROWS, guards: [guard] });
    expect(root.member('isPublic')?.guards).toEqual([
      { row: guard, argument: 0 },
      { row: guard, argument: 1 },
    ]);
  });
});

describe('rows that mean nothing', () => {
  const row = { type: 'acme', path: 'Member[mask]' };

  test.each<[string, Partial<Models>]>([
    ['a sanitizer has both input and output, or neither', { sanitizers: [{ ...row, input: 'Argument[0]' }] }],
    [`a guard's path must end with the arguments`, { guards: [{ ...row, accepting: 'true' }] }],
    [
      `a guard's path must end with the arguments`,
      { guards: [{ ...row, path: 'Member[isPublic].Argument[0..]', accepting: 'true' }] },
    ],
    [
      `accepting is 'perhaps'; allowed are true, false`,
      { guards: [{ ...row, path: 'Member[isPublic].Argument[0]', accepting: 'perhaps' }] },
    ],
    [`versions 'lately' is no range`, { sinks: [{ ...row, kind: 'log', versions: 'lately' }] }],
    [`cannot read the type 'a b'`, { sources: [{ type: 'a b', path: '' }] }],
    [
      `must start with Argument`,
      { propagators: [{ ...row, input: 'Member[x]', output: 'ReturnValue', mode: 'taint' }] },
    ],
  ])('are refused: %s', (fault, rows) => {
    expect(() => parseModels({ ...NO_ROWS, ...rows })).toThrow(fault);
  });
});
