/**
 * The SQL of a summary. One pass sums the entries that lie within one piece of the period, which is
 * nearly all of them, and finds the few that cross a cut; those are divided there. Both are then
 * rolled up, level by level.
 */
import type { Knex } from 'knex';
import type { Context } from '../infra/context.ts';
import type { Cuts } from './cuts.ts';
import { type Dimension, isUnit, things } from './dimensions.ts';
import { cents, measuredEntries, money, roundingBindings, share, workedUntil } from './measures.ts';
import { type Selection, started } from './selection.ts';

/** One line of the answer: a group, or its part in one currency. Beyond its level, keys are null. */
export interface SummaryRow {
  /** How many dimensions this line is grouped by; 0 is the total. */
  level: number;
  key1: number | string | null;
  key2?: number | string | null;
  name1?: string | null;
  name2?: string | null;
  color1?: string | null;
  color2?: string | null;
  currency: string | null;
  duration_seconds: number;
  rounded_seconds: number;
  billable_seconds: number;
  entry_count: number;
  amount: string | null;
}

export interface SummaryPlan {
  selection: Selection;
  dimensions: Dimension[];
  cuts: Cuts;
  /** Which levels to answer: all of them for a tree, the deepest for a table. */
  levels: number[];
  limit?: number;
}

export function summaryStatement({ db, settings }: Context, plan: SummaryPlan): Knex.Raw {
  const { dimensions, cuts, levels, limit } = plan;
  const text = `WITH summed AS (${sumBySlot(dimensions)}),
    fine AS (
      SELECT ${fineKeys}, seconds, rounded, billable, cents, entries, entries AS entries1, entries AS entries0
      FROM summed WHERE slot > 0
      UNION ALL ${sumParts(dimensions)}),
    keyed AS (SELECT fine.*, ${each(dimensions, keyOf)} FROM fine ${each(dimensions, joinClient, ' ')})
    SELECT line.*, ${each(dimensions, nameOf)}
    FROM (
      SELECT *, ${each(dimensions, weightOf)}
      FROM (${levels.map((level) => rollUp(dimensions, level)).join(' UNION ALL ')}) level
    ) line ${each(dimensions, joinName, ' ')}
    ORDER BY line.level, ${each(dimensions, orderOf)}, line.currency NULLS FIRST
    ${limit === undefined ? '' : 'LIMIT :limit'}`;
  return db.raw(text, {
    ...plan.selection,
    ...roundingBindings(settings),
    bounds: cuts.bounds.map((bound) => bound.toISOString()),
    ...Object.fromEntries(
      dimensions.map((dimension, i) => [`keys${i + 1}`, isUnit(dimension) && cuts.keys[dimension]]),
    ),
    ...(limit !== undefined && { limit }),
  });
}

type Fragment = (dimension: Dimension, n: number) => string;

function each(dimensions: Dimension[], fragment: Fragment, separator = ', '): string {
  return dimensions.map((dimension, i) => fragment(dimension, i + 1)).join(separator);
}

// Sums are made by these first. Not by client but by project, not by day but by piece: mapping some
// hundred sums costs nothing, mapping every entry would.
const fineKeys = 'thing1, thing2, counts_once, currency, slot';

function things1And2(dimensions: Dimension[]): string {
  const column = (dimension?: Dimension) =>
    dimension === undefined || isUnit(dimension) ? 'NULL::integer' : things[dimension].column;
  // An entry with two tags counts under both, but once where tags play no part.
  const once = dimensions.includes('tag') ? 'tag.position = 1' : 'true';
  return `${column(dimensions[0])} AS thing1, ${column(dimensions[1])} AS thing2, ${once} AS counts_once`;
}

function joinTags(dimensions: Dimension[]): string {
  if (!dimensions.includes('tag')) return '';
  return `CROSS JOIN LATERAL unnest(CASE WHEN e.tag_ids = '{}' THEN '{NULL}' ELSE e.tag_ids END)
    WITH ORDINALITY AS tag(id, position)`;
}

// OFFSET 0 hides from the planner what `slot` is made of: it would expect as many groups as there are
// entries, and sort them instead of hashing a few groups.
function sumBySlot(dimensions: Dimension[]): string {
  return `SELECT ${things1And2(dimensions)}, e.currency, e.slot,
      sum(e.duration_seconds) AS seconds, sum(e.rounded) AS rounded,
      sum(e.duration_seconds) FILTER (WHERE e.billable) AS billable, sum(${cents}) AS cents,
      count(*) AS entries
    FROM (${measuredEntries(started.inside)} OFFSET 0) e ${joinTags(dimensions)}
    GROUP BY ${fineKeys}`;
}

