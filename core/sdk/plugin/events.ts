/** What happened: facts that commit with the change they tell of. */

/** Event types of the core. A plugin's own are `<plugin id>.<noun>_<verb>`. */
export const eventTypes = [
  'timer.started',
  'timer.stopped',
  'timer.paused',
  'timer.resumed',
  'timer.kept',
  'timer.discarded',
  'timer.idle_asked',
  'entry.created',
  'entry.updated',
  'entry.deleted',
  'entry.restored',
  'client.created',
  'client.updated',
  'client.deleted',
  'project.created',
  'project.updated',
  'project.deleted',
  'project.member_added',
  'project.member_updated',
  'project.member_removed',
  'task.created',
  'task.updated',
  'task.deleted',
  'tag.created',
  'tag.updated',
  'tag.deleted',
  'user.created',
  'user.updated',
  'lock.created',
  'lock.updated',
  'lock.deleted',
  'settings.changed',
] as const;

export type EventType = (typeof eventTypes)[number];

/** Where a change came from, when a plugin made it. */
export interface Origin {
  plugin?: string;
  connection?: number;
  /** The id of the thing on the other side. */
  external_id?: string;
}

/**
 * One event. Delivered at least once, in any order: compare `seq` with what you know of the entity.
 * Not delivered to the plugin in `origin`, unless it subscribed with `own: true`.
 */
export interface EventEnvelope<Data = Record<string, unknown>> {
  /** Stable over all deliveries: a key for idempotency. */
  id: string;
  type: string;
  /** Version of the shape of `data`. */
  v: number;
  /** ISO 8601, UTC. */
  occurred_at: string;
  /** Version of the entity after the change; grows by one with each. */
  seq: number;
  entity: { type: string; id: number };
  actor: { user_id: number | null; via: string };
  origin: Origin | null;
  /** The event whose handling made this one, and how deep the chain is; chains end at 8. */
  causation: { id: string; depth: number } | null;
  /** The row after the change (before it, for a deletion), as in the REST API. */
  data: Data;
  /** The row before the change. */
  previous: Data | null;
}
