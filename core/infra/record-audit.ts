/**
 * The trail of what is no change of a record that anybody follows: signing in and out, failing to,
 * making and revoking credentials. Changes of records leave trail and event by `recordChange`.
 */
import type { Actor, Context } from './context.ts';

/** The part of a context that a trace needs: somebody who signs in has no more of it yet. */
export type AuditContext = Pick<Context, 'db' | 'clock'> & {
  actor: Pick<Actor, 'user_id' | 'via' | 'ip'>;
};

export interface AuditTrace {
  /** What was done: `auth.login_failed`. */
  action: string;
  /** Table in the singular: `user`. */
  entity: string;
  /** Null when there is no such thing: an unknown address at the door. */
  entity_id: number | null;
  /** What it was, when nothing of it is left; never a secret. */
  changes?: object;
}

export async function recordAudit(
  { db, clock, actor }: AuditContext,
  { action, entity, entity_id, changes }: AuditTrace,
): Promise<void> {
  await db('audit_log').insert({
    occurred_at: clock.now(),
    actor_id: actor.user_id,
    actor_via: actor.via,
    ip: actor.ip,
    action,
    entity_type: entity,
    entity_id,
    changes: changes && JSON.stringify(changes),
  });
}
