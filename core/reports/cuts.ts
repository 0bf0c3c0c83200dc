/**
 * Where a period is cut into days, weeks or months. The one place of reports that knows calendars:
 * SQL gets instants, so a summary needs no arithmetic with time zones and DST cannot confuse it.
 */
import { Temporal } from 'temporal-polyfill';
import type { Actor } from '../infra/context.ts';
import { startOfDay } from '../infra/instants.ts';
import type { Unit } from './dimensions.ts';
import type { Period } from './period.ts';

export interface Cuts {
  /** Where each piece begins, and where the last one ends. */
  bounds: Date[];
  /** For each unit, the first day of the one that each piece belongs to; it may lie before the period. */
  keys: Partial<Record<Unit, string[]>>;
}

/** Cuts `period` wherever one of `units` begins; into a single piece without any. */
export function cutPeriod(period: Period, units: Unit[], actor: Actor): Cuts {
  const cuts: Cuts = { bounds: [], keys: Object.fromEntries(units.map((unit) => [unit, []])) };
  let day: Temporal.PlainDate | undefined = Temporal.PlainDate.from(period.from);
  while (day && day.toString() <= period.to) {
    cuts.bounds.push(startOfDay(day.toString(), actor.time_zone));
    const ends: Temporal.PlainDate[] = [];
    for (const unit of units) {
      const first = firstDayOf(unit, day, actor.week_start);
      cuts.keys[unit]?.push(first.toString());
      ends.push(first.add({ [`${unit}s`]: 1 }));
    }
    day = ends.sort(Temporal.PlainDate.compare)[0];
  }
  cuts.bounds.push(period.endsAt);
  return cuts;
}

function firstDayOf(unit: Unit, day: Temporal.PlainDate, weekStart: number): Temporal.PlainDate {
  if (unit === 'month') return day.with({ day: 1 });
  if (unit === 'week') return day.subtract({ days: (day.dayOfWeek - weekStart + 7) % 7 });
  return day;
}
