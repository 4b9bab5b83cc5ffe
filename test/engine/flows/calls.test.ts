/** How a label goes through calls: callbacks, methods, recursion, module state, exceptions. */
import { describe, expect, test } from 'vitest';
import { reportedAt } from './analysed.ts';

const IMPORTS = "import { source, sink, copy } from 'acme-wire';\n";

/** The lines of the body, from 1, at which a flow is reported. */
const reportedLines = (body: string): readonly number[] =>
  reportedAt(IMPORTS + body).map((at) => Number(at.split(':')[1]) - 1);

describe('a callback', () => {
  test('of a caller gets what the function hands it, and is reported in the caller', () => {
    expect(
      reportedLines(`function each(texts: readonly string[], use: (text: string) => void): void {
  for (const text of texts) use(text);
}
each([source()], (text) => sink(text));
each(['noon'], (text) => sink(text));`),
    ).toEqual([4]);
  });

  test('is told apart from the callback of another call', () => {
    expect(
      reportedLines(`const apply = (text: string, use: (text: string) => void): void => use(text);
apply(source(), () => undefined);
apply('noon', sink);
apply(source(), sink);`),
    ).toEqual([4]);
  });

  test('gives its result back through the function that calls it', () => {
    expect(
      reportedLines(`const run = <T>(make: () => T): T => make();
sink(run(() => source()));
sink(run(() => 'noon'));`),
    ).toEqual([2]);
  });

  test('that is kept in a variable sees what the variable holds later', () => {
    expect(
      reportedLines(`let text = 'noon';
const show = (): void => sink(text);
text = source();
show();`),
    ).toEqual([2]);
  });
});

describe('a method', () => {
  const box = `class Box {
  #text = '';
  put(text: string): void { this.#text = text; }
  get(): string { return this.#text; }
}
`;

  test('reads what another method of the same object has written', () => {
    expect(reportedLines(`${box}const full = new Box();\nfull.put(source());\nsink(full.get());`)).toEqual([
      8,
    ]);
  });

  test('of an object that was made here reads nothing of other objects', () => {
    expect(
      reportedLines(`${box}const [full, empty] = [new Box(), new Box()];
full.put(source());
sink(empty.get());`),
    ).toEqual([]);
  });

  test('of an object that came from elsewhere may read what any instance holds', () => {
    expect(
      reportedLines(`${box}export const show = (some: Box): void => sink(some.get());
export const fill = (some: Box): void => some.put(source());`),
    ).toEqual([6]);
  });

  test('is found through an interface that its class implements', () => {
    expect(
      reportedLines(`interface Outlet { write(text: string): void }
class WireOutlet implements Outlet { write(text: string): void { sink(text); } }
export function send(outlet: Outlet): void {
  outlet.write(source());
}
export const outlet: Outlet = new WireOutlet();`),
    ).toEqual([4]);
  });
});

describe('a function that calls itself', () => {
  test('passes its parameter on to the end', () => {
    expect(
      reportedLines(`function last(text: string, rounds: number): string {
  return rounds === 0 ? text : last(copy(text), rounds - 1);
}
sink(last(source(), 3));
sink(last('noon', 3));`),
    ).toEqual([4]);
  });

  test('by way of another reaches the sink of either', () => {
    expect(
      reportedLines(`function even(text: string, rounds: number): void {
  if (rounds > 0) odd(text, rounds - 1);
}
function odd(text: string, rounds: number): void {
  if (rounds === 0) sink(text);
  else even(text, rounds - 1);
}
even(source(), 4);
even('noon', 4);`),
    ).toEqual([8]);
  });
});

describe('a variable of a module', () => {
  test('holds what any function has put into it, in every file that reads it', () => {
    expect(
      reportedAt({
        'last-seen.ts': `import { source } from 'acme-wire';
          export let lastSeen = '';
          export function look(): void { lastSeen = source(); }`,
        'report.ts':
          "import { sink } from 'acme-wire';\nimport { lastSeen } from './last-seen.ts';\nsink(lastSeen);",
      }),
    ).toEqual(['report.ts:3']);
  });

  test('that is a map holds what was set under any key', () => {
    expect(
      reportedLines(`const seen = new Map<string, string>();
export function look(id: string): void { seen.set(id, source()); }
export function tell(id: string): void { sink(seen.get(id)); }`),
    ).toEqual([3]);
  });
});

describe('a local variable', () => {
  test('is clean again when it is given a clean value', () => {
    expect(
      reportedLines(`let text = source();
sink(text);
text = 'noon';
sink(text);`),
    ).toEqual([2]);
  });

  test('may hold what one branch has given it', () => {
    expect(
      reportedLines(`let text = 'noon';
if (Math.random() > 0.5) text = source();
sink(text);`),
    ).toEqual([3]);
  });

  test('of an object keeps its members apart', () => {
    expect(
      reportedLines(`const message = { id: 'first', body: source() };
sink(message.id);
sink(message.body);
sink(message);`),
    ).toEqual([3, 4]);
  });
});

describe('what is thrown', () => {
  test('is caught by the caller', () => {
    expect(
      reportedLines(`function refuse(): never { throw source(); }
try {
  refuse();
} catch (reason) {
  sink(reason);
}`),
    ).toEqual([5]);
  });

  test('is caught from a promise that is awaited', () => {
    expect(
      reportedLines(`async function refuse(): Promise<void> { throw source(); }
try {
  await refuse();
} catch (reason) {
  sink(reason);
}`),
    ).toEqual([5]);
  });
});
