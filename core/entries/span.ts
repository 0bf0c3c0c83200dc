/** When an entry starts, ends and pauses: what a request may say about it, and what that means. */
import { atField } from '../errors.ts';
import type { Context } from '../infra/context.ts';
import { addDays, dayOf, parseInstant, startOfDay } from '../infra/instants.ts';
import type { Break } from './breaks.ts';
import { ERR_BREAK_OUTSIDE, ERR_ENTRY_SPAN, ERR_ENTRY_TOO_LONG } from './errors.ts';
import type { EntryCreate } from './schema.ts';

/** Overlaps are looked for this far back, so no completed entry may be longer. */
export const MAX_ENTRY_DAYS = 31;

export interface Span {
  start_time: Date;
  end_time: Date;
}

type SpanInput = Pick<EntryCreate, 'start_time' | 'end_time' | 'duration_seconds' | 'date'>;

/**
 * The span of a new entry: start and end; one of them and a duration; a day and a duration; or a
 * duration alone, which ends now.
 * @throws STINT_ERR_ENTRY_SPAN, STINT_ERR_ENTRY_TOO_LONG, STINT_ERR_INSTANT_INVALID
 */
export async function resolveSpan(
  context: Context,
  userId: number,
  input: SpanInput,
): Promise<Span> {
  const { duration_seconds: seconds, date } = input;
  const start = readInstant(context, input, 'start_time');
  const end = readInstant(context, input, 'end_time');
  if (start && end && seconds === undefined) return checkSpan({ start_time: start, end_time: end });
  if (start && end)
    throw spanError(
      '/duration_seconds',
      'Give two of start_time, end_time and duration_seconds, not all three.',
    );
  if (seconds === undefined) {
    const missing = start ? '/end_time' : '/start_time';
    throw spanError(
      missing,
      'An entry needs start_time and end_time, or one of them with duration_seconds, or duration_seconds alone. To start the clock, POST /api/v1/timer/start.',
    );
  }
  if (date && (start || end)) throw spanError('/date', 'date goes with duration_seconds alone.');
  if (start) return checkSpan({ start_time: start, end_time: after(start, seconds) });
  if (end) return checkSpan({ start_time: after(end, -seconds), end_time: end });
  if (date) return checkSpan(await fitIntoDay(context, userId, date, seconds));
  const now = context.clock.now();
  return checkSpan({ start_time: after(now, -seconds), end_time: now });
}

/** @throws STINT_ERR_ENTRY_SPAN, STINT_ERR_ENTRY_TOO_LONG */
export function checkSpan<S extends Span>(span: S): S {
  const { start_time, end_time } = span;
  if (end_time < start_time) {
    throw spanError(
      '/end_time',
      `The end ${end_time.toISOString()} lies before the start ${start_time.toISOString()}.`,
    );
  }
  const days = Math.ceil((end_time.getTime() - start_time.getTime()) / 86_400_000);
  if (days > MAX_ENTRY_DAYS)
    throw atField(new ERR_ENTRY_TOO_LONG(days, MAX_ENTRY_DAYS), '/end_time');
  return span;
}

/** Reads the breaks of a request. @throws STINT_ERR_BREAK_OUTSIDE */
export function readBreaks(
  context: Context,
  input: EntryCreate['breaks'],
  { start_time, end_time }: { start_time: Date; end_time: Date | null },
): Break[] | undefined {
  const zone = context.actor.time_zone;
  return input?.map((given, i) => {
    const pause = {
      start_time: parseInstant(given.start_time, zone, `/breaks/${i}/start_time`),
      end_time: parseInstant(given.end_time, zone, `/breaks/${i}/end_time`),
    };
    const latest = end_time ?? context.clock.now();
    if (
      pause.start_time < start_time ||
      pause.end_time > latest ||
      pause.end_time <= pause.start_time
    ) {
      throw atField(new ERR_BREAK_OUTSIDE(given.start_time, given.end_time), `/breaks/${i}`);
    }
    return pause;
  });
}

/** A field of a request as an instant, when it is there. */
export function readInstant<K extends string>(
  { actor }: Context,
  input: { [key in K]?: string },
  field: K,
): Date | undefined {
  const text = input[field];
  return text === undefined ? undefined : parseInstant(text, actor.time_zone, `/${field}`);
}

export function spanError(pointer: string, text: string): Error {
  return atField(new ERR_ENTRY_SPAN(text), pointer);
}

export function after(instant: Date, seconds: number): Date {
  return new Date(instant.getTime() + seconds * 1000);
}

// After what the day holds already, else from 09:00; moved back if it would run past the day.
async function fitIntoDay(
  context: Context,
  userId: number,
  date: string,
  seconds: number,
): Promise<Span> {
  const zone = context.actor.time_zone;
  const from = startOfDay(date, zone);
  const to = startOfDay(addDays(date, 1), zone);
  const last = await context
    .db('time_entries')
    .where({ user_id: userId, deleted_at: null })
    .where('start_time', '>=', from)
    .where('start_time', '<', to)
    .max({ end: 'end_time' })
    .first<{ end: Date | null }>();
  const nine = parseInstant(`${date}T09:00:00`, zone, '/date');
  const wanted = last?.end && dayOf(last.end, zone) === date ? last.end : nine;
  const latest = after(to, -seconds);
  const start_time = new Date(
    Math.max(from.getTime(), Math.min(wanted.getTime(), latest.getTime())),
  );
  return { start_time, end_time: after(start_time, seconds) };
}
