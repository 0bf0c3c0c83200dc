/**
 * Reading the log of events, in its order and without a hole: what commits late is never behind a
 * cursor that somebody already has (decision 0038). It changes nothing.
 */
import type { Knex } from 'knex';
import { atField } from '../errors.ts';
import type { Actor } from '../infra/context.ts';
import { hideRates, visibleEvents } from './access.ts';
import { ERR_EVENTS_GONE } from './errors.ts';
import type { Event } from './schema.ts';

type Reader = Pick<Actor, 'user_id' | 'role'>;

export interface LogQuery {
  after: number;
  limit: number;
  /** All where absent. */
  types?: readonly string[];
}

export interface LogPage {
  events: { position: number; event: Event }[];
  /** Where to go on. */
  position: number;
  /** There is more that can be read now. */
  hasMore: boolean;
  /** There is more that can be read when a transaction has ended. */
  isHeldBack: boolean;
}

// Of one page: somebody who may see little must not read the whole log in one request.
const MOST_LOOKED_AT = 5_000;

/** Positions are given before the commit: whoever is in a transaction now may still fill a hole. */
async function readHorizon(db: Knex): Promise<string> {
  const { rows } = await db.raw(
    `SELECT least(clock_timestamp(), min(xact_start))::text AS horizon FROM pg_stat_activity
     WHERE datname = current_database() AND backend_xid IS NOT NULL`,
  );
  return rows[0].horizon;
}

export async function readLog(db: Knex, reader: Reader, query: LogQuery): Promise<LogPage> {
  // Before the statement that reads: in one, its snapshot would be older than this.
  const horizon = await readHorizon(db);
  const { rows } = await db.raw(
    `WITH looked_at AS MATERIALIZED (
       SELECT position, recorded_at < :horizon::timestamptz AS is_settled FROM events
       WHERE position > :after ORDER BY position LIMIT :most
     ), settled AS (
       SELECT position FROM looked_at
       WHERE position < coalesce((SELECT min(position) FROM looked_at WHERE NOT is_settled), ${Number.MAX_SAFE_INTEGER})
     ), found AS (
       SELECT e.*, :previousVisible AS previous_visible
       FROM events e WHERE e.position > :after AND e.position <= (SELECT max(position) FROM settled)
         AND :visible AND (:types::text[] IS NULL OR e.type = ANY(:types))
       ORDER BY e.position LIMIT :limit
     )
     SELECT (SELECT count(*)::int FROM looked_at) AS looked_at, (SELECT count(*)::int FROM settled) AS settled,
       (SELECT max(position) FROM settled) AS last, coalesce((SELECT json_agg(f ORDER BY f.position) FROM found f), '[]') AS found`,
    {
      horizon,
      after: query.after,
      most: MOST_LOOKED_AT,
      limit: query.limit + 1,
      types: query.types ? [...query.types] : null,
      visible: visibleEvents(db, reader),
      previousVisible: visibleEvents(db, reader, '(e.data || e.former)'),
    },
  );
  const { looked_at, settled, last, found } = rows[0];
  const events = (found as EventRow[]).slice(0, query.limit).map((row) => ({
    position: Number(row.position),
    event: toEvent(reader, row),
  }));
  const isCut = found.length > query.limit;
  return {
    events,
    position: isCut ? (events.at(-1)?.position as number) : Number(last ?? query.after),
    hasMore: isCut || settled === MOST_LOOKED_AT,
    isHeldBack: settled < looked_at,
  };
}

/** @throws STINT_ERR_EVENTS_GONE where something after the cursor may have been deleted */
export async function readCursor(db: Knex, cursor: string): Promise<number> {
  const position = Number(cursor);
  if (position === 0) return 0;
  const known = await db('events').where({ position }).first('position');
  if (!known) throw atField(new ERR_EVENTS_GONE(cursor), '/cursor');
  return position;
}

/** The position from which on everything is news. */
export async function readNewest(db: Knex): Promise<number> {
  const horizon = await readHorizon(db);
  const row = await db('events').orderBy('position', 'desc').first('position');
  const held = await db('events')
    .where('recorded_at', '>=', horizon)
    // Of the last few alone: the rest is older.
    .where('position', '>', Number(row?.position ?? 0) - MOST_LOOKED_AT)
    .min('position as position')
    .first();
  if (!held?.position) return Number(row?.position ?? 0);
  const before = await db('events')
    .where('position', '<', held.position)
    .orderBy('position', 'desc')
    .first('position');
  return Number(before?.position ?? 0);
}

/** One event as this person may see it; nothing where they may not, or it is no longer kept. */
export async function readEvent(
  db: Knex,
  reader: Reader,
  position: number,
): Promise<Event | undefined> {
  const { rows } = await db.raw(
    `SELECT e.*, :previousVisible AS previous_visible FROM events e WHERE position = :position AND :visible`,
    {
      position,
      visible: visibleEvents(db, reader),
      previousVisible: visibleEvents(db, reader, '(e.data || e.former)'),
    },
  );
  return rows[0] && toEvent(reader, rows[0]);
}

interface EventRow {
  position: number | string;
  id: string;
  type: string;
  v: number;
  occurred_at: string | Date;
  seq: number;
  entity_type: string;
  entity_id: number | string;
  actor: Record<string, unknown>;
  origin: Record<string, unknown> | null;
  data: Record<string, unknown>;
  former: Record<string, unknown> | null;
  previous_visible: boolean | null;
}

function toEvent(reader: Reader, row: EventRow): Event {
  const { id, type, v, seq, entity_type, actor, origin, data, former } = row;
  const previous = former && row.previous_visible ? { ...data, ...former } : null;
  return {
    id,
    type,
    v,
    timestamp: new Date(row.occurred_at).toISOString(),
    seq,
    entity: { type: entity_type, id: Number(row.entity_id) },
    actor,
    origin,
    data: hideRates(reader, entity_type, data),
    previous: hideRates(reader, entity_type, previous),
  };
}
