/** JSON with the columns of the CSV: streams any number of rows. Amounts and hours are exact text. */
import { Readable } from 'node:stream';
import type { Table } from '../tables.ts';
import type { FileFormat } from './file-format.ts';

export const json: FileFormat = {
  extension: 'json',
  mediaType: 'application/json; charset=utf-8',
  description: 'An object with `from`, `to`, `time_zone` and `rows`, any number of them.',
  async write(table) {
    const { rows } = table;
    // The first row is waited for, so that an error until then can still be answered as one.
    const first = await rows.next();
    const chunks = Readable.from(write(table, first), { objectMode: false, encoding: 'utf8' });
    return chunks.once('close', () => void rows.return().catch(() => {}));
  },
};

async function* write<Row>(
  { columns, rows, from, to, time_zone }: Table<Row>,
  first: IteratorResult<Row, void>,
): AsyncGenerator<string> {
  const head = JSON.stringify({ from, to, time_zone });
  yield `${head.slice(0, -1)},"rows":[`;
  let separator = '\n';
  for (let next = first; !next.done; next = await rows.next()) {
    const { value } = next;
    yield separator +
      JSON.stringify(Object.fromEntries(columns.map(({ header, cell }) => [header, cell(value)])));
    separator = ',\n';
  }
  yield '\n]}\n';
}
