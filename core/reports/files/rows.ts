/** The rows of a table that has to fit into one document. */
import { ERR_EXPORT_TOO_LARGE } from '../errors.ts';
import type { Table } from '../tables.ts';

/** @throws STINT_ERR_EXPORT_TOO_LARGE */
export async function* limited<Row>(
  { rows }: Table<Row>,
  most: number,
  extension: string,
): AsyncGenerator<Row, void, void> {
  let count = 0;
  try {
    for await (const row of rows) {
      count += 1;
      if (count > most) throw new ERR_EXPORT_TOO_LARGE(most, extension.toUpperCase());
      yield row;
    }
  } finally {
    await rows.return();
  }
}
