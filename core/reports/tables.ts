/** The columns of the reports' CSV files. Each line stands alone, so sums over lines are right. */
import type { CsvColumn } from '../infra/csv.ts';
import { formatInstant } from '../infra/instants.ts';
import { type Dimension, isUnit } from './dimensions.ts';
import type { ReportEntry } from './model.ts';
import type { PrintedTable } from './printed-tables.ts';
import type { ReportEntry as Line } from './schema.ts';
import type { SummaryRow } from './summary-statement.ts';

export interface Table<Row> {
  /** Without the ending of a file. */
  name: string;
  /** The first and the last day. */
  from: string;
  to: string;
  time_zone: string;
  columns: CsvColumn<Row>[];
  /** The same for paper: few columns, in words. */
  printed: PrintedTable<Row>;
  rows: AsyncGenerator<Row, void, void>;
}

const MONEY = '0.00';

/** One line a group and currency: usually one a group. */
export function summaryTable(dimensions: Dimension[]): CsvColumn<SummaryRow>[] {
  return [
    ...dimensions.flatMap((dimension, i) => keyColumns(dimension, i === 0 ? 1 : 2)),
    ...durationColumns<SummaryRow>('duration', (row) => row.duration_seconds),
    ...durationColumns<SummaryRow>('rounded', (row) => row.rounded_seconds),
    ...durationColumns<SummaryRow>('billable', (row) => row.billable_seconds),
    { header: 'entry_count', cell: (row) => row.entry_count },
    { header: 'amount', cell: (row) => row.amount, format: MONEY },
    { header: 'currency', cell: (row) => row.currency },
  ];
}

/** The detailed list; times are local to `zone`, with their offset. */
export function entryTable(zone: string): CsvColumn<ReportEntry>[] {
  return [
    ...plainColumns('id', 'user_id', 'user_name', 'client_id', 'client_name', 'project_id'),
    ...plainColumns('project_name', 'task_id', 'task_name', 'description'),
    { header: 'tags', cell: (row) => row.tag_names.join(', ') },
    { header: 'start_time', cell: (row) => formatInstant(row.start_time, zone) },
    { header: 'end_time', cell: (row) => formatInstant(row.end_time, zone) },
    ...durationColumns<ReportEntry>('duration', (row) => row.duration_seconds),
    ...durationColumns<ReportEntry>('rounded', (row) => row.rounded_seconds),
    ...plainColumns('billable'),
    { header: 'hourly_rate', cell: (row) => row.hourly_rate, format: MONEY },
    { header: 'amount', cell: (row) => row.amount, format: MONEY },
    ...plainColumns('currency'),
  ];
}

type Cell = string | number | boolean | null;
type PlainField = {
  [Field in keyof Line]: Line[Field] extends Cell ? Field : never;
}[keyof Line];

function plainColumns(...fields: PlainField[]): CsvColumn<ReportEntry>[] {
  return fields.map((header) => ({ header, cell: (row) => row[header] }));
}

function keyColumns(dimension: Dimension, n: 1 | 2): CsvColumn<SummaryRow>[] {
  const key = (row: SummaryRow) => row[`key${n}`] ?? null;
  if (isUnit(dimension)) return [{ header: dimension, cell: key }];
  return [
    { header: `${dimension}_id`, cell: key },
    { header: `${dimension}_name`, cell: (row) => row[`name${n}`] ?? null },
  ];
}

function durationColumns<Row>(name: string, seconds: (row: Row) => number): CsvColumn<Row>[] {
  return [
    { header: `${name}_seconds`, cell: seconds },
    // Four digits name a second exactly; a float only on its way into text.
    { header: `${name}_hours`, cell: (row) => (seconds(row) / 3600).toFixed(4), format: '0.0000' },
  ];
}
