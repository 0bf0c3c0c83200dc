/**
 * The times of an entry while somebody types them: a day, a start, an end and a duration, of which two
 * give the third. Wall-clock times without a zone, as people write them. Plain data.
 */
import { addDays, daysBetween } from '../../data/calendar-days.ts';
import { parseDuration, parseTimeOfDay } from '../../data/durations.ts';

export interface Times {
  day: string;
  start: string;
  end: string;
  duration: string;
  /** Days from the start to the end. */
  span: number;
}

export type Field = 'day' | 'start' | 'end' | 'duration';

const two = (value: number) => String(value).padStart(2, '0');
const minutesOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

/** `1:30` of seconds, as it can be typed. */
export function writeDuration(seconds: number): string {
  const minutes = Math.round(seconds / 60);
  return `${Math.floor(minutes / 60)}:${two(minutes % 60)}`;
}

/** @param start_time, end_time instants of the API */
export function timesOf(start_time: string, end_time: string | null): Times {
  const day = start_time.slice(0, 10);
  return {
    day,
    start: start_time.slice(11, 16),
    end: end_time?.slice(11, 16) ?? '',
    duration: end_time ? writeDuration((Date.parse(end_time) - Date.parse(start_time)) / 1000) : '',
    span: end_time ? daysBetween(day, end_time.slice(0, 10)) : 0,
  };
}

/** Takes what was typed into one field, and makes the others follow. What cannot be read is left. */
export function changeTimes(times: Times, field: Field, text: string): Times {
  const typed = { ...times, [field]: text };
  if (field === 'day') return typed;
  const start = parseTimeOfDay(typed.start);
  if (field === 'duration' || (field === 'start' && !typed.end)) {
    const seconds = parseDuration(typed.duration);
    if (!start || seconds === undefined) return typed;
    const minutes = minutesOf(start) + Math.round(seconds / 60);
    const end = `${two(Math.floor(minutes / 60) % 24)}:${two(minutes % 60)}`;
    return { ...typed, end, span: Math.floor(minutes / 1440) };
  }
  const end = parseTimeOfDay(typed.end);
  if (!start || !end) return typed;
  // An end before the start is on the next day.
  const span =
    minutesOf(end) < minutesOf(start)
      ? Math.max(1, typed.span)
      : field === 'end'
        ? 0
        : typed.span > 1
          ? typed.span
          : 0;
  const minutes = minutesOf(end) - minutesOf(start) + span * 1440;
  return { ...typed, span, duration: writeDuration(minutes * 60) };
}

/** What to send, or the field that cannot be read. */
export function readTimes(
  times: Times,
): { start_time: string; end_time: string } | { fault: Field } {
  const start = parseTimeOfDay(times.start);
  const end = parseTimeOfDay(times.end);
  if (!/^\d{4}-\d\d-\d\d$/.test(times.day)) return { fault: 'day' };
  if (!start) return { fault: 'start' };
  if (!end) return { fault: 'end' };
  return {
    start_time: `${times.day}T${start}:00`,
    end_time: `${addDays(times.day, times.span)}T${end}:00`,
  };
}
