/**
 * The rules of notifications: whoever may act sends them, each person reads their own and nobody
 * else's, and one of a key is enough. They are for reading: nothing is decided by them.
 */
import { type Context, inTransaction } from '../infra/context.ts';
import { fetchPage, type Page } from '../infra/page.ts';
import { changeContext } from '../infra/record-change.ts';
import { Notification } from './model.ts';
import type { NotificationInput, NotificationQuery, NotificationsRead } from './schema.ts';

const sorting = { columns: { created_at: 'created_at' }, id: 'id' };

export async function listNotifications(
  { db, actor }: Context,
  { unread, ...query }: NotificationQuery,
): Promise<Page<Notification>> {
  const list = Notification.query(db)
    .where({ user_id: actor.user_id as number })
    .select('notifications.*');
  if (unread !== undefined) list.whereRaw(`read_at IS ${unread ? 'NULL' : 'NOT NULL'}`);
  return fetchPage(list, sorting, query);
}

/** How many it were. */
export async function markRead(
  context: Context,
  { ids, up_to }: NotificationsRead,
): Promise<number> {
  return inTransaction(context, async (context) => {
    const { db, actor, clock } = context;
    const { rows } = await db.raw(
      `WITH b AS (
         SELECT * FROM notifications
         WHERE user_id = :user_id AND read_at IS NULL
           AND (id = ANY(:ids) OR (created_at, id) <= (
             SELECT created_at, id FROM notifications WHERE id = :up_to AND user_id = :user_id))
         ORDER BY id FOR NO KEY UPDATE
       ), n AS (
         UPDATE notifications SET read_at = :now FROM b WHERE notifications.id = b.id
         RETURNING notifications.*
       )
       SELECT count(record_change('notification.read', 'notification', :context, to_jsonb(b), to_jsonb(n)))
       FROM n JOIN b ON b.id = n.id`,
      {
        user_id: actor.user_id as number,
        ids: ids ?? [],
        up_to: up_to ?? null,
        now: clock.now(),
        context: changeContext(context),
      },
    );
    return Number(rows[0].count);
  });
}

/** False where the person has one of this key already, or is no longer active. */
export async function sendNotification(
  context: Omit<Context, 'settings'>,
  { user_id, plugin_id, text, link, key }: NotificationInput,
): Promise<boolean> {
  const { rows } = await context.db.raw(
    `WITH n AS (
       INSERT INTO notifications (user_id, plugin_id, key, text, link, created_at)
       SELECT id, :plugin_id, :key, :text, :link, :now FROM users WHERE id = :user_id AND active
       ON CONFLICT DO NOTHING RETURNING *
     )
     SELECT record_change('notification.created', 'notification', :context, NULL, to_jsonb(n)) FROM n`,
    {
      user_id,
      plugin_id,
      key: key ?? null,
      text,
      link: link ?? null,
      now: context.clock.now(),
      context: changeContext(context),
    },
  );
  return rows.length > 0;
}
