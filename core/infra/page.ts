/**
 * Keyset pagination: one shape of query, cursor and answer for every list. Stable under inserts,
 * as fast on the last page as on the first. It knows no table.
 */
import type { Model, QueryBuilder } from 'objection';
import { type Static, type TSchema, Type } from 'typebox';
import { atField } from '../errors.ts';
import type { Context } from './context.ts';
import { ERR_CURSOR_INVALID } from './errors.ts';
import { Nullable, OneOf } from './fields.ts';
import { parseInstant } from './instants.ts';

export const PageQuery = Type.Object({
  limit: Type.Integer({ minimum: 1, maximum: 200, default: 50 }),
  cursor: Type.Optional(
    Type.String({ maxLength: 500, description: '`next_cursor` of the page before.' }),
  ),
  include_total: Type.Boolean({
    default: false,
    description: 'Count everything that matches. Costs a second query.',
  }),
});
export type PageQuery = Static<typeof PageQuery>;

/** `?sort=name` ascending, `?sort=-name` descending. */
export function sortQuery<const Keys extends readonly string[]>(keys: Keys, initial: string) {
  const values = keys.flatMap((key) => [key, `-${key}`] as const);
  return OneOf(values as readonly (Keys[number] | `-${Keys[number]}`)[], {
    default: initial,
    description: 'Sort key; a leading `-` turns it round.',
  });
}

export const ModifiedAfter = Type.Optional(
  Type.String({
    minLength: 10,
    maxLength: 40,
    description: 'Only what changed at or after this instant (ISO 8601).',
    examples: ['2025-01-27T09:00:00+01:00'],
  }),
);

/** Adds the `modified_after` filter, if there is one, to a list. */
export function whereModifiedAfter<M extends Model>(
  { actor }: Context,
  list: QueryBuilder<M, M[]>,
  column: string,
  text: string | undefined,
): void {
  if (text) list.where(column, '>=', parseInstant(text, actor.time_zone, '/modified_after'));
}

/** The answer of a list of `item`. */
export function pageOf<T extends TSchema>(item: T) {
  return Type.Object({
    data: Type.Array(item),
    next_cursor: {
      ...Nullable(Type.String()),
      description: 'Where the next page starts; null on the last one.',
    },
    total: Type.Optional(Type.Integer({ description: 'Only with `include_total=true`.' })),
  });
}

export interface Page<T> {
  data: T[];
  next_cursor: string | null;
  total?: number;
}

export interface Sorting {
  /** Sort key → SQL expression that is never null. */
  columns: Record<string, string>;
  /** SQL expression that breaks ties. */
  id: string;
}

/** Runs the list `query` for one page, ordered and cut by `page`. */
export async function fetchPage<M extends Model>(
  query: QueryBuilder<M, M[]>,
  { columns, id }: Sorting,
  page: PageQuery & { sort: string },
): Promise<Page<M>> {
  const key = page.sort.replace(/^-/, '');
  const column = columns[key] as string;
  const [direction, beyond] = page.sort.startsWith('-') ? ['DESC', '<'] : ['ASC', '>'];
  const total = page.include_total ? await query.clone().clearSelect().resultSize() : undefined;

  if (page.cursor) {
    const [value, lastId] = decodeCursor(page.cursor, page.sort);
    query.whereRaw(`(${column}, ${id}) ${beyond} (?, ?)`, [value, lastId]);
  }
  // As text from the database: a Date would lose the microseconds that decide the order.
  query.select(query.modelClass().raw(`(${column})::text AS cursor_value`));
  query.orderByRaw(`${column} ${direction}, ${id} ${direction}`).limit(page.limit + 1);
  const rows = (await query.toKnexQuery()) as (M & { id: number; cursor_value: string })[];

  const more = rows.length > page.limit;
  if (more) rows.pop();
  const last = rows.at(-1);
  const next_cursor = more && last ? encodeCursor(page.sort, last.cursor_value, last.id) : null;
  return { data: rows, next_cursor, ...(total !== undefined && { total }) };
}

function encodeCursor(sort: string, value: string, id: number): string {
  return Buffer.from(JSON.stringify([sort, value, id])).toString('base64url');
}

function decodeCursor(cursor: string, sort: string): [string, number] {
  try {
    const [madeFor, value, id] = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (madeFor === sort && typeof value === 'string' && Number.isSafeInteger(id))
      return [value, id];
  } catch {
    // Not even JSON: the same answer.
  }
  throw atField(new ERR_CURSOR_INVALID(JSON.stringify(cursor)), '/cursor');
}
