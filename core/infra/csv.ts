/**
 * CSV by RFC 4180 as a stream: CRLF, a header line, UTF-8. No byte order mark: by the RFC it would
 * be part of the first column's name, and it is what imports stumble over.
 */
import { Readable } from 'node:stream';
import { stringify } from 'csv-stringify/sync';

export interface CsvColumn<Row> {
  header: string;
  /** Text is made safe; a number stays one. */
  cell(row: Row): string | number | boolean | null;
  /** Set where the text is an exact number: how a spreadsheet shows it, such as `0.00`. */
  format?: string;
}

const CHUNK_ROWS = 200;

// A spreadsheet runs text that starts like a formula. Source: OWASP, CSV Injection; full-width
// signs are read as their ASCII twins by some.
const formula = /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]|\0/;

/** Text that no spreadsheet takes for a formula: with an apostrophe in front where needed. */
export function neutralize(text: string): string {
  return formula.test(text) ? `'${text}` : text;
}

/**
 * The rows as a stream of CSV. It waits for the first row, so that an error until then can still be
 * answered as one; a later error breaks the stream off.
 */
export async function toCsv<Row>(
  columns: CsvColumn<Row>[],
  rows: AsyncGenerator<Row, void, void>,
): Promise<Readable> {
  let next = await rows.next();
  let head = lines([columns.map((column) => column.header)]);

  async function nextChunk(): Promise<string | null> {
    const records: unknown[][] = [];
    while (!next.done && records.length < CHUNK_ROWS) {
      const { value } = next;
      records.push(columns.map((column) => safe(column.cell(value))));
      next = await rows.next();
    }
    const chunk = head + lines(records);
    head = '';
    return chunk === '' ? null : chunk;
  }

  return new Readable({
    read() {
      nextChunk().then(
        (chunk) => this.push(chunk),
        (error) => this.destroy(error),
      );
    },
    destroy(error, done) {
      rows.return().then(() => done(error), done);
    },
  });
}

function safe(value: string | number | boolean | null): string | number | null {
  if (typeof value === 'boolean') return String(value);
  return typeof value === 'string' ? neutralize(value) : value;
}

function lines(records: unknown[][]): string {
  // A lone CR or LF ends a line for most readers, so it needs quotes as CRLF does.
  return stringify(records, { record_delimiter: 'windows', quoted_match: /[\r\n]/ });
}