function sumParts(dimensions: Dimension[]): string {
  return `SELECT ${fineKeys}, sum(seconds), sum(rounded), sum(seconds) FILTER (WHERE billable), sum(cents),
      count(*), count(*) FILTER (WHERE first1), count(*) FILTER (WHERE first0)
    FROM (${divide(dimensions)}) part
    GROUP BY ${fineKeys}`;
}

// A part without work does not count, unless the whole entry has none: then it counts where it starts.
function divide(dimensions: Dimension[]): string {
  const crossing = 'e.id = ANY(ARRAY(SELECT -slot FROM summed WHERE slot < 0))';
  const copy = dimensions.includes('tag') ? 'e.id, tag.position' : 'e.id';
  const key1 = isUnit(dimensions[0] as Dimension) ? ', (:keys1::date[])[piece.slot]' : '';
  return `SELECT ${things1And2(dimensions)}, e.currency, piece.slot, e.billable,
      w.upto - w.before AS seconds, ${share('e.rounded')} AS rounded, ${share(`(${cents})`)} AS cents,
      row_number() OVER (PARTITION BY ${copy}${key1} ORDER BY piece.slot) = 1 AS first1,
      row_number() OVER (PARTITION BY ${copy} ORDER BY piece.slot) = 1 AS first0
    FROM (${measuredEntries(crossing, started.oneDayBefore, started.longBefore)}) e
    CROSS JOIN LATERAL generate_series(
      greatest(width_bucket(e.start_time, :bounds::timestamptz[]), 1),
      least(width_bucket(e.end_time, :bounds::timestamptz[]), cardinality(:bounds::timestamptz[]) - 1)
    ) AS piece(slot)
    CROSS JOIN LATERAL (SELECT
      ${workedUntil('(:bounds::timestamptz[])[piece.slot]')} AS before,
      ${workedUntil('(:bounds::timestamptz[])[piece.slot + 1]')} AS upto
      OFFSET 0) w
    ${joinTags(dimensions)}
    WHERE w.upto > w.before
      OR (e.duration_seconds = 0 AND e.start_time >= (:bounds::timestamptz[])[piece.slot])`;
}

const keyOf: Fragment = (dimension, n) => {
  if (isUnit(dimension)) return `(:keys${n}::date[])[slot] AS key${n}`;
  return `${dimension === 'client' ? `project${n}.client_id` : `thing${n}`} AS key${n}`;
};

const joinClient: Fragment = (dimension, n) =>
  dimension === 'client' ? `LEFT JOIN projects project${n} ON project${n}.id = thing${n}` : '';

function rollUp(dimensions: Dimension[], level: number): string {
  const within = dimensions.slice(0, level);
  const key: Fragment = (dimension, n) =>
    n <= level ? `key${n}` : `NULL::${isUnit(dimension) ? 'date' : 'integer'} AS key${n}`;
  const entries = level === dimensions.length ? 'entries' : `entries${level}`;
  return `SELECT ${level} AS level, ${each(dimensions, key)}, currency,
      sum(seconds)::bigint AS duration_seconds, sum(rounded)::bigint AS rounded_seconds,
      coalesce(sum(billable), 0)::bigint AS billable_seconds, sum(${entries})::bigint AS entry_count,
      ${money('sum(cents)')} AS amount
    FROM keyed ${within.includes('tag') ? '' : 'WHERE counts_once'}
    GROUP BY ${[...within.map((_, i) => `key${i + 1}`), 'currency'].join(', ')}`;
}

const weightOf: Fragment = (_, n) =>
  `sum(duration_seconds) OVER (PARTITION BY level, key1${n === 2 ? ', key2' : ''}) AS weight${n}`;

const nameOf: Fragment = (dimension, n) => {
  if (isUnit(dimension)) return `NULL AS name${n}`;
  const color =
    dimension === 'project' || dimension === 'tag' ? `, thing${n}.color AS color${n}` : '';
  return `thing${n}.name AS name${n}${color}`;
};

const joinName: Fragment = (dimension, n) =>
  isUnit(dimension)
    ? ''
    : `LEFT JOIN ${things[dimension].table} thing${n} ON thing${n}.id = line.key${n}`;

const orderOf: Fragment = (dimension, n) =>
  isUnit(dimension) ? `line.key${n}` : `line.weight${n} DESC, lower(thing${n}.name), line.key${n}`;
