/**
 * Start and end of a row, from what its file says: an end, a duration or both. Where the clocks went
 * back, the duration tells which of the two equal times is meant.
 */
import { MAX_ENTRY_DAYS } from '../entries/span.ts';
import type { RowReader } from './row-reader.ts';
import type { Moment } from './zone.ts';

interface SpanCells {
  start?: Moment;
  end?: Moment;
  seconds?: number;
}

interface Span {
  start: number;
  end: number;
}

/** For a row that has no span, whatever is returned is dropped with the row. */
export function readSpan(row: RowReader, { start, end, seconds }: SpanCells): Span {
  const none = { start: 0, end: 0 };
  if (row.isBad || !start) return none;
  if (!end && seconds === undefined) {
    row.refuse('end', 'required', 'A row needs an end or a duration.');
    return none;
  }
  const span = end ? pair(start, end, seconds) : lasting(start.instants[0], seconds ?? 0);
  if (span.end < span.start) {
    row.refuse('end', 'end_before_start', 'The end lies before the start.');
    return none;
  }
  if (span.end - span.start > MAX_ENTRY_DAYS * 86_400_000) {
    row.refuse('end', 'entry_too_long', `An entry may last ${MAX_ENTRY_DAYS} days at most.`);
    return none;
  }
  warn(row, span, start, end, seconds);
  return span;
}

/** The combination that lasts as long as the row says, else the first that is a span. */
function pair(start: Moment, end: Moment, seconds: number | undefined): Span {
  const spans = start.instants.flatMap((from) =>
    end.instants.map((to) => ({ start: from, end: to })),
  );
  return (
    spans.find((span) => lengthOf(span) === seconds) ??
    spans.find((span) => span.end >= span.start) ??
    (spans[0] as Span)
  );
}

function lasting(start: number, seconds: number): Span {
  return { start, end: start + seconds * 1000 };
}

function warn(row: RowReader, span: Span, start: Moment, end?: Moment, seconds?: number): void {
  if (start.isGap || end?.isGap) {
    row.warn(
      start.isGap ? 'start' : 'end',
      'clock_gap',
      'This time does not exist: the clocks went forward. It is read as that much later.',
    );
  }
  const isSettled = lengthOf(span) === seconds;
  const isDouble = start.instants.length > 1 || (end?.instants.length ?? 1) > 1;
  // Both ends inside the hour that exists twice: any duration fits the first and the second.
  const bothDouble = start.instants.length > 1 && (end?.instants.length ?? 2) > 1;
  if (isDouble && (!isSettled || bothDouble)) {
    row.warn(
      start.instants.length > 1 ? 'start' : 'end',
      'clock_overlap',
      'This time exists twice: the clocks went back. It is read as the first of the two.',
    );
  } else if (end && seconds !== undefined && !isSettled) {
    row.warn(
      'duration',
      'duration_differs',
      `Start and end are ${lengthOf(span)} seconds apart, the duration says ${seconds}. Start and end count.`,
    );
  }
}

function lengthOf({ start, end }: Span): number {
  return (end - start) / 1000;
}
