/**
 * What a file format says about itself: which headers it has and how one of its records becomes a
 * time entry. A format knows neither the database nor CSV.
 */
import type { RowReader } from './row-reader.ts';

/** What a column can hold, whatever a format calls it. */
export type Field =
  | 'user_name'
  | 'user_email'
  | 'client'
  | 'project'
  | 'task'
  | 'description'
  | 'billable'
  | 'tags'
  | 'start_date'
  | 'start_time'
  | 'start'
  | 'end_date'
  | 'end_time'
  | 'end'
  | 'duration';

export interface ImportFormat {
  /** As in `?format=`, and in the entries' `source`: `import:<name>`. */
  name: string;
  /** The header of each column that is read; all others are ignored. */
  columns: Partial<Record<Field, string>>;
  /** Columns without which nothing can be read. */
  required: readonly Field[];
  /** Columns whose dates show in which order day, month and year stand. */
  dates: readonly Field[];
  /** Whether a header row, in lower case, is of this format. */
  detect(headers: ReadonlySet<string>): boolean;
  /** Reads a record. Everything it refuses it tells to `row`, which then counts as bad. */
  readRow(row: RowReader): ImportRow;
}

/** The column that holds the start or the end: where the date has one of its own, that of the time. */
export function columnOf(format: ImportFormat, field: Field): Field {
  if (field === 'start' && !format.columns.start) return 'start_time';
  if (field === 'end' && !format.columns.end) return 'end_time';
  return field;
}

/** One time entry as the file tells it: names, not ids. */
export interface ImportRow {
  user_name: string;
  user_email: string;
  client: string;
  project: string;
  task: string;
  description: string;
  tags: string[];
  /** Null where the file does not say. */
  billable: boolean | null;
  /** Milliseconds. */
  start: number;
  end: number;
}
