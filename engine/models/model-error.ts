/** The error for a model that cannot be read: it names the place in the settings or the row, and what is allowed. */
import type { Row } from './rows.ts';

export class ModelError extends Error {
  override readonly name = 'ModelError';
}

/** What an error calls a row: enough to find it in a file of rows. */
export type RowName = Pick<Row, 'type' | 'path'>;

/** An error about one row, whoever wrote it. */
export function rowError(row: RowName, fault: string): ModelError {
  return new ModelError(`model row { type: '${row.type}', path: '${row.path}' }: ${fault}`);
}
