/** Makes the tree of a summary from the lines of its statement. Adds up seconds only: money is PostgreSQL's. */
import { type Dimension, isUnit } from './dimensions.ts';
import type { Group, GroupKey, Measures } from './schema.ts';
import type { SummaryRow } from './summary-statement.ts';

/** `rows` come level by level, in the order of the answer; lines of one group that differ in currency are one here. */
export function buildSummary(
  rows: SummaryRow[],
  dimensions: Dimension[],
): { groups: Group[]; total: Measures } {
  const total = noMeasures();
  const groups = new Map<SummaryRow['key1'], Group & { inner: Map<unknown, Group> }>();
  for (const row of rows) {
    if (row.level === 0) {
      addTo(total, row);
      continue;
    }
    let group = groups.get(row.key1);
    if (!group) {
      group = { key: keyOf(row, dimensions, 1), ...noMeasures(), inner: new Map() };
      groups.set(row.key1, group);
    }
    if (row.level === 1) {
      addTo(group, row);
      continue;
    }
    const key2 = row.key2 ?? null;
    let inner = group.inner.get(key2);
    if (!inner) {
      inner = { key: keyOf(row, dimensions, 2), ...noMeasures() };
      group.inner.set(key2, inner);
    }
    addTo(inner, row);
  }
  const nested = dimensions.length === 2;
  return {
    groups: [...groups.values()].map(({ inner, ...group }) =>
      nested ? { ...group, groups: [...inner.values()] } : group,
    ),
    total,
  };
}

function keyOf(row: SummaryRow, dimensions: Dimension[], n: 1 | 2): GroupKey {
  const type = dimensions[n - 1] as Dimension;
  const key = row[`key${n}`];
  if (isUnit(type)) return { type, date: key as string };
  const color = row[`color${n}`];
  return {
    type,
    id: key as number | null,
    name: row[`name${n}`] ?? null,
    ...(color !== undefined && { color }),
  };
}

function noMeasures(): Measures {
  return {
    duration_seconds: 0,
    rounded_seconds: 0,
    billable_seconds: 0,
    entry_count: 0,
    amounts: [],
  };
}

function addTo(measures: Measures, row: SummaryRow): void {
  measures.duration_seconds += row.duration_seconds;
  measures.rounded_seconds += row.rounded_seconds;
  measures.billable_seconds += row.billable_seconds;
  measures.entry_count += row.entry_count;
  if (row.currency !== null && row.amount !== null)
    measures.amounts.push({ currency: row.currency, amount: row.amount });
}
