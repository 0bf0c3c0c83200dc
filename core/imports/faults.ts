/**
 * What is wrong, or worth knowing, about single rows of a file. A fault costs its row and nothing
 * else; a warning costs nothing. Only the first ones are kept, but all are counted.
 */

/** Each with one meaning, documented in `docs/api/imports.md`. */
export const faultCodes = [
  'quote_unclosed',
  'cells_missing',
  'cells_extra',
  'nul_character',
  'required',
  'too_long',
  'too_many',
  'billable_invalid',
  'date_invalid',
  'time_invalid',
  'duration_invalid',
  'instant_invalid',
  'amount_invalid',
  'end_before_start',
  'entry_too_long',
  'task_without_project',
  'person_unknown',
  'project_unknown',
  'project_ambiguous',
  'project_archived',
  'client_archived',
  'task_unknown',
  'tag_unknown',
  'period_locked',
  'overlap',
] as const;
export type FaultCode = (typeof faultCodes)[number];

export const warningCodes = [
  'clock_gap',
  'clock_overlap',
  'duration_differs',
  'client_without_project',
  'overlap',
  'mapping_unused',
] as const;
export type WarningCode = (typeof warningCodes)[number];

export interface Fault<Code extends string = string> {
  /** As an editor counts; null when no line is at fault. */
  line: number | null;
  /** Header of the column; null when the row as a whole is at fault. */
  column: string | null;
  value: string;
  reason: string;
  code: Code;
}

/** How many of each kind an answer holds. */
export const FAULT_LIMIT = 1000;
const SHOWN_CHARACTERS = 200;

/** Collects faults from several sources, each of which adds its own in the order of lines. */
export class FaultList<Code extends string> {
  #faults: Fault<Code>[] = [];
  total = 0;

  add(fault: Fault<Code>): void {
    this.total += 1;
    // Sources come one after another, so the first lines of each are enough.
    if (this.#faults.length < FAULT_LIMIT) this.#faults.push(shorten(fault));
  }

  /** Adds the first faults of a source that counted `total` of them. */
  addCounted(faults: Fault<Code>[], total: number): void {
    this.total += total;
    this.#faults.push(...faults.map(shorten));
  }

  /** The first ones, by line. */
  list(): Fault<Code>[] {
    return this.#faults.sort((a, b) => (a.line ?? 0) - (b.line ?? 0)).slice(0, FAULT_LIMIT);
  }
}

function shorten<F extends Fault>(fault: F): F {
  if (fault.value.length <= SHOWN_CHARACTERS) return fault;
  return { ...fault, value: `${fault.value.slice(0, SHOWN_CHARACTERS)}…` };
}
