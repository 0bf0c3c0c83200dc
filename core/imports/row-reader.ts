/**
 * The cells of one record as values. What cannot be read is told to the import with line, column,
 * value and reason, and makes the row a bad one; the methods then return whatever fits.
 */
import type { FaultCode, FaultList, WarningCode } from './faults.ts';
import { columnOf, type Field, type ImportFormat, type ImportRow } from './format.ts';
import type { Positions } from './formats.ts';
import {
  type DateOrder,
  type Midnight,
  parseDate,
  parseDuration,
  parseTime,
  splitInstant,
} from './wall-time.ts';
import type { Moment, ZoneReader } from './zone.ts';

/** What is the same for all rows of a file. */
export interface Reading {
  format: ImportFormat;
  positions: Positions;
  /** Number of cells that a record should have. */
  width: number;
  dateOrder: DateOrder;
  readZone: ZoneReader;
  faults: FaultList<FaultCode>;
  warnings: FaultList<WarningCode>;
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
    const position = this.#reading.positions[field];
    return position === undefined ? '' : (this.#cells[position] ?? '');
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
      user_name: this.text('user_name', NAME_LENGTH).trim(),
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
    for (const field of Object.keys(this.#reading.positions) as Field[]) {
      if (this.cell(field).includes('\0'))
        this.refuse(field, 'nul_character', 'The cell holds a NUL character.');
    }
  }

  #place(field: Field | null) {
    const { format } = this.#reading;
    const column = field && columnOf(format, field);
    return {
      line: this.#line,
      column: column && (format.columns[column] ?? null),
      value: column ? this.cell(column) : this.#cells.join(' | '),
    };
  }
}
