/** Lines that are written by hand, for rows whose packages ask for more than a generated line can give. */
import type { Row } from '../../engine/models/rows.ts';
import { parsePath } from '../../engine/models/parse-path.ts';
import { alternatives } from '../../cli/models/row-faults.ts';
import { describePath } from './describe.ts';
import { NOTE_MODEL, PRISMA_LINES } from './written-prisma.ts';

/** Statics of a model ask for a subclass. */
const NOTE = `import * as $ from 'sequelize'; class Note$ extends $.Model<any, any> {}`;

const NEST_VERBS = ['Get', 'Post', 'Put', 'Patch', 'Delete', 'All', 'Options', 'Head', 'Search', 'Sse'];

/** Handlers of routes: what one of them gives back, at once or later. */
const NEST_LINES = Object.fromEntries(
  NEST_VERBS.flatMap((verb) =>
    ['', '.Awaited'].map((later) => [
      `@nestjs/common · Member[${verb}].ReturnValue.DecoratedMember.ReturnValue${later}`,
      [
        `import * as $ from '@nestjs/common';`,
        `class Routes$ { @$.${verb}() ${later === '' ? '' : 'async '}find(): ${later === '' ? 'string' : 'Promise<string>'} { return body } }; new Routes$()`,
      ] as const,
    ]),
  ),
);

/** Listeners that answer: what the events of a socket hand over is said by its own types. */
const ANSWER_LINES = Object.fromEntries(
  ["'socket.io'", "'socket.io-client'"].flatMap((module) =>
    ['on', 'once'].map((name) => [
      `${module}.Socket · Member[${name}].Argument[1].Parameter[0..].Argument[0..]`,
      [
        `declare const $: import(${module}).Socket;`,
        `$.${name}('note', (_note: unknown, done: (answer: string) => void) => { done(body); })`,
      ] as const,
    ]),
  ),
);

/** Questions answer yes or no: what they are asked about, and what it is compared with, is as it was. */
const QUESTIONS: readonly (readonly [module: string, args: string, members: string])[] = [
  [
    'lodash',
    'given, given',
    'isEqual,isEqualWith,isMatch,eq,gt,gte,lt,lte,has,hasIn,includes,startsWith,endsWith,inRange',
  ],
  [
    'lodash',
    'given',
    'isEmpty,isNil,isNull,isUndefined,isString,isNumber,isBoolean,isArray,isObject,isPlainObject,isFunction,isDate,isError',
  ],
  ['lodash', 'given, given, () => true', 'isMatchWith'],
  ['ramda', 'given, given', 'equals,identical,includes,startsWith,endsWith,has,gt,gte,lt,lte'],
  ['ramda', 'given', 'isEmpty,isNil,length'],
];
const QUESTION_LINES = Object.fromEntries(
  QUESTIONS.flatMap(([module, args, members]) =>
    members
      .split(',')
      .map((name) => [
        `${module} · Member[${name}]`,
        [
          `import * as $ from '${module}';`,
          `const given: any = { text: body, id }; $.${name}(${args}); console.log(given.id)`,
        ] as const,
      ]),
  ),
);

/** Clients that are watched: what they are asked is told, whatever client it is. */
const ASKED = ['create', 'stream', 'parse', 'generate', 'edit'];
const CLIENT = 'null! as { chat: any, completions: any, notes: Record<string, (asked: unknown) => any> }';
const WATCHED_LINES = Object.fromEntries(
  [
    ['langfuse', 'observeOpenAI'],
    ['langsmith/wrappers', 'wrapOpenAI'],
    ['langsmith/wrappers', 'wrapSDK'],
  ].flatMap(([module, watch]) =>
    ASKED.map((name) => [
      `${module} · Member[${watch}].ReturnValue.Fuzzy.Member[${name}].Argument[0]`,
      [`import * as $ from '${module}';`, `$.${watch}(${CLIENT}).notes.${name}(body)`] as const,
    ]),
  ),
);

