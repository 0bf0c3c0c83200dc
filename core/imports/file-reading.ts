/** Reads a file into the staging table, row by row: what it is, then what it says. */
import type { Context } from '../infra/context.ts';
import type { RecordFile } from './csv-file.ts';
import { findDateOrder } from './date-order.ts';
import { FaultList } from './faults.ts';
import { columnOf } from './format.ts';
import { chooseFormat, locateColumns } from './formats.ts';
import { keyOf, personOf } from './people.ts';
import { type Reading, RowReader } from './row-reader.ts';
import type { ImportQuery } from './schema.ts';
import { type StagedRow, stageRows } from './staging.ts';
import { openZone } from './zone.ts';

/** Finds out format, columns and order of dates. @throws STINT_ERR_IMPORT_… */
export async function openReading(
  { actor }: Context,
  file: RecordFile,
  query: ImportQuery,
): Promise<Reading> {
  const headers = await readHeaders(file);
  const format = chooseFormat(headers, query.format);
  const columns = locateColumns(format, headers);
  const dateOrder =
    query.date_format === 'auto' ? await findDateOrder(file, format, columns) : query.date_format;
  return {
    format,
    columns,
    width: headers.length,
    dateOrder: dateOrder as Reading['dateOrder'],
    readZone: openZone(query.time_zone ?? actor.time_zone),
    faults: new FaultList(),
    warnings: new FaultList(),
  };
}

async function readHeaders(file: RecordFile): Promise<string[]> {
  for await (const [first] of file.read()) if (first) return first.cells;
  return [];
}

export interface StagedFile {
  /** Rows of the file, bad ones included. */
  rows: number;
  /** Everyone whom a readable row names: key → as first written. */
  persons: Map<string, string>;
}

export async function stageFile(
  context: Context,
  file: RecordFile,
  reading: Reading,
  onProgress?: (rows: number) => Promise<void>,
): Promise<StagedFile> {
  const persons = new Map<string, string>();
  let rows = -1;
  // A record can name several tasks.
  let n = 0;
  for await (const records of file.read()) {
    const staged: StagedRow[] = [];
    for (const { line, cells, isCut } of records) {
      rows += 1;
      if (rows === 0) continue;
      if (isCut) {
        refuseCut(reading, line);
        continue;
      }
      const reader = new RowReader(reading, line, cells);
      const read = [reading.format.readRow(reader)].flat();
      if (reader.isBad) continue;
      const start_text = reader.cell(columnOf(reading.format, 'start'));
      for (const row of read) {
        const person = personOf(row);
        if (!persons.has(keyOf(person))) persons.set(keyOf(person), person);
        staged.push({ n: ++n, line, row, start_text });
      }
    }
    await stageRows(context, staged);
    await onProgress?.(Math.max(rows, 0));
  }
  return { rows, persons };
}

function refuseCut({ faults }: Reading, line: number): void {
  const reason = 'A quote in this row is never closed: the rest of the file was not read.';
  faults.add({ line, column: null, value: '"', reason, code: 'quote_unclosed' });
}
