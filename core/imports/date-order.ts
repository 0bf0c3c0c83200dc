/** In which order day, month and year stand in a file. It never guesses: it asks. */
import { atField } from '../errors.ts';
import type { RecordFile } from './csv-file.ts';
import { ERR_IMPORT_DATE_AMBIGUOUS } from './errors.ts';
import type { ImportFormat } from './format.ts';
import type { Columns } from './formats.ts';
import { type DateOrder, possibleOrders } from './wall-time.ts';

/**
 * The order that the first telling date shows: usually the very first. Dates that contradict it are
 * the faults of their rows.
 * @throws STINT_ERR_IMPORT_DATE_AMBIGUOUS when the whole file leaves it open
 */
export async function findDateOrder(
  file: RecordFile,
  format: ImportFormat,
  columns: Columns,
): Promise<DateOrder> {
  const positions = format.dates.flatMap((field) => columns[field]?.position ?? []);
  if (positions.length === 0) return 'YMD';
  let example: string | undefined;
  let isHeader = true;
  for await (const records of file.read()) {
    for (const { cells } of records) {
      if (isHeader) {
        isHeader = false;
        continue;
      }
      for (const position of positions) {
        const [date = ''] = (cells[position] ?? '').trim().split(/[T ]/);
        const orders = possibleOrders(date);
        if (orders.length === 1) return orders[0] as DateOrder;
        if (orders.length === 2) example ??= date;
      }
    }
  }
  if (example === undefined) return 'YMD';
  throw atField(new ERR_IMPORT_DATE_AMBIGUOUS(example), '/date_format');
}
