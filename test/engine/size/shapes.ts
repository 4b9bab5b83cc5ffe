/** Programs that are large in one direction: what nobody writes by hand, and generators do. */

/** `count` lines, each made from its number. */
export function lines(count: number, line: (at: number) => string): string {
  return Array.from({ length: count }, (_, at) => line(at)).join('\n');
}

const IMPORTS = `import { source, sink } from 'acme-wire';
import type { Plaintext } from 'stateless-runtime';
`;

/** A program over the wire package whose last line is where its flow is reported. */
export function program(body: string, last: string): string {
  return `${IMPORTS}${body}\n${last}`;
}

export const branches = program(
  `export function route(kind: number, text: string): string {
    let out = '';
    ${lines(300, (at) => `if (kind === ${at}) { out += text; } else if (kind > ${at * 2}) { out = out + '${at}'; }`)}
    ${lines(50, (at) => `const step${at} = (one: string): string => { ${at > 0 ? `out += step${at - 1}(one);` : 'out += one;'} return out + one; };`)}
    return step49(out);
  }`,
  'sink(route(3, source()));',
);

/** Closures inside closures: each level reads what all levels above it keep. */
export const nestedClosures = program(
  `${lines(50, (at) => `const open${at} = (text${at}: string): string => { const kept${at} = text${at};`)}
  return ${Array.from({ length: 50 }, (_, at) => `kept${at}`).join(' + ')};
  ${lines(50, (at) => (at === 49 ? '};' : `}; return open${49 - at}(kept${48 - at});`))}`,
  'sink(open0(source()));',
);

export const longFile = program(
  lines(
    2000,
    (at) => `export function read${at}(text: string, count: number): string {
      const parts = text.split(',');
      const kept: string[] = [];
      for (const part of parts) {
        if (part.length > count) kept.push(part.trim());
      }
      const message = { id: count, body: kept.join(';') };
      const { body } = message;
      return ${at > 0 ? `read${at - 1}(body, message.id)` : 'body'};
    }`,
  ),
  'sink(read1999(source(), 1));',
);

export const recursiveTypes = program(
  lines(
    60,
    (at) => `interface Thread${at}<Item> {
      title: ${at === 59 ? 'Plaintext<string>' : 'string'};
      next?: Thread${(at + 1) % 60}<Item[]>;
      replies: Thread${(at + 7) % 60}<Item>[];
      byAuthor: Map<string, Thread${(at + 13) % 60}<Item | Thread${at}<Item>>>;
    }`,
  ),
  'export const show = (thread: Thread0<string>): void => sink(thread);',
);

export const optionalChain = program(
  lines(
    60,
    (at) =>
      `interface Part${at} { ${at === 59 ? 'body: Plaintext<string>' : `inner?: Part${at + 1} | string`} }`,
  ),
  'export const show = (part: Part0): void => sink(part);',
);

export const deepExpression = program(
  'const text = source();',
  `sink(${'('.repeat(500)}text${" + 'x')".repeat(500)});`,
);

export const deepCalls = program(
  'const text = source();\nconst same = (one: string): string => one;',
  `sink(${'same('.repeat(500)}text${')'.repeat(500)});`,
);

export const mutualFunctions = program(
  lines(
    200,
    (at) => `export function step${at}(left: number, text: string, other: string): string {
      if (left === 0) return text;
      if (left % 2) return step${(at + 1) % 200}(left - 1, other, text + '${at}');
      return step${(at * 7 + 3) % 200}(left - 1, text, other) + step${(at * 13 + 5) % 200}(left - 2, other, other);
    }`,
  ),
  "sink(step0(10, source(), 'x'));",
);

export const mutualObjects = program(
  `interface Letter { text: string; replies: Letter[]; parent?: Letter }
  ${lines(
    200,
    (at) => `export function file${at}(left: number, first: Letter, second: Letter): Letter {
      if (left === 0) return first;
      second.parent = first;
      first.replies.push(file${(at + 1) % 200}(left - 1, second, first));
      return file${(at * 7 + 3) % 200}(left - 1, { text: first.text + second.text, replies: [first, second] }, second);
    }`,
  )}`,
  "sink(file0(10, { text: source(), replies: [] }, { text: 'x', replies: [] }));",
);

export const mutualMethods = program(
  `abstract class Handler { text = source(); abstract handle(left: number, next: Handler): string; }
  ${lines(
    200,
    (at) => `export class Handler${at} extends Handler {
      handle(left: number, next: Handler): string {
        return left === 0 ? this.text : next.handle(left - 1, new Handler${(at + 1) % 200}());
      }
    }`,
  )}`,
  'sink(new Handler0().handle(10, new Handler5()));',
);

export const mutualCallbacks = program(
  lines(
    200,
    (at) => `export function visit${at}(left: number, then: (text: string) => string): string {
      if (left === 0) return then('${at}');
      return visit${(at + 1) % 200}(left - 1, (text) => then(text) + visit${(at * 7 + 3) % 200}(left - 1, then));
    }`,
  ),
  'const text = source(); sink(visit0(10, (one) => one + text));',
);

export const switchOfTexts = program(
  `export function pick(kind: number, text: string): string {
    let out = '';
    switch (kind) {
      ${lines(1000, (at) => `case ${at}: out = ${at % 3 === 0 ? 'text' : `'${at}' + out`};${at % 2 === 0 ? '' : ' break;'}`)}
      default: out = text;
    }
    return out;
  }`,
  'sink(pick(2, source()));',
);

export const switchOfStates = program(
  `interface State { text: string; count: number }
  export function reduce(state: State, kind: number, text: string): State {
    switch (kind) {
      ${lines(1000, (at) => `case ${at}: { const next = { ...state, text: ${at % 3 === 0 ? 'text' : 'state.text'} }; return next; }`)}
      default: return state;
    }
  }`,
  "sink(reduce({ text: 'x', count: 1 }, 2, source()));",
);

export const localClosures = program(
  `export function run(text: string): string {
    ${lines(300, (at) => `let kept${at} = ''; const put${at} = (one: string): void => { kept${at} = one; ${at > 0 ? `put${at - 1}(one);` : ''} }; const take${at} = (): string => kept${at} + ${at > 0 ? `take${at - 1}()` : "''"};`)}
    put299(text);
    return take299();
  }`,
  'sink(run(source()));',
);

export const wideTable = program(
  `const text = source();
  export const table = {
    ${lines(5000, (at) => `entry${at}: ${at % 100 === 0 ? 'text' : `'${at}'`},`)}
  };
  export const clean = [table.entry1, table.entry101, table.entry4999];`,
  'sink(table.entry100);',
);
