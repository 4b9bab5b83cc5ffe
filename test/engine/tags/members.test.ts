import { describe, expect, it } from 'vitest';
import { MAX_DEPTH, privateKey } from '../../../engine/keys.ts';
import { ask } from './oracle-of.ts';

describe('members of a class', () => {
  const SESSION = `
    class Session {
      #key: Plaintext<string>;
      private draft!: Plaintext<string>;
      protected last?: Plaintext<string>;
      readonly id = 'x';
      constructor(readonly asked: Plaintext<string>) { this.#key = asked; }
      get text(): Plaintext<string> { return this.#key; }
      read(): Plaintext<string> { return this.#key; }
      show() { this.#key; this.draft; this.read(); }
    }
    class ChatSession extends Session { turns: Plaintext<string>[] = []; }
    declare const session: Session; declare const chat: ChatSession;
    session; chat; session.text; session.read(); session.id;`;

  it('are shown unless they are #private, accessors or methods', () => {
    expect(ask(SESSION).tags('session')).toEqual([
      'draft: Session.draft (plaintext)',
      'last: Session.last (plaintext)',
      'asked: Session.asked (plaintext)',
    ]);
  });

  it('are those of its base class too', () => {
    expect(ask(SESSION).tags('chat')).toContain('draft: Session.draft (plaintext)');
    expect(ask(SESSION).tags('chat')).toContain('turns.<element>: ChatSession.turns (plaintext)');
  });

  it('are found one by one, #private ones by their own key', () => {
    const { tree, tags } = ask(SESSION);
    expect(
      tree('session')
        ?.child(privateKey('key'))
        ?.own.map((tag) => tag.name),
    ).toEqual(['Session.#key']);
    expect(tree('session')?.child('key')).toBeUndefined();
    expect(tree('session')?.child('text')?.own).toHaveLength(1);
    expect(tree('session')?.child('read')).toBeUndefined();
    expect(tree('session')?.child('id')).toBeUndefined();
    expect(tags('this.#key')).toEqual([': Session.#key (plaintext)']);
    expect(tags('this.draft')).toEqual([': Session.draft (plaintext)']);
    expect(tags('session.text')).toEqual([': Session.text (plaintext)']);
    expect(tags('session.read()')).toEqual([': read() (plaintext)']);
    expect(tree('session.id')).toBeUndefined();
  });

  it('are shown for accessors of an object and of an interface, which printing reads', () => {
    const { tags } = ask(`
      const made = { get text(): Plaintext<string> { return '' as Plaintext<string>; } };
      interface Box { get text(): Plaintext<string> }
      declare const box: Box; made; box;`);
    expect(tags('made')).toEqual(['text: text (plaintext)']);
    expect(tags('box')).toEqual(['text: Box.text (plaintext)']);
  });
});

describe('an object that is tagged as a whole', () => {
  const MESSAGE = `
    interface Meta { size: number; from: { name: string } }
    type Message = Plaintext<{ id: string; meta: Meta; send(): void; render: () => string; done: boolean }>;
    declare const message: Message;
    message; message.id; message.meta.from.name; message.send; message.render;
    const { meta: { from: { name } } } = message;
    const part = message.meta;`;

  it('shows its own tag, once', () => {
    expect(ask(MESSAGE).tags('message')).toEqual([': Message (plaintext)']);
  });

  it('tags every data member that is read from it, at any depth', () => {
    const { tags, tree } = ask(MESSAGE);
    expect(tags('message.id')).toHaveLength(1);
    expect(tags('message.meta.from.name')).toHaveLength(1);
    expect(tags('name')).toHaveLength(1);
    expect(tree('message.send')).toBeUndefined();
    expect(tree('message.render')).toBeUndefined();
    expect(tree('message')?.child('render')).toBeUndefined();
    expect(tree('message')?.child('meta')?.child('from')?.child('name')?.own).toHaveLength(1);
    expect(tree('message')?.child('send')).toBeUndefined();
  });

  it('keeps the labels that its members add', () => {
    const main = "declare const held: Plaintext<{ key: Plaintext<string, 'key'>; id: string }>; held;";
    expect(ask(main).tags('held')).toEqual([': held (plaintext)', 'key: key (key)']);
  });

  it('leaves the length of a tagged list to the models', () => {
    const { tree, tags } = ask('declare const held: Plaintext<string[]>; held.length; held[0]; held;');
    expect(tags('held')).toEqual([': held (plaintext)']);
    expect(tree('held.length')).toBeUndefined();
    expect(tags('held[0]')).toHaveLength(1);
  });

  it('leaves the length of a tagged text to the models', () => {
    const { tree } = ask('declare const held: Plaintext<string>; held.length; held.trim;');
    expect(tree('held.length')).toBeUndefined();
    expect(tree('held.trim')).toBeUndefined();
  });
});

