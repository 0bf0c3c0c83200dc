/** The columns of printed reports: what a client wants to read, without ids. */
import { Temporal } from 'temporal-polyfill';
import { type Dimension, isUnit } from './dimensions.ts';
import type { ReportEntry } from './model.ts';
import type { SummaryRow } from './summary-statement.ts';
import type { Word } from './words.ts';

export interface PrintedColumn<Row> {
  heading: Word;
  /** Share of the width of the page. */
  weight: number;
  /** Of several lines, the first is the main one. */
  text(row: Row): string;
}

/** Hours, amount and currency close each line; they are summed up at the end. */
export interface PrintedTable<Row> {
  columns: PrintedColumn<Row>[];
  seconds(row: Row): number;
  amount(row: Row): string | null;
  currency(row: Row): string | null;
}

export function printedSummary(dimensions: Dimension[]): PrintedTable<SummaryRow> {
  return {
    columns: dimensions.map((dimension, i) => ({
      heading: dimension,
      weight: 3,
      text: (row) => {
        const n = i === 0 ? 1 : 2;
        return String((isUnit(dimension) ? row[`key${n}`] : row[`name${n}`]) ?? '–');
      },
    })),
    seconds: (row) => row.rounded_seconds,
    amount: (row) => row.amount,
    currency: (row) => row.currency,
  };
}

export function printedEntries(zone: string): PrintedTable<ReportEntry> {
  return {
    columns: [
      { heading: 'day', weight: 2, text: ({ start_time }) => dayOf(start_time, zone) },
      {
        heading: 'description',
        weight: 4,
        text: ({ description, task_name }) => description || task_name || '–',
      },
      {
        heading: 'project',
        weight: 2.6,
        text: ({ project_name, client_name }) =>
          [project_name ?? '–', client_name].filter(Boolean).join('\n'),
      },
      { heading: 'user', weight: 2.2, text: ({ user_name }) => user_name },
    ],
    seconds: (row) => row.rounded_seconds,
    amount: (row) => row.amount,
    currency: (row) => row.currency,
  };
}

function dayOf(instant: Date, zone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(new Date(instant).getTime())
    .toZonedDateTimeISO(zone)
    .toPlainDate()
    .toString();
}
