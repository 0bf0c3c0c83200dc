/** Time over the days of a report as series of a chart, the largest by themselves, the rest together. Plain data. */
import type { Summary } from '../../data/wire.ts';

export interface Series {
  name: string;
  /** Of the thing itself, where it has one. */
  color?: string;
  /** Of the rest, which stands for nothing in particular. */
  isRest?: boolean;
  /** One for each of the days or weeks or months. */
  seconds: number[];
}

type Group = Summary['groups'][number];
type Key = Group['key'];

const MOST = 6;

/**
 * @param summary grouped by a unit of time, and perhaps by something else
 * @param starts first day of each bar @param words how things are called
 */
export function seriesOf(
  { groups }: Summary,
  starts: string[],
  words: { nameOf(key: Key): string; rest: string; billable: string; unbilled: string },
): Series[] {
  const at = new Map(starts.map((day, index) => [day, index]));
  const indexOf = ({ key }: Group) => at.get(key.date ?? '') ?? 0;
  const isDivided = groups.some((group) => group.groups);
  if (!isDivided) {
    const sum = (measure: (group: Group) => number) => {
      const seconds = starts.map(() => 0);
      for (const group of groups) seconds[indexOf(group)] = measure(group);
      return seconds;
    };
    return [
      { name: words.billable, seconds: sum((group) => group.billable_seconds) },
      {
        name: words.unbilled,
        isRest: true,
        seconds: sum((group) => group.duration_seconds - group.billable_seconds),
      },
    ].filter(({ seconds }) => seconds.some((one) => one > 0));
  }
  const found = new Map<unknown, Series>();
  for (const group of groups) {
    for (const { key, duration_seconds } of group.groups ?? []) {
      const series = found.get(key.id) ?? {
        name: words.nameOf(key),
        color: key.color ?? undefined,
        isRest: key.id === null,
        seconds: starts.map(() => 0),
      };
      series.seconds[indexOf(group)] = duration_seconds;
      found.set(key.id, series);
    }
  }
  const ordered = [...found.values()].sort((a, b) => totalOf(b) - totalOf(a));
  const [shown, others] = [ordered.slice(0, MOST), ordered.slice(MOST)];
  if (others.length === 0) return shown;
  const rest = starts.map((_, index) =>
    others.reduce((sum, { seconds }) => sum + (seconds[index] as number), 0),
  );
  return [...shown, { name: words.rest, isRest: true, seconds: rest }];
}

export function totalOf({ seconds }: Series): number {
  return seconds.reduce((sum, one) => sum + one, 0);
}
