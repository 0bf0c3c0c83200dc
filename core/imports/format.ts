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
  | 'duration'
  | 'hours'
  | 'first_name'
  | 'last_name'
  | 'tasks'
  | 'archived'
  | 'rate'
  | 'estimate'
  | 'color';

export interface ImportFormat {
  /** As in `?format=`, and in the entries' `source`: `import:<name>`. */
  name: string;
  /** How the header of each column that is read may be called; all others are ignored. */
  columns: Partial<Record<Field, string | readonly (string | RegExp)[]>>;
  /** Columns without which nothing can be read. */
  required: readonly Field[];
  /** Columns whose dates show in which order day, month and year stand. */
  dates: readonly Field[];
  /** What stands in an empty cell. */
  blank?: string;
  /** Whether a header row, in lower case, is of this format. */
  detect(headers: ReadonlySet<string>): boolean;
  /** Reads a record. Everything it refuses it tells to `row`, which then counts as bad. */
  readRow(row: RowReader): ImportRow | ImportRow[];
}

/** The column that holds the start or the end: where the date has one of its own, that of the time. */
export function columnOf(format: ImportFormat, field: Field): Field {
  if (field === 'start' && !format.columns.start) return 'start_time';
  if (field === 'end' && !format.columns.end) return 'end_time';
  if (field === 'user_name' && !format.columns.user_name) return 'first_name';
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
  /** Milliseconds. Null in a row that names a project or a task, and tells of no time. */
  start: number | null;
  end: number | null;
  /** The file knows the day and how long, but not when: the entry gets a place in its day. */
  is_day_only?: boolean;
  /** What a project is created with that does not exist yet. */
  project_facts?: ProjectFacts;
}

export interface ProjectFacts {
  billable?: boolean | null;
  /** Exact decimal. */
  hourly_rate?: string | null;
  estimate_seconds?: number | null;
  is_archived?: boolean;
  color?: string;
}
