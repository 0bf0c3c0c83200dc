/** The days that a report covers, by name or by dates, and those before them. Plain data. */
import { addDays, daysBetween, weekdayOf } from '../../data/calendar-days.ts';

export const presets = [
  'today',
  'yesterday',
  'week',
  'last-week',
  'month',
  'last-month',
  'quarter',
  'last-quarter',
  'year',
  'last-year',
] as const;
export type Preset = (typeof presets)[number];

/** First and last day, both included. */
export interface Days {
  from: string;
  to: string;
}

interface Calendar {
  today: string;
  /** ISO day on which weeks start. */
  week_start: number;
}

type Unit = 'day' | 'week' | 'month' | 'quarter' | 'year';
const units: Record<string, Unit> = { today: 'day', yesterday: 'day' };
const monthsIn: Partial<Record<Unit, number>> = { month: 1, quarter: 3, year: 12 };

export function isPreset(name: string | undefined): name is Preset {
  return (presets as readonly (string | undefined)[]).includes(name);
}

export function daysOf(preset: Preset, calendar: Calendar): Days {
  const unit = units[preset] ?? (preset.replace('last-', '') as Unit);
  const now = unitAround(unit, calendar.today, calendar.week_start);
  const isLast = preset === 'yesterday' || preset.startsWith('last-');
  return isLast ? unitAround(unit, addDays(now.from, -1), calendar.week_start) : now;
}

/**
 * The same stretch before: the month before a month, as many days before others. Of one that is not over,
 * as many of its days as have passed, so that like is compared with like.
 */
export function daysBefore(days: Days, { today, week_start }: Calendar): Days {
  const before = shift(days, -1, week_start);
  if (today < days.from || today >= days.to) return before;
  const until = addDays(before.from, daysBetween(days.from, today));
  return { from: before.from, to: until < before.to ? until : before.to };
}

/** The stretch beside: whole units where it is one, else as many days. @param by 1 or -1 */
export function shift(days: Days, by: 1 | -1, week_start: number): Days {
  const unit = unitOf(days, week_start);
  if (unit) return unitAround(unit, addDays(by < 0 ? days.from : days.to, by), week_start);
  const length = daysBetween(days.from, days.to) + 1;
  return { from: addDays(days.from, by * length), to: addDays(days.to, by * length) };
}

/** What a chart over these days has a bar for. */
export function chartUnit({ from, to }: Days): 'day' | 'week' | 'month' {
  const length = daysBetween(from, to) + 1;
  if (length <= 31) return 'day';
  return length <= 186 ? 'week' : 'month';
}

/** The first days of all units that touch these days, in order. */
export function firstDays(unit: 'day' | 'week' | 'month', days: Days, week_start: number) {
  const found: string[] = [];
  let day = days.from;
  while (day <= days.to) {
    const { from, to } = unitAround(unit, day, week_start);
    found.push(from);
    day = addDays(to, 1);
  }
  return found;
}

export function unitAround(unit: Unit, day: string, week_start: number): Days {
  if (unit === 'day') return { from: day, to: day };
  if (unit === 'week') {
    const from = addDays(day, -((weekdayOf(day) - week_start + 7) % 7));
    return { from, to: addDays(from, 6) };
  }
  const months = monthsIn[unit] ?? 1;
  const first = Math.floor((Number(day.slice(5, 7)) - 1) / months) * months;
  const from = monthFrom(day, first);
  return { from, to: addDays(monthFrom(day, first + months), -1) };
}

function unitOf({ from, to }: Days, week_start: number): Unit | undefined {
  return (['day', 'week', 'month', 'quarter', 'year'] as const).find((unit) => {
    const whole = unitAround(unit, from, week_start);
    return whole.from === from && whole.to === to;
  });
}

/** The first day of a month, counted from January of the year of `day`. */
function monthFrom(day: string, month: number): string {
  const year = Number(day.slice(0, 4)) + Math.floor(month / 12);
  return `${year}-${String((month % 12) + 1).padStart(2, '0')}-01`;
}
