/** A person's own browser sessions: listed and ended by themselves only. */
import type { Knex } from 'knex';
import { ERR_NOT_FOUND } from '../errors.ts';
import { type Actor, type Context, inTransaction } from '../infra/context.ts';
import { fetchPage, type Page } from '../infra/page.ts';
import { recordAudit } from '../infra/record-audit.ts';
import { deleteChallengesOf } from './challenges.ts';
import { Session } from './model.ts';
import type { SessionQuery, Session as SessionRow } from './schema.ts';

const sorting = { columns: { created_at: 'created_at' }, id: 'id' };

/** The session that asks; nothing for API tokens and jobs. */
export function sessionIdOf(actor: Actor): number | undefined {
  const id = /^session:(\d+)$/.exec(actor.via)?.[1];
  return id === undefined ? undefined : Number(id);
}

export async function listSessions(
  { db, clock, actor }: Context,
  query: SessionQuery,
): Promise<Page<SessionRow>> {
  const now = clock.now();
  const list = Session.query(db)
    .select('sessions.*')
    .where({ user_id: actor.user_id })
    .where('expires_at', '>', now)
    .where('idle_expires_at', '>', now);
  const page = await fetchPage(list, sorting, query);
  const current = sessionIdOf(actor);
  const data = page.data.map((row) => Object.assign(row, { is_current: row.id === current }));
  return { ...page, data };
}

export async function endSession(context: Context, id: number): Promise<void> {
  await inTransaction(context, async (context) => {
    const { db, actor } = context;
    const ended = await Session.query(db).delete().where({ id, user_id: actor.user_id });
    if (ended === 0) throw new ERR_NOT_FOUND('session', id);
    await recordAudit(context, { action: 'session.revoked', entity: 'session', entity_id: id });
  });
}

/** Signs a person out everywhere, but for the session `except`; who was about to sign in starts again. */
export async function endSessionsOf(db: Knex, userId: number, except?: number): Promise<void> {
  const sessions = Session.query(db).delete().where({ user_id: userId });
  if (except !== undefined) sessions.whereNot({ id: except });
  await sessions;
  await deleteChallengesOf(db, userId);
}