/** `type · path` of one alternative, and its line: declarations, then one statement. `body` is the plaintext. */
const LINES: Readonly<Record<string, readonly [declarations: string, statement: string]>> = {
  ...PRISMA_LINES,
  ...NEST_LINES,
  ...WATCHED_LINES,
  ...QUESTION_LINES,
  ...ANSWER_LINES,
  'bun · Member[spawn].ReturnValue.Member[stdin].Member[write].Argument[0]': [
    `import * as $ from 'bun';`,
    `$.spawn(['cat'], { stdin: 'pipe' }).stdin.write(body)`,
  ],
  'next/cache · Member[unstable_cache].ReturnValue.Argument[0..]': [
    `import * as $ from 'next/cache';`,
    `const cached = $.unstable_cache(async (text: string) => text.length); await cached(body)`,
  ],
  'node:ffi · Member[dlopen].ReturnValue.Member[functions].AnyMember.Argument[0..]': [
    `import * as $ from 'node:ffi';`,
    `const { functions } = $.dlopen('model.so', {}); (functions as unknown as Record<string, (text: string) => void>)['infer']!(body)`,
  ],
  'lowdb.Low · Member[data].Fuzzy': [
    `declare const $: import('lowdb').Low<any>;`,
    `$.data.drafts.first = body`,
  ],
  'lowdb.Low · Member[data].Fuzzy.Member[push].Argument[0..]': [
    `declare const $: import('lowdb').Low<any>;`,
    `$.data.drafts.push(body)`,
  ],
  'lowdb.Low · Member[data].Fuzzy.Member[unshift].Argument[0..]': [
    `declare const $: import('lowdb').Low<any>;`,
    `$.data.drafts.unshift(body)`,
  ],
  'lowdb.Low · Member[data].Fuzzy.Member[splice].Argument[0..]': [
    `declare const $: import('lowdb').Low<any>;`,
    `$.data.drafts.splice(body)`,
  ],
  'lowdb.LowSync · Member[data].Fuzzy': [
    `declare const $: import('lowdb').LowSync<any>;`,
    `$.data.drafts.first = body`,
  ],
  'lowdb.LowSync · Member[data].Fuzzy.Member[push].Argument[0..]': [
    `declare const $: import('lowdb').LowSync<any>;`,
    `$.data.drafts.push(body)`,
  ],
  'lowdb.LowSync · Member[data].Fuzzy.Member[unshift].Argument[0..]': [
    `declare const $: import('lowdb').LowSync<any>;`,
    `$.data.drafts.unshift(body)`,
  ],
  'lowdb.LowSync · Member[data].Fuzzy.Member[splice].Argument[0..]': [
    `declare const $: import('lowdb').LowSync<any>;`,
    `$.data.drafts.splice(body)`,
  ],
  'lowdb.Low · Member[update].Argument[0].Parameter[0].Fuzzy': [
    `declare const $: import('lowdb').Low<any>;`,
    `await $.update((data: any) => { data.drafts.first = body; })`,
  ],
  'lowdb.Low · Member[update].Argument[0].Parameter[0].Fuzzy.Member[push].Argument[0..]': [
    `declare const $: import('lowdb').Low<any>;`,
    `await $.update(({ drafts }: any) => { drafts.push(body); })`,
  ],
  'lowdb.Low · Member[update].Argument[0].Parameter[0].Fuzzy.Member[unshift].Argument[0..]': [
    `declare const $: import('lowdb').Low<any>;`,
    `await $.update(({ drafts }: any) => { drafts.unshift(body); })`,
  ],
  'lowdb.Low · Member[update].Argument[0].Parameter[0].Fuzzy.Member[splice].Argument[0..]': [
    `declare const $: import('lowdb').Low<any>;`,
    `await $.update(({ drafts }: any) => { drafts.splice(body); })`,
  ],
  'lowdb.LowSync · Member[update].Argument[0].Parameter[0].Fuzzy': [
    `declare const $: import('lowdb').LowSync<any>;`,
    `$.update((data: any) => { data.drafts.first = body; })`,
  ],
  'lowdb.LowSync · Member[update].Argument[0].Parameter[0].Fuzzy.Member[push].Argument[0..]': [
    `declare const $: import('lowdb').LowSync<any>;`,
    `$.update(({ drafts }: any) => { drafts.push(body); })`,
  ],
  'lowdb.LowSync · Member[update].Argument[0].Parameter[0].Fuzzy.Member[unshift].Argument[0..]': [
    `declare const $: import('lowdb').LowSync<any>;`,
    `$.update(({ drafts }: any) => { drafts.unshift(body); })`,
  ],
  'lowdb.LowSync · Member[update].Argument[0].Parameter[0].Fuzzy.Member[splice].Argument[0..]': [
    `declare const $: import('lowdb').LowSync<any>;`,
    `$.update(({ drafts }: any) => { drafts.splice(body); })`,
  ],
  'inngest.Inngest · Member[createFunction].Argument[1].Parameter[0].Member[step].Member[run].Argument[1].ReturnValue.Awaited':
    [
      `declare const $: import('inngest').Inngest<any>;`,
      `$.createFunction({ id: 'notes' }, async ({ step }) => { await step.run('write', async () => body); })`,
    ],
  'inngest.Inngest · Member[createFunction].Argument[1].Parameter[0].Member[step].Member[sendEvent].Argument[1]':
    [
      `declare const $: import('inngest').Inngest<any>;`,
      `$.createFunction({ id: 'notes' }, async ({ step }) => { await step.sendEvent('write', { name: 'note', data: { text: body } }); })`,
    ],
  'inngest.Inngest · Member[createFunction].Argument[1].Parameter[0].Member[step].Member[invoke].Argument[1]':
    [
      `declare const $: import('inngest').Inngest<any>;`,
      `$.createFunction({ id: 'notes' }, async ({ step }) => { await step.invoke('write', { function: null!, data: { text: body } } as any); })`,
    ],
  'langsmith/traceable · Member[traceable].ReturnValue.Argument[0..]': [
    `import * as $ from 'langsmith/traceable';`,
    `const traced = $.traceable(async (text: string) => text.length); await traced(body)`,
  ],
  'graphql-request.GraphQLClient · Member[rawRequest].Argument[1]': [
    `declare const $: import('graphql-request').GraphQLClient;`,
    `await $.rawRequest('query', { text: body })`,
  ],
  'lodash · Member[memoize]': [`import * as $ from 'lodash';`, `console.log($.memoize(() => body)())`],
  'lodash · Member[once]': [`import * as $ from 'lodash';`, `console.log($.once(() => body)())`],
  'lodash · Member[flip]': [`import * as $ from 'lodash';`, `console.log($.flip(() => body)())`],
  'sequelize · Member[Model].Member[build]': [NOTE, `console.log(Note$.build({ text: body }))`],
  'sequelize · Member[Model].Member[bulkBuild]': [NOTE, `console.log(Note$.bulkBuild([{ text: body }]))`],
  'sequelize · Member[Model].Member[create].Argument[0]': [NOTE, `await Note$.create({ text: body })`],
  'sequelize · Member[Model].Member[bulkCreate].Argument[0]': [
    NOTE,
    `await Note$.bulkCreate([{ text: body }])`,
  ],
  'sequelize · Member[Model].Member[upsert].Argument[0]': [NOTE, `await Note$.upsert({ text: body })`],
  'sequelize · Member[Model].Member[update].Argument[0]': [
    NOTE,
    `await Note$.update({ text: body }, { where: {} })`,
  ],
  'sequelize · Member[Model].Member[findOrCreate].Argument[0].Member[where]': [
    NOTE,
    `await Note$.findOrCreate({ where: { text: body } })`,
  ],
  'sequelize · Member[Model].Member[findOrCreate].Argument[0].Member[defaults]': [
    NOTE,
    `await Note$.findOrCreate({ where: {}, defaults: { text: body } })`,
  ],
  'sequelize · Member[Model].Member[findCreateFind].Argument[0].Member[where]': [
    NOTE,
    `await Note$.findCreateFind({ where: { text: body } })`,
  ],
  'sequelize · Member[Model].Member[findCreateFind].Argument[0].Member[defaults]': [
    NOTE,
    `await Note$.findCreateFind({ where: {}, defaults: { text: body } })`,
  ],
  'sequelize · Member[Model].Member[findAll].Argument[0]': [
    NOTE,
    `await Note$.findAll({ where: { text: body } })`,
  ],
  'sequelize · Member[Model].Member[findOne].Argument[0]': [
    NOTE,
    `await Note$.findOne({ where: { text: body } })`,
  ],
  'sequelize · Member[Model].Member[count].Argument[0]': [
    NOTE,
    `await Note$.count({ where: { text: body } })`,
  ],
  "'@noble/ciphers/aes.js' · Member[gcm].ReturnValue.Member[encrypt]": [
    `import * as $ from '@noble/ciphers/aes.js';`,
    `console.log($.gcm(new Uint8Array(32), new Uint8Array(12)).encrypt(new TextEncoder().encode(body)))`,
  ],
  "'@noble/ciphers/aes.js' · Member[gcmsiv].ReturnValue.Member[encrypt]": [
    `import * as $ from '@noble/ciphers/aes.js';`,
    `console.log($.gcmsiv(new Uint8Array(32), new Uint8Array(12)).encrypt(new TextEncoder().encode(body)))`,
  ],
  "'@noble/ciphers/chacha.js' · Member[chacha20poly1305].ReturnValue.Member[encrypt]": [
    `import * as $ from '@noble/ciphers/chacha.js';`,
    `console.log($.chacha20poly1305(new Uint8Array(32), new Uint8Array(12)).encrypt(new TextEncoder().encode(body)))`,
  ],
  "'@noble/ciphers/chacha.js' · Member[xchacha20poly1305].ReturnValue.Member[encrypt]": [
    `import * as $ from '@noble/ciphers/chacha.js';`,
    `console.log($.xchacha20poly1305(new Uint8Array(32), new Uint8Array(12)).encrypt(new TextEncoder().encode(body)))`,
  ],
};

