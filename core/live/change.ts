/** What a stream says of an event, and to whom. Enough to know what to ask for again, and no more. */

import { hasRole } from '../infra/access.ts';
import type { Actor } from '../infra/context.ts';

/** An event, as far as it is told. */
export interface Change {
  position: number;
  type: string;
  occurred_at: Date;
  entity_type: string;
  entity_id: number;
  /** Whose the row is, where it is somebody's. */
  user_id: number | null;
}

// Of rows that are nobody's own, those that are not for everybody either.
const managed = new Set(['user', 'import', 'plugin', 'integration']);

/** The message for this person, or nothing where the change is none of their business. */
export function messageFor(
  { user_id, role }: Pick<Actor, 'user_id' | 'role'>,
  { type, occurred_at, entity_type, entity_id, user_id: owner }: Change,
): object | undefined {
  const isTheirs = entity_type === 'user' ? entity_id === user_id : owner === user_id;
  const sees = isTheirs || hasRole(role, 'manager');
  if (!sees && (owner !== null || managed.has(entity_type))) return undefined;
  // Somebody who may not see the object learns that there is news of its kind, and asks.
  const subject = { type: entity_type, id: sees ? entity_id : null };
  return { type, subject, user_id: owner, occurred_at: occurred_at.toISOString() };
}
