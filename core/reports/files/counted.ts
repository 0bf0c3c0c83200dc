/** Tells how many rows of a table were read, as they are. */
import type { Table } from '../tables.ts';

export function counted<Row>(table: Table<Row>, tell?: (rows: number) => Promise<void>) {
  let count = 0;
  async function* rows(): AsyncGenerator<Row, void, void> {
    try {
      for await (const row of table.rows) {
        count += 1;
        if (tell) await tell(count);
        yield row;
      }
    } finally {
      await table.rows.return();
    }
  }
  return { table: { ...table, rows: rows() }, rows: () => count };
}
