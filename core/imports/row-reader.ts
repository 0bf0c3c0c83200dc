/**
 * The cells of one record as values. What cannot be read is told to the import with line, column,
 * value and reason, and makes the row a bad one; the methods then return whatever fits.
 */
import type { FaultCode, FaultList, WarningCode } from './faults.ts';
import { columnOf, type Field, type ImportFormat, type ImportRow } from './format.ts';
import type { Columns } from './formats.ts';
import {
  type DateOrder,
  type Midnight,
  parseDate,
  parseDuration,
  parseHours,
  parseTime,
  splitInstant,
} from './wall-time.ts';
import type { Moment, ZoneReader } from './zone.ts';

/** What is the same for all rows of a file. */
export interface Reading {
  format: ImportFormat;
  columns: Columns;
  /** Number of cells that a record should have. */
  width: number;
  dateOrder: DateOrder;
  readZone: ZoneReader;
  faults: FaultList<FaultCode>;
  warnings: FaultList<WarningCode>;
}

/** What the file calls the column of a field, or would; null where the format has none. */
export function headerOf({ format, columns }: Reading, field: Field): string | null {
  const column = columnOf(format, field);
  const [name] = [format.columns[column] ?? []].flat();
  return columns[column]?.header ?? (typeof name === 'string' ? name : null);
}

type Subject = Omit<ImportRow, 'start' | 'end'>;

const NAME_LENGTH = 200;
const EMAIL_LENGTH = 254;
const DESCRIPTION_LENGTH = 5000;
const TAG_COUNT = 50;
const truths: Record<string, boolean> = {
  yes: true,
  true: true,
  1: true,
  no: false,
  false: false,
  0: false,
};

export class RowReader {
  isBad = false;
  #reading: Reading;
  #line: number;
  #cells: string[];

  constructor(reading: Reading, line: number, cells: string[]) {
    this.#reading = reading;
    this.#line = line;
    this.#cells = cells;
    this.#checkCells();
  }

