/** Lines for rows of Prisma's extended clients: their members are those of a team's own models. */

/** A model and a client as the package's own runtime types them once they are extended. */
export const NOTE_MODEL = [
  'type NoteOperation = "create" | "createMany" | "createManyAndReturn" | "update" | "updateMany" | "updateManyAndReturn" | "upsert" | "findUnique" |',
  ' "findUniqueOrThrow" | "findFirst" | "findFirstOrThrow" | "findMany" | "count" | "aggregate" | "groupBy" | "delete" | "deleteMany";',
  ' type NoteMap = { meta: { modelProps: "note"; txIsolationLevel: string }; model: { Note: { payload: any; fields: any;',
  ' operations: { [O in NoteOperation]: { args: any; result: any } } } };',
  ' other: { payload: any; operations: { [O in "$executeRaw" | "$queryRaw" | "$executeRawUnsafe" | "$queryRawUnsafe"]: { args: any; result: any } } } };',
].join('');

const MODEL = '@prisma/client/runtime/client.DynamicModelExtensionThis';
const CLIENT = '@prisma/client/runtime/client.DynamicClientExtensionThis';

type Line = readonly [key: string, line: readonly [declarations: string, statement: string]];

const modelLine = (operation: string, option: string): Line => [
  `${MODEL} · Member[${operation}].Argument[0].Member[${option}]`,
  [
    `declare const $: import('@prisma/client/runtime/client').DynamicModelExtensionThis<NoteMap, 'Note', {}>;`,
    `await $.${operation}({ ${option}: { text: body } })`,
  ],
];

const clientLine = (name: string): Line => [
  `${CLIENT} · Member[${name}].Argument[0..]`,
  [
    `declare const $: import('@prisma/client/runtime/client').DynamicClientExtensionThis<NoteMap, any, {}>;`,
    name.endsWith('Unsafe') ? `await $.${name}('select 1', body)` : 'await $.' + name + '`select ${body}`',
  ],
];

const WRITES = 'create,createMany,createManyAndReturn,update,updateMany,updateManyAndReturn'.split(',');
const FILTERS =
  'findUnique,findUniqueOrThrow,findFirst,findFirstOrThrow,findMany,count,aggregate,groupBy,delete,deleteMany,update,updateMany,updateManyAndReturn'.split(
    ',',
  );

/** By row and path, as the other written lines. */
export const PRISMA_LINES: Readonly<Record<string, Line[1]>> = Object.fromEntries([
  ...WRITES.map((operation) => modelLine(operation, 'data')),
  ...['create', 'update', 'where'].map((option) => modelLine('upsert', option)),
  ...FILTERS.map((operation) => modelLine(operation, 'where')),
  ...['$executeRaw', '$queryRaw', '$executeRawUnsafe', '$queryRawUnsafe'].map(clientLine),
]);
