/**
 * What is asked of a report, as it stands in the address: its days, its filters, and what it is grouped
 * by. A link to it is the report itself.
 */
import type { Query } from '../../data/api.ts';
import { today } from '../../data/days.ts';
import { isManager, user } from '../../data/session.ts';
import type { Summary } from '../../data/wire.ts';
import { queryValue, setQuery } from '../../shell/place.ts';
import { type Days, daysOf, isPreset } from './period.ts';

export type Dimension = Summary['groups'][number]['key']['type'];
export type Key = Summary['groups'][number]['key'];

const dimensions: Dimension[] = [
  'project',
  'client',
  'task',
  'user',
  'tag',
  'day',
  'week',
  'month',
];
/** Names of the filters on things, which are the same in the address as of groups. */
export const thingFilters = ['user', 'client', 'project', 'task', 'tag'] as const;
export type ThingFilter = (typeof thingFilters)[number];

export const DEFAULT_PERIOD = 'month';

/** Whose time one sees decides whether people matter. */
export function offeredDimensions(): Dimension[] {
  return dimensions.filter((one) => one !== 'user' || isManager.value);
}

export function calendar() {
  return { today: today(), week_start: user.value?.week_start ?? 1 };
}

/** The name of the period, or `custom` for dates. */
export function periodName(): string {
  const name = queryValue('period');
  if (isPreset(name)) return name;
  return queryValue('from') && queryValue('to') ? 'custom' : DEFAULT_PERIOD;
}

export function reportDays(): Days {
  const name = periodName();
  if (isPreset(name)) return daysOf(name, calendar());
  return { from: queryValue('from') as string, to: queryValue('to') as string };
}

/** One or two, the first of them always. */
export function groupings(): Dimension[] {
  const offered = offeredDimensions();
  const [by = 'project', then] = ['by', 'second'].map((name) =>
    offered.find((one) => one === queryValue(name)),
  );
  return then && then !== by ? [by, then] : [by];
}

export function chosenIds(filter: ThingFilter): number[] {
  return (queryValue(filter) ?? '')
    .split(',')
    .map(Number)
    .filter((id) => id > 0);
}

/** Everything but the days and the groups, as the API takes it. */
export function filterQuery(): Query {
  const billable = queryValue('billable');
  const things = thingFilters.map((name) => [`${name}_id`, chosenIds(name)] as const);
  return {
    ...Object.fromEntries(things.filter(([, ids]) => ids.length > 0)),
    ...(billable !== undefined && { billable: billable === 'true' }),
    search: queryValue('search'),
  };
}

export function isFiltered(): boolean {
  return [...thingFilters, 'billable', 'search'].some((name) => queryValue(name) !== undefined);
}

export function clearFilters(): void {
  const names = [...thingFilters, 'billable', 'search'];
  setQuery(Object.fromEntries(names.map((name) => [name, undefined])));
}

export function askDays({ from, to }: Days): void {
  setQuery({ period: undefined, from, to });
}