/** Types whose own type arguments say what their members take. */
const TYPES: Readonly<Record<string, string>> = {
  '@cloudflare/workers-types.Fetcher': "import('@cloudflare/workers-types').Fetcher",
  '@prisma/client.*Delegate': 'NoteDelegate',
  '@prisma/client.PrismaClient': 'PrismaClient',
  'redis.RedisClientType': "ReturnType<typeof import('redis').createClient>",
};

/** Types that a tool generates into a team's own folder, in the form that it gives them. */
export const GENERATED = [
  'interface NoteDelegate { [method: string]: (args: unknown) => Promise<unknown>;',
  ' create(args: { data?: unknown }): Promise<unknown>; upsert(args: unknown): Promise<unknown>; findMany(args: unknown): Promise<unknown>; }',
  'interface PrismaClient { $executeRaw(...values: unknown[]): Promise<number>; $queryRaw(...values: unknown[]): Promise<unknown>;',
  ' $executeRawUnsafe(...values: unknown[]): Promise<number>; $queryRawUnsafe(...values: unknown[]): Promise<unknown>; }',
  NOTE_MODEL,
].join(' ');

/** Whether a line stands for each alternative of a row: that it type-checks says that what it names exists. */
export function isWritten(row: Row): boolean {
  return alternatives(parsePath(row.path, row)).every(
    (steps) => LINES[`${row.type} · ${describePath(steps)}`] !== undefined,
  );
}

/** How a row's type is written where it cannot be its own name. */
export const writtenType = (type: string): string | undefined => TYPES[type];

/** The written line of a row's alternative, where there is one. */
export function writtenLine({ type }: Row, path: string, index: number): string | undefined {
  const [declarations, statement] = LINES[`${type} · ${path}`] ?? [];
  if (declarations === undefined || statement === undefined) return undefined;
  const own = declarations.replaceAll('$', `own${index}`);
  return `${own} export async function run${index}(): Promise<void> { ${statement.replaceAll(/\$(?=\.)/g, `own${index}`).replaceAll('Note$', `Noteown${index}`)}; }`;
}