  /** The cell as it is; empty where the file has no such column. */
  cell(field: Field): string {
    const { columns, format } = this.#reading;
    const column = columns[field];
    const text = column === undefined ? '' : (this.#cells[column.position] ?? '');
    return text === format.blank ? '' : text;
  }

  /** Makes the row a bad one, once: the first fault explains it best. */
  refuse(field: Field | null, code: FaultCode, reason: string): undefined {
    if (!this.isBad) this.#reading.faults.add({ ...this.#place(field), reason, code });
    this.isBad = true;
  }

  warn(field: Field, code: WarningCode, reason: string): void {
    this.#reading.warnings.add({ ...this.#place(field), reason, code });
  }

  /** Everything but start and end, which is the same in all formats. */
  subject(): Subject {
    const subject = {
      user_name: this.#userName(),
      user_email: this.text('user_email', EMAIL_LENGTH).trim(),
      client: this.text('client', NAME_LENGTH).trim(),
      project: this.text('project', NAME_LENGTH).trim(),
      task: this.text('task', NAME_LENGTH).trim(),
      description: this.text('description', DESCRIPTION_LENGTH),
      tags: this.tags('tags'),
      billable: this.truth('billable'),
    };
    if (subject.task !== '' && subject.project === '') {
      this.refuse(
        'task',
        'task_without_project',
        'A task belongs to a project, and the row has none.',
      );
    }
    if (subject.client !== '' && subject.project === '') {
      this.warn(
        'client',
        'client_without_project',
        'The client is not kept: the row has no project.',
      );
    }
    return subject;
  }

  text(field: Field, maxLength: number): string {
    const text = this.cell(field);
    if (text.length > maxLength) {
      this.refuse(
        field,
        'too_long',
        `${text.length} characters are more than the ${maxLength} allowed.`,
      );
    }
    return text;
  }

  /** Names separated by commas, sorted, each once. */
  tags(field: Field): string[] {
    const names = new Map<string, string>();
    for (const part of this.cell(field).split(',')) {
      const name = part.trim();
      if (name.length > NAME_LENGTH) {
        this.refuse(
          field,
          'too_long',
          `A tag of ${name.length} characters is longer than the ${NAME_LENGTH} allowed.`,
        );
      }
      if (name !== '' && !names.has(name.toLowerCase())) names.set(name.toLowerCase(), name);
    }
    if (names.size > TAG_COUNT) {
      this.refuse(
        field,
        'too_many',
        `${names.size} tags are more than the ${TAG_COUNT} that an entry can have.`,
      );
    }
    return [...names.values()].sort();
  }

  /** Null for an empty cell. */
  truth(field: Field): boolean | null {
    const text = this.cell(field).trim().toLowerCase();
    if (text === '') return null;
    const truth = truths[text];
    if (truth === undefined)
      this.refuse(
        field,
        'billable_invalid',
        'Neither yes nor no: use Yes, No, true, false, 1 or 0.',
      );
    return truth ?? null;
  }

  /** Undefined for an empty cell. */
  duration(field: Field): number | undefined {
    const text = this.cell(field).trim();
    if (text === '') return undefined;
    return (
      parseDuration(text) ??
      this.refuse(
        field,
        'duration_invalid',
        'Not a duration such as 1:30:00 (hours, minutes, seconds).',
      )
    );
  }

  /** Seconds of hours as a decimal number, with a point or a comma; undefined for an empty cell. */
  hours(field: Field): number | undefined {
    const text = this.cell(field).trim();
    if (text === '') return undefined;
    return (
      parseHours(text) ??
      this.refuse(field, 'duration_invalid', 'Not a number of hours such as 1.5.')
    );
  }

  /** The first time of day `timeField` at or after `start`: the same day, or the one after. */
  wallTimeAfter(start: Moment | undefined, dateField: Field, timeField: Field): Moment | undefined {
    if (this.cell(timeField).trim() === '') return undefined;
    const same = this.wallTime(dateField, timeField);
    if (!same || !start || same.instants[0] >= start.instants[0]) return same;
    const midnight = parseDate(this.cell(dateField).trim(), this.#reading.dateOrder);
    const seconds = parseTime(this.cell(timeField).trim());
    if (midnight === undefined || seconds === undefined) return undefined;
    return this.#reading.readZone(midnight + 86_400_000, seconds);
  }

  /** An exact amount with at most two decimals; null for an empty cell. */
  amount(field: Field): string | null {
    const text = this.cell(field).trim();
    if (text === '') return null;
    if (/^\d{1,10}(\.\d{1,2})?$/.test(text)) return text;
    this.refuse(field, 'amount_invalid', 'Not an amount such as 85.50.');
    return null;
  }

  /** The day alone, as its first moment. */
  day(field: Field): Moment | undefined {
    const text = this.cell(field).trim();
    if (text === '') return this.refuse(field, 'required', 'The cell is empty.');
    const midnight = this.#date(field, text);
    return midnight === undefined ? undefined : this.#reading.readZone(midnight, 0);
  }

  /** A date in one column and a time in another, in the zone of the file. */
  wallTime(dateField: Field, timeField: Field, presence?: 'optional'): Moment | undefined {
    const date = this.cell(dateField).trim();
    const time = this.cell(timeField).trim();
    if (date === '' || time === '') {
      if (presence !== 'optional')
        this.refuse(date === '' ? dateField : timeField, 'required', 'The cell is empty.');
      return undefined;
    }
    const midnight = this.#date(dateField, date);
    const seconds =
      parseTime(time) ??
      this.refuse(
        timeField,
        'time_invalid',
        'Not a time of day such as 14:05, 14:05:09 or 2:05 PM.',
      );
    return midnight === undefined || seconds === undefined
      ? undefined
      : this.#reading.readZone(midnight, seconds);
  }

  /** Date and time in one column, with or without an offset. */
  instant(field: Field, presence?: 'optional'): Moment | undefined {
    const text = this.cell(field).trim();
    if (text === '') {
      return presence === 'optional'
        ? undefined
        : this.refuse(field, 'required', 'The cell is empty.');
    }
    const { date, time, offset } = splitInstant(text);
    const seconds = parseTime(time);
    if (seconds === undefined) {
      return this.refuse(
        field,
        'instant_invalid',
        'Not a point in time such as 2025-01-27T09:00:00, 2025-01-27T09:00:00+01:00 or 2025-01-27T08:00:00Z.',
      );
    }
    const midnight = this.#date(field, date);
    if (midnight === undefined) return undefined;
    if (offset === undefined) return this.#reading.readZone(midnight, seconds);
    return { instants: [midnight + (seconds - offset) * 1000] };
  }

  #userName(): string {
    const parts = (['user_name', 'first_name', 'last_name'] as const).map((field) =>
      this.text(field, NAME_LENGTH).trim(),
    );
    return parts.filter(Boolean).join(' ');
  }

  #date(field: Field, text: string): Midnight | undefined {
    const { dateOrder } = this.#reading;
    return (
      parseDate(text, dateOrder) ??
      this.refuse(field, 'date_invalid', `Not a date in the order ${dateOrder} from 1970 to 2199.`)
    );
  }

  #checkCells(): void {
    const { width } = this.#reading;
    const extra = this.#cells.slice(width);
    if (this.#cells.length < width) {
      this.refuse(
        null,
        'cells_missing',
        `The row has ${this.#cells.length} cells, the header ${width}.`,
      );
    } else if (extra.some((cell) => cell.trim() !== '')) {
      this.refuse(
        null,
        'cells_extra',
        `The row has ${this.#cells.length} cells, the header ${width}: a text with a delimiter needs quotes.`,
      );
    }
    for (const field of Object.keys(this.#reading.columns) as Field[]) {
      if (this.cell(field).includes('\0'))
        this.refuse(field, 'nul_character', 'The cell holds a NUL character.');
    }
  }

  #place(field: Field | null) {
    const { format } = this.#reading;
    const column = field && columnOf(format, field);
    return {
      line: this.#line,
      column: field && headerOf(this.#reading, field),
      value: column ? this.cell(column) : this.#cells.join(' | '),
    };
  }
}
