/** What happened: facts that commit with the change they tell of. */
import type { Static, TObject, TSchema } from 'typebox';
import {
  Client,
  Import,
  InstanceSettings,
  Notification,
  PeriodLock,
  Project,
  ProjectMember,
  Tag,
  Task,
  TimeEntry,
  User,
} from './entities.ts';

const entry = { entity: 'time_entry', data: TimeEntry } as const;
const client = { entity: 'client', data: Client } as const;
const project = { entity: 'project', data: Project } as const;
const member = { entity: 'project', data: ProjectMember } as const;
const task = { entity: 'task', data: Task } as const;
const tag = { entity: 'tag', data: Tag } as const;
const user = { entity: 'user', data: User } as const;
const notification = { entity: 'notification', data: Notification } as const;
const lock = { entity: 'lock', data: PeriodLock } as const;

/** Every event of the core: the type of its entity, and the schema of its `data`. */
export const coreEvents = {
  'timer.started': entry,
  'timer.stopped': entry,
  'timer.paused': entry,
  'timer.resumed': entry,
  /** Somebody who was asked whether they still work said yes. */
  'timer.kept': entry,
  'timer.discarded': entry,
  'timer.idle_asked': entry,
  'entry.created': entry,
  'entry.updated': entry,
  'entry.deleted': entry,
  'entry.restored': entry,
  'client.created': client,
  'client.updated': client,
  'client.deleted': client,
  'project.created': project,
  'project.updated': project,
  'project.deleted': project,
  'project.member_added': member,
  'project.member_updated': member,
  'project.member_removed': member,
  'task.created': task,
  'task.updated': task,
  'task.deleted': task,
  'tag.created': tag,
  'tag.updated': tag,
  'tag.deleted': tag,
  'user.created': user,
  'user.updated': user,
  'user.password_changed': user,
  'lock.created': lock,
  'lock.updated': lock,
  'lock.deleted': lock,
  'import.created': { entity: 'import', data: Import },
  'notification.created': notification,
  'notification.read': notification,
  'settings.changed': { entity: 'settings', data: InstanceSettings },
} as const;

export type EventType = keyof typeof coreEvents;
export type EventData<Type extends EventType> = Static<(typeof coreEvents)[Type]['data']>;

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
export interface EventEnvelope<Type extends string = string, Data = Record<string, unknown>> {
  /** Stable over all deliveries: a key for idempotency. */
  id: string;
  type: Type;
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
  /** The row after the change (before it, for a deletion). */
  data: Data;
  /** The row before a change; null where there was none, and for a deletion. */
  previous: Data | null;
}

/**
 * The core's event of a type; of several types, a union in which `event.type` tells which.
 * @example async function noteEntry(event: EventOf<'entry.created' | 'entry.deleted'>) { … }
 */
export type EventOf<Type extends EventType> = {
  [One in Type]: EventEnvelope<One, EventData<One>>;
}[Type];

/** An event of a plugin's own, or of one it depends on: its type, and the schema of its data. */
export interface EventDeclaration<Type extends string = string, Data extends TSchema = TSchema> {
  readonly type: Type;
  readonly data: Data;
}

/**
 * Declares an event of a plugin's own, once, for who emits it and who hears of it. List it in
 * `definePlugin({ emits })`.
 * @param type `<plugin id>.<noun>_<verb>`; the part before the last `_` is the type of its entity
 * @param data its `id` is the entity's, and its `version`, if it has one, the event's `seq`
 * @example export const GoalReached = defineEvent('goals.week_reached',
 *   Type.Object({ id: Type.Integer(), user_id: Type.Integer() }));
 */
export function defineEvent<const Type extends string, Data extends TObject>(
  type: Type,
  data: Data,
): EventDeclaration<Type, Data> {
  return { type, data };
}
