import { describe, expect, it } from 'vitest';
import { ask } from './oracle-of.ts';

const MESSAGE = 'interface Message { id: string; body: Plaintext<string> }';
const at = (type: string, declarations = '') =>
  ask(`${MESSAGE}\n${declarations}\ndeclare const held: ${type};\nheld;`).tags('held');

describe('a tag', () => {
  it.each([
    ['Partial', 'Partial<Message>', ['body: Message.body (plaintext)']],
    ['Required', 'Required<Partial<Message>>', ['body: Message.body (plaintext)']],
    ['Readonly', 'Readonly<Message>', ['body: Message.body (plaintext)']],
    ['Pick', "Pick<Message, 'body'>", ['body: Message.body (plaintext)']],
    ['Omit of another member', "Omit<Message, 'id'>", ['body: Message.body (plaintext)']],
    ['NonNullable', 'NonNullable<Message | null>', ['body: Message.body (plaintext)']],
    ['Extract', 'Extract<Message | string, object>', ['body: Message.body (plaintext)']],
    ['an indexed access', "Message['body']", [': held (plaintext)']],
    ['a key union', 'Message[keyof Message]', [': held (plaintext)']],
    ['an inferred part', 'Part<Message>', [': held (plaintext)']],
    ['a distributive conditional', 'Texts<Plaintext<string> | number>', [': held (plaintext)']],
    ['Awaited of a return type', 'Awaited<ReturnType<typeof open>>', ['body: Message.body (plaintext)']],
    ['a parameter type', 'Parameters<typeof store>[0]', ['body: Message.body (plaintext)']],
    ['an own mapped type', 'Boxes<Message>', ['body.value: value (plaintext)']],
    ['key remapping', 'Prefixed<Message>', ['my_body: my_body (plaintext)']],
    ['an intersection', 'Message & { at: number }', ['body: Message.body (plaintext)']],
    ['a union', 'Message | { id: string }', ['body: Message.body (plaintext)']],
    ['a generic class', 'Repository<Message>', ['latest.body: Message.body (plaintext)']],
    [
      'a generic class of the tag',
      'Repository<Plaintext<string>>',
      ['latest: Repository.latest (plaintext)'],
    ],
    ['Uppercase', 'Uppercase<Plaintext<string>>', [': held (plaintext)']],
    ['a generic alias of a nullable', 'Maybe<Plaintext<string>>', [': held (plaintext)']],
  ])('is found through %s', (_, type, expected) => {
    const declarations = `
      type Part<T> = T extends { body: infer B } ? B : never;
      type Texts<T> = T extends string ? T : never;
      type Boxes<T> = { [K in keyof T]: { value: T[K] } };
      type Prefixed<T> = { [K in keyof T & string as \`my_\${K}\`]: T[K] };
      type Maybe<T> = T | null | undefined;
      class Repository<T> { latest!: T; save(value: T): T { return value; } }
      declare function open(): Promise<Message>;
      declare function store(message: Message): void;
    `;
    expect(at(type, declarations)).toEqual(expected);
  });

  it.each([
    ['Pick', "Pick<Message, 'id'>"],
    ['Omit', "Omit<Message, 'body'>"],
    ['Exclude', 'Exclude<Plaintext<string> | number, string>'],
    ['an indexed access', "Message['id']"],
    ['a method type', "Message['body']['slice']"],
    ['keyof', 'keyof Message'],
    ['a member replaced in a mapped type', 'Flags<Message>'],
  ])('is gone after %s', (_, type) => {
    expect(at(type, 'type Flags<T> = { [K in keyof T]: boolean };')).toEqual([]);
  });

  it('is found through the constraint of a type parameter', () => {
    const main = `${MESSAGE} function show<M extends Message>(message: M) { message; message.body; message.id; }`;
    const { tags } = ask(main);
    expect(tags('message')).toEqual(['body: Message.body (plaintext)']);
    expect(tags('message.body')).toEqual([': Message.body (plaintext)']);
    expect(tags('message.id')).toEqual([]);
  });

  it('is found on what a key of a type parameter reads', () => {
    const main = `${MESSAGE} function read<K extends keyof Message>(message: Message, key: K) { const part = message[key]; part; }`;
    expect(ask(main).tags('part')).toEqual([': part (plaintext)']);
  });

  it('is found on a generic call by what it is called with', () => {
    const main = `${MESSAGE} declare function first<T>(list: T[]): T; declare const all: Message[]; first(all).body; first(all).id;`;
    const { tags } = ask(main);
    expect(tags('first(all).body')).toEqual([': Message.body (plaintext)']);
    expect(tags('first(all)')).toEqual(['body: Message.body (plaintext)']);
    expect(tags('first(all).id')).toEqual([]);
  });

  it('follows a discriminated union as it narrows', () => {
    const main = `
      type Item = { kind: 'meta'; size: number } | { kind: 'chat'; body: Plaintext<string> };
      function show(item: Item) {
        item;
        if (item.kind === 'meta') { const meta = item; meta; } else { const chat = item; chat; }
      }`;
    const { tags, tree } = ask(main);
    expect(tags('item', 1)).toEqual(['body: Item.body (plaintext)']);
    expect(tree('meta')).toBeUndefined();
    expect(tags('chat')).toEqual(['body: Item.body (plaintext)']);
  });

  it('leaves a nullable that narrowed to null', () => {
    const main =
      'function show(text: Plaintext<string> | undefined) { if (text === undefined) { const none = text; none; } }';
    expect(ask(main).tree('none')).toBeUndefined();
  });

  it('is lost where the type loses it', () => {
    const main = `${MESSAGE} declare const message: Message; const text: string = message.body; text; (message.body as string);`;
    const { tree } = ask(main);
    expect(tree('text')).toBeUndefined();
    expect(tree('message.body as string')).toBeUndefined();
  });

  it('is there from where a cast writes it', () => {
    const { tags } = ask(
      'declare const raw: string; raw as Plaintext<string>; const copy = raw as Plaintext<string>; copy;',
    );
    expect(tags('raw as Plaintext<string>', 0)).toEqual([': raw (plaintext)']);
    expect(tags('copy')).toEqual([': copy (plaintext)']);
  });
});
