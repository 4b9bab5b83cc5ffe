/** Expressions of each kind, as templates: `@kind` is a variable or an expression of that kind. */
import { PROMISED } from './expressions/promised.ts';
import { STRUCTURES } from './expressions/structures.ts';
import { TEXTS } from './expressions/texts.ts';

const TABLES: readonly Readonly<Record<string, readonly string[]>>[] = [TEXTS, STRUCTURES, PROMISED];

const kinds = [...new Set(TABLES.flatMap((table) => Object.keys(table)))];

export const EXPRESSIONS: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  kinds.map((kind) => [kind, TABLES.flatMap((table) => table[kind] ?? [])]),
);