describe('types without an end', () => {
  it('fold where they meet themselves', () => {
    const main =
      'interface Turn { body: Plaintext<string>; replies: Turn[]; parent?: Turn } declare const turn: Turn; turn;';
    const { tags, tree } = ask(main);
    expect(tags('turn')).toEqual(['body: Turn.body (plaintext)']);
    let deep = tree('turn');
    for (let depth = 0; depth < 60; depth++) deep = deep?.child('parent');
    expect(deep?.child('body')?.own).toHaveLength(1);
  });

  it('fold in a group of types', () => {
    const main = `
      interface Room { turns: Turn[]; title: string }
      interface Turn { author: Author; body: Plaintext<string> }
      interface Author { rooms: Map<string, Room>; name: string }
      declare const author: Author; author;`;
    expect(ask(main).tags('author')).toEqual(['rooms.<value>.turns.<element>.body: Turn.body (plaintext)']);
  });

  it('collapse onto the place where they are too deep', () => {
    const levels = Array.from(
      { length: 60 },
      (_, level) => `interface Level${level} { next: Level${level + 1}; id: string }`,
    );
    const main = `${levels.join('\n')} interface Level60 { body: Plaintext<string> } declare const held: Level0; held;`;
    const { tree } = ask(main);
    const [only, ...others] = tree('held')?.deep() ?? [];
    expect(others).toEqual([]);
    expect(only?.path).toEqual(Array.from({ length: MAX_DEPTH }, () => 'next'));
    expect(only?.tag.name).toBe('Level60.body');
  });

  it('end for generics that grow as they repeat', () => {
    const main = `
      type Grown<T> = { body: Plaintext<string>; next: Grown<T[]> };
      type Clean<T> = { left: Clean<T[]>; right: Clean<Set<T>>; id: string };
      declare const grown: Grown<string>; declare const clean: Clean<string>; grown; clean;`;
    const { tags, tree } = ask(main);
    expect(tags('grown')[0]).toBe('body: Grown.body (plaintext)');
    expect(tags('grown').length).toBeLessThan(20);
    expect(tree('clean')).toBeUndefined();
  });

  it('are found behind many instances of one generic', () => {
    const type = Array.from({ length: 30 }).reduce<string>((inner) => `Box<${inner}>`, 'Plaintext<string>');
    const { tree } = ask(`interface Box<T> { value: T } declare const held: ${type}; held;`);
    expect(tree('held')?.deep()).toHaveLength(1);
  });

  it('collapse when there are too many paths', () => {
    const members = Array.from({ length: 300 }, (_, index) => `part${index}: Plaintext<string>`);
    const paths =
      ask(`interface Wide { ${members.join(';')} } declare const held: Wide; held;`)
        .tree('held')
        ?.deep() ?? [];
    expect(paths.filter(({ path }) => path.length > 0)).toHaveLength(200);
    expect(paths.some(({ path }) => path.length === 0)).toBe(true);
  });

  it('end for types that all refer to each other', () => {
    const names = Array.from({ length: 24 }, (_, index) => `Node${index}`);
    const types = names.map(
      (name) => `interface ${name} { ${names.map((other) => `to${other}: ${other}`).join(';')} }`,
    );
    const main = `${types.join('\n')} interface Node0 { body: Plaintext<string> } declare const held: Node1; held;`;
    expect(ask(main).tags('held')).toContain(': Node0.body (plaintext)');
    expect(ask(main).tags('held')).toContain('toNode0.body: Node0.body (plaintext)');
  });
});
