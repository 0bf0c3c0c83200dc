/** The rules of calendar feeds: everybody makes and revokes their own, and the address is shown once. */
import type { Knex } from 'knex';
import { hashSecret, newSecret } from '../auth/secrets.ts';
import { ERR_NOT_FOUND } from '../errors.ts';
import type { Clock } from '../infra/clock.ts';
import { type Context, inTransaction } from '../infra/context.ts';
import { fetchPage, type Page } from '../infra/page.ts';
import { recordAudit } from '../infra/record-audit.ts';
import { ERR_CALENDAR_UNKNOWN } from './errors.ts';
import { type Calendar, writeCalendar } from './ics.ts';
import { CalendarFeed } from './model.ts';
import type { CalendarFeedCreate, CalendarFeedQuery } from './schema.ts';

const sorting = { columns: { name: 'lower(name)', created_at: 'created_at' }, id: 'id' };
const DEFAULT_DAYS = 90;
// Of a feed: more is no calendar that anybody reads.
const MOST_ENTRIES = 10_000;
const DAY_MS = 86_400_000;
const LAST_USED_PRECISION_MS = 60_000;

export async function listFeeds(
  { db, actor }: Context,
  query: CalendarFeedQuery,
): Promise<Page<CalendarFeed>> {
  const list = CalendarFeed.query(db)
    .select('calendar_feeds.*')
    .where({ user_id: actor.user_id as number });
  return fetchPage(list, sorting, query);
}

export async function createFeed(
  context: Context,
  { days = DEFAULT_DAYS, ...input }: CalendarFeedCreate,
): Promise<CalendarFeed & { path: string }> {
  const secret = newSecret('stint_cal_');
  return inTransaction(context, async (context) => {
    const created = await CalendarFeed.query(context.db)
      .insert({
        ...input,
        days,
        user_id: context.actor.user_id as number,
        token_hash: hashSecret(secret),
        created_at: context.clock.now(),
      })
      .returning('*');
    const { id, name } = created;
    await recordAudit(context, {
      action: 'calendar_feed.created',
      entity: 'calendar_feed',
      entity_id: id,
      changes: { name },
    });
    return Object.assign(created, { path: `/api/v1/calendar/${secret}` });
  });
}

export async function revokeFeed(context: Context, id: number): Promise<void> {
  await inTransaction(context, async (context) => {
    const [revoked] = await CalendarFeed.query(context.db)
      .delete()
      .where({ id, user_id: context.actor.user_id as number })
      .returning(['name']);
    if (!revoked) throw new ERR_NOT_FOUND('calendar feed', id);
    await recordAudit(context, {
      action: 'calendar_feed.revoked',
      entity: 'calendar_feed',
      entity_id: id,
      changes: revoked,
    });
  });
}

/**
 * The time of the person behind a feed: what has ended, of the last days.
 * @throws STINT_ERR_CALENDAR_UNKNOWN also where they may no longer sign in
 */
export async function readCalendar(
  { db, clock }: { db: Knex; clock: Clock },
  secret: string,
): Promise<Calendar> {
  const now = clock.now();
  const feed = await db('calendar_feeds as f')
    .join('users as u', 'u.id', 'f.user_id')
    .where({ token_hash: hashSecret(secret), active: true })
    .first('f.*', 'u.time_zone');
  if (!feed) throw new ERR_CALENDAR_UNKNOWN();
  if (now.getTime() - (feed.last_used_at?.getTime() ?? 0) >= LAST_USED_PRECISION_MS) {
    await db('calendar_feeds').where({ id: feed.id }).update({ last_used_at: now });
  }
  const entries = db('time_entries as e')
    .leftJoin('projects as p', 'p.id', 'e.project_id')
    .leftJoin('clients as c', 'c.id', 'p.client_id')
    .leftJoin('tasks as t', 't.id', 'e.task_id')
    .where({ 'e.user_id': feed.user_id, 'e.deleted_at': null })
    .whereNotNull('e.end_time')
    .where('e.start_time', '>=', new Date(now.getTime() - feed.days * DAY_MS))
    .orderBy('e.start_time', 'desc')
    .orderBy('e.id', 'desc')
    .limit(MOST_ENTRIES)
    .select('e.id', 'e.description', 'e.start_time', 'e.end_time', 'e.duration_seconds')
    .select('e.version', 'e.created_at', 'e.updated_at')
    .select({ project: 'p.name', client: 'c.name', task: 't.name' })
    .select({ tags: db.raw('array(SELECT name FROM tags WHERE id = ANY(e.tag_ids) ORDER BY 1)') });
  if (feed.project_ids.length > 0) entries.whereIn('e.project_id', feed.project_ids);
  return writeCalendar({ name: feed.name, time_zone: feed.time_zone, entries: await entries });
}
