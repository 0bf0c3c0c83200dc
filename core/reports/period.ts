/** The days a report covers: from the request or by default, in the asker's zone. It knows no entry. */
import { Temporal } from 'temporal-polyfill';
import { atField } from '../errors.ts';
import type { Context } from '../infra/context.ts';
import { addDays, dayOf, startOfDay } from '../infra/instants.ts';
import { ERR_REPORT_RANGE_REVERSED, ERR_REPORT_RANGE_TOO_LONG } from './errors.ts';

const MAX_DAYS = 3660;

export interface Period {
  /** First and last local day, both included. */
  from: string;
  to: string;
  /** The instants at which they begin and end; the end itself is outside. */
  startsAt: Date;
  endsAt: Date;
}

/**
 * Reads `from` and `to`. Whichever is absent is the edge of the other's month; without both, it is
 * the current month.
 * @throws STINT_ERR_REPORT_RANGE_REVERSED, STINT_ERR_REPORT_RANGE_TOO_LONG
 */
export function readPeriod(
  { actor, clock }: Context,
  query: { from?: string; to?: string },
): Period {
  const zone = actor.time_zone;
  const today = dayOf(clock.now(), zone);
  const from = query.from ?? `${(query.to ?? today).slice(0, 8)}01`;
  const to = query.to ?? lastOfMonth(query.from ?? today);
  const days = Temporal.PlainDate.from(from).until(to).days + 1;
  if (days < 1) throw atField(new ERR_REPORT_RANGE_REVERSED(to, from), '/to');
  if (days > MAX_DAYS) throw atField(new ERR_REPORT_RANGE_TOO_LONG(days, MAX_DAYS), '/to');
  return { from, to, startsAt: startOfDay(from, zone), endsAt: startOfDay(addDays(to, 1), zone) };
}

function lastOfMonth(date: string): string {
  const day = Temporal.PlainDate.from(date);
  return day.with({ day: day.daysInMonth }).toString();
}
