/** The `type` of a row: `global`, a package, or a type that a package exports. */
import type { RowName } from './model-error.ts';
import { rowError } from './model-error.ts';
import { moduleKey } from './module-key.ts';

export const GLOBAL = 'global';

export interface RowType {
  /** `global`, or the module's name in the form of `moduleKey`. */
  readonly module: string;
  /** The names that lead to the exported type, outermost first; empty for the module itself. */
  readonly names: readonly string[];
}

/** A module's name, quoted when it holds a dot, and the names of a type after it. */
const TYPE = /^(?:'([^']+)'|"([^"]+)"|([^'".\s]+))((?:\.[^.\s'"]+)*)$/;

/**
 * Reads the type of a row: `pg`, `@aws-sdk/client-s3.S3`, `@vercel/blob/client`, `'socket.io'.Socket`, `knex.Knex.Client`.
 * @throws ModelError that names the row.
 */
export function parseType(row: RowName): RowType {
  const [match, single, double, plain, names = ''] = TYPE.exec(row.type) ?? [];
  if (match === undefined) {
    const allowed = `allowed are global, package, package.Type, package/file.Type, 'package.with.dots'.Type`;
    throw rowError(row, `cannot read the type '${row.type}'; ${allowed}`);
  }
  const module = single ?? double ?? plain ?? '';
  return { module: moduleKey(module), names: names.split('.').slice(1) };
}
