/** Recorded events as plugins get them. Reads only. */
import type { EventEnvelope } from '@stint/plugin';
import type { Knex } from 'knex';

export interface EventRow {
  position: number;
  id: string;
  type: string;
  v: number;
  occurred_at: Date;
  seq: number;
  entity_type: string;
  entity_id: number;
  actor: EventEnvelope['actor'];
  origin: EventEnvelope['origin'];
  causation: EventEnvelope['causation'];
  data: Record<string, unknown>;
  /** Of the row before, what is no longer so. */
  former: Record<string, unknown> | null;
}

export interface LoggedEvent {
  position: number;
  event: EventEnvelope;
}

/** In their order. Events are kept for 30 days: older ones are missing. */
export async function readEvents(db: Knex, positions: readonly number[]): Promise<LoggedEvent[]> {
  const rows: EventRow[] = await db('events').whereIn('position', positions).orderBy('position');
  return rows.map(toEvent);
}

export function toEvent(row: EventRow): LoggedEvent {
  const { id, type, v, seq, actor, origin, causation, data, former } = row;
  const event = {
    id,
    type,
    v,
    occurred_at: row.occurred_at.toISOString(),
    seq,
    entity: { type: row.entity_type, id: row.entity_id },
    actor,
    origin,
    causation,
    data,
    previous: former && { ...data, ...former },
  };
  return { position: Number(row.position), event };
}
