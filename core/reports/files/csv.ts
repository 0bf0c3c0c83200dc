/** CSV: streams any number of rows. */
import { toCsv } from '../../infra/csv.ts';
import type { FileFormat } from './file-format.ts';

export const csv: FileFormat = {
  extension: 'csv',
  mediaType: 'text/csv; charset=utf-8; header=present',
  description:
    'RFC 4180, UTF-8, any number of rows. Text that a spreadsheet would run as a formula starts with an apostrophe.',
  write: ({ columns, rows }) => toCsv(columns, rows),
};
