/**
 * A report as a client would accept it: letterhead, period, lines, sums. Pages are written as they
 * are filled, so memory does not grow with them; the number of lines is limited all the same.
 */
import { PassThrough } from 'node:stream';
import type { Table } from '../tables.ts';
import { wordsFor } from '../words.ts';
import type { FileFormat, Look } from './file-format.ts';
import { type Line, PdfPages } from './pdf-pages.ts';
import { limited } from './rows.ts';
import { Totals } from './totals.ts';

const MAX_ROWS = 20_000;

export const pdf: FileFormat = {
  extension: 'pdf',
  mediaType: 'application/pdf',
  description: `A printed report on A4 with the letterhead of the settings, ${MAX_ROWS} lines at most.`,
  async write(table, look) {
    const rows = limited(table, MAX_ROWS, 'pdf');
    const first = await rows.next();
    // Only whoever wants a PDF pays for the library.
    const { default: PDFDocument } = await import('pdfkit');
    const document = new PDFDocument({
      size: 'A4',
      margin: 0,
      info: { Title: table.name, Creator: 'Stint' },
    });
    const stream = document.pipe(new PassThrough());
    stream.once('close', () => void rows.return().catch(() => {}));
    fill(new PdfPages(document, table.printed.columns, look), { table, look, rows, first }).then(
      () => document.end(),
      (error) => stream.destroy(error),
    );
    return stream;
  },
};

interface Content<Row> {
  table: Table<Row>;
  look: Look;
  rows: AsyncGenerator<Row, void, void>;
  first: IteratorResult<Row, void>;
}

async function fill<Row>(pages: PdfPages<Row>, { table, look, rows, first }: Content<Row>) {
  const words = wordsFor(look.locale);
  const { printed, from, to, time_zone } = table;
  const hours = (seconds: number) =>
    new Intl.NumberFormat(look.locale, {
      minimumFractionDigits: 2,
      maximumFractionDigits: 2,
    }).format(seconds / 3600);
  // A string is formatted digit by digit, a float would not be.
  const money = (amount: string, currency: string) =>
    new Intl.NumberFormat(look.locale, {
      style: 'currency',
      currency,
      minimumFractionDigits: 2,
      maximumFractionDigits: 2,
    }).format(amount as Intl.StringNumericLiteral);

  pages.writeHead(
    words('title'),
    `${words('period', { from, to })} · ${words('time_zone', { zone: time_zone })}`,
  );
  const totals = new Totals();
  if (first.done) return pages.writeNote(words('empty'));
  for (let next: IteratorResult<Row, void> = first; !next.done; next = await rows.next()) {
    const row = next.value;
    const [seconds, amount, currency] = [
      printed.seconds(row),
      printed.amount(row),
      printed.currency(row),
    ];
    totals.add(seconds, amount, currency);
    const line: Line = {
      cells: printed.columns.map(({ text }) => text(row)),
      hours: hours(seconds),
      amount: amount === null || currency === null ? '' : money(amount, currency),
    };
    pages.writeLine(line);
  }
  const amounts = totals.amounts().map(({ amount, currency }) => money(amount, currency));
  pages.writeTotal({ label: words('total'), hours: hours(totals.seconds), amounts });
}
