/** Durations, days, times and numbers as the person set them. Times are those of the person's own zone. */
import { today, wallTime } from '../data/days.ts';
import { user } from '../data/session.ts';
import { locale, t } from './texts.ts';

const two = (value: number) => String(value).padStart(2, '0');

export const format = {
  /** `1:30`, rounded to minutes as a list shows it. */
  duration(seconds: number): string {
    const minutes = Math.round(Math.abs(seconds) / 60);
    return `${seconds < 0 ? '−' : ''}${Math.floor(minutes / 60)}:${two(minutes % 60)}`;
  },

  /** `1:30:05`, as a clock shows it. */
  clock(seconds: number): string {
    const whole = Math.max(0, Math.floor(seconds));
    return `${Math.floor(whole / 3600)}:${two(Math.floor(whole / 60) % 60)}:${two(whole % 60)}`;
  },

  /** `1 h 30 min`, for sentences and screen readers. */
  spoken(seconds: number): string {
    const minutes = Math.round(Math.abs(seconds) / 60);
    return t('format.spoken', { hours: Math.floor(minutes / 60), minutes: minutes % 60 });
  },

  /** A day or an instant in the person's order of day, month and year. */
  date(day: string | Date): string {
    const [year, month, date] = dayText(day).split('-') as [string, string, string];
    const pattern = user.value?.date_format ?? 'YYYY-MM-DD';
    return pattern.replace('YYYY', year).replace('MM', month).replace('DD', date);
  },

  /** `Today`, `Yesterday`, or `Monday, 27 January`, with the year when it is another. */
  day(day: string | Date): string {
    const text = dayText(day);
    const now = today();
    if (text === now) return t('format.today');
    if (Date.parse(now) - Date.parse(text) === 86_400_000) return t('format.yesterday');
    return new Intl.DateTimeFormat(locale.value, {
      timeZone: 'UTC',
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      ...(text.slice(0, 4) !== now.slice(0, 4) && { year: 'numeric' }),
    }).format(Date.parse(`${text}T00:00:00Z`));
  },

  /** `27 Jan`, for where there is little room. */
  shortDate(day: string): string {
    const date = Date.parse(`${day}T00:00:00Z`);
    const style = { timeZone: 'UTC', day: 'numeric', month: 'short' } as const;
    return new Intl.DateTimeFormat(locale.value, style).format(date);
  },

  /** `27 January – 2 February 2025`. */
  days(from: string, to: string): string {
    return new Intl.DateTimeFormat(locale.value, {
      timeZone: 'UTC',
      day: 'numeric',
      month: 'long',
      year: 'numeric',
    }).formatRange(Date.parse(`${from}T00:00:00Z`), Date.parse(`${to}T00:00:00Z`));
  },

  /** `January 2025`. */
  month(day: string): string {
    return new Intl.DateTimeFormat(locale.value, {
      timeZone: 'UTC',
      month: 'long',
      year: 'numeric',
    }).format(Date.parse(`${day}T00:00:00Z`));
  },

  /** `Mon`, or `Monday` when long. */
  weekday(day: string, style: 'short' | 'long' = 'short'): string {
    const date = Date.parse(`${day}T00:00:00Z`);
    return new Intl.DateTimeFormat(locale.value, { timeZone: 'UTC', weekday: style }).format(date);
  },

  /** `14:05` or `2:05 PM`. */
  time(instant: string | Date): string {
    const text = typeof instant === 'string' ? instant : wallTime(instant.getTime());
    const [hours, minutes] = text.slice(11, 16).split(':').map(Number) as [number, number];
    if (user.value?.time_format !== '12h') return `${two(hours)}:${two(minutes)}`;
    return `${hours % 12 || 12}:${two(minutes)} ${hours < 12 ? 'AM' : 'PM'}`;
  },

  /** `A, B and C`. */
  list(items: readonly string[]): string {
    return new Intl.ListFormat(locale.value).format(items);
  },

  number(value: number, options?: Intl.NumberFormatOptions): string {
    return new Intl.NumberFormat(locale.value, options).format(value);
  },

  /** An exact decimal of the API with its currency. */
  money(amount: string, currency: string): string {
    const format = new Intl.NumberFormat(locale.value, { style: 'currency', currency });
    return format.format(amount as `${number}`);
  },
};

function dayText(day: string | Date): string {
  return (typeof day === 'string' ? day : wallTime(day.getTime())).slice(0, 10);
}
