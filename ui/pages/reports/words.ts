/** How a report writes groups, times and sums. */
import type { Summary } from '../../data/wire.ts';
import { format } from '../../i18n/format.ts';
import { t } from '../../i18n/texts.ts';
import type { Key } from './question.ts';

type Measures = Summary['total'];

export function nameOf({ type, name, date = '' }: Key): string {
  if (type === 'day') return `${format.weekday(date)} ${format.date(date)}`;
  if (type === 'week') return t('reports.weekOf', { day: format.date(date) });
  if (type === 'month') return format.month(date);
  return name ?? t(`reports.none.${type}`);
}

/** Where one time of a report has seconds, all of them are shown with theirs: what is shown adds up. */
export function durationWriter(summary: Summary): (seconds: number) => string {
  const all = [
    summary.total,
    ...summary.groups,
    ...summary.groups.flatMap(({ groups = [] }) => groups),
  ];
  const isWhole = all.every(
    (one) =>
      one.duration_seconds % 60 === 0 &&
      one.rounded_seconds % 60 === 0 &&
      one.billable_seconds % 60 === 0,
  );
  return isWhole ? format.duration : format.clock;
}

/** One sum a currency. They are the server's: nothing is added up here. */
export function amountsOf({ amounts }: Pick<Measures, 'amounts'>): string[] {
  return amounts.map(({ amount, currency }) => format.money(amount, currency));
}

/** `75 %` of the time, whole. */
export function shareOf(part: number, whole: number): string {
  return format.number(whole === 0 ? 0 : part / whole, {
    style: 'percent',
    maximumFractionDigits: 0,
  });
}
