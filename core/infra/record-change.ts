/**
 * The one place where a change leaves its traces: an audit row and an event, in the transaction
 * of the change. The database function `record_change` does both in one call.
 */
import type { Context } from './context.ts';

export interface Change {
  /** Event type, also the audit action: `project.updated`. */
  type: string;
  /** Table in the singular: `project`. */
  entity: string;
  /** Row before; absent for a creation. */
  before?: object;
  /** Row after; absent for a deletion. */
  after?: object;
}

/** Writes trail and event; call it inside the transaction of the change. */
export async function recordChange(context: Context, change: Change): Promise<void> {
  await context.db.raw('SELECT record_change(?, ?, ?, ?, ?)', [
    change.type,
    change.entity,
    changeContext(context),
    change.before ? JSON.stringify(change.before) : null,
    change.after ? JSON.stringify(change.after) : null,
  ]);
}

/** The `context` argument of `record_change`, for statements that call it themselves. */
export function changeContext({
  actor,
  clock,
  origin,
  causation,
}: Pick<Context, 'actor' | 'clock' | 'origin' | 'causation'>): string {
  return JSON.stringify({
    at: clock.now().toISOString(),
    actor_id: actor.user_id,
    via: actor.via,
    ip: actor.ip,
    origin,
    causation,
  });
}
