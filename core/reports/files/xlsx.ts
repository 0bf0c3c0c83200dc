/**
 * A workbook with one sheet. It is made in memory, so its rows are limited. Text is always text: nothing
 * in it is a formula.
 */
import { Readable } from 'node:stream';
import type { Cell } from 'write-excel-file/node';
import type { CsvColumn } from '../../infra/csv.ts';
import type { FileFormat } from './file-format.ts';
import { limited } from './rows.ts';

const MAX_ROWS = 50_000;
// Characters that XML cannot hold, not even escaped.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const unprintable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
const MAX_TEXT = 32_767;

export const xlsx: FileFormat = {
  extension: 'xlsx',
  mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  description: `A workbook with one sheet, ${MAX_ROWS} rows at most. Hours and amounts are numbers, and no text is a formula.`,
  async write(table) {
    const cells: Cell[][] = [
      table.columns.map(({ header }) => ({ value: header, type: String, fontWeight: 'bold' })),
    ];
    for await (const row of limited(table, MAX_ROWS, 'xlsx')) {
      cells.push(table.columns.map((column) => cellOf(column, row)));
    }
    // Only whoever wants a workbook pays for the library.
    const { default: writeWorkbook } = await import('write-excel-file/node');
    const workbook = writeWorkbook(cells, {
      sheet: 'Stint',
      stickyRowsCount: 1,
      columns: table.columns.map((column) => ({ width: widthOf(column) })),
    });
    return Readable.from([await workbook.toBuffer()]);
  },
};

function cellOf<Row>({ cell, format }: CsvColumn<Row>, row: Row): Cell {
  const value = cell(row);
  if (value === null) return null;
  if (typeof value === 'boolean') return { value, type: Boolean };
  if (typeof value === 'number') return { value, type: Number };
  // Ten digits and two decimals are exact in a float, and written as they were.
  if (format) return { value: Number(value), type: Number, format };
  return { value: value.replace(unprintable, '').slice(0, MAX_TEXT), type: String };
}

function widthOf<Row>({ header }: CsvColumn<Row>): number {
  if (/description|_name|tags/.test(header)) return 30;
  return Math.max(12, header.length + 2);
}
