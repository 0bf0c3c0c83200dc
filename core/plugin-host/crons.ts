/**
 * Schedules of plugins, looked at once a minute: crontab patterns in UTC, and a time of day in each
 * person's own zone. What is due becomes a job in the statement that records it: once, and not lost.
 */
import type { CronSchedule, Person } from '@stint/plugin';
import { parseCronItem } from 'graphile-worker';
import type { Knex } from 'knex';
import type { JobDeps } from '../infra/queue.ts';
import { flagOf, MAX_ATTEMPTS } from './context/job-queue.ts';
import { dueDay } from './due-day.ts';
import type { PluginHost } from './host.ts';
import { runAs } from './owner.ts';
import { personColumns, personOf } from './people.ts';
import type { Plugin } from './plugin.ts';
import { type Values, withDefaults } from './settings/values.ts';

const PAGE = 500;

interface Tick {
  db: Knex;
  plugin: Plugin;
  name: string;
  now: Date;
}

/** What one run of a schedule is told, as it waits in the queue. */
export interface CronJob {
  plugin: string;
  cron: string;
  /** Of a pattern: the minute. */
  at?: string;
  /** Of a time of day. */
  user_id?: number;
  local_date?: string;
}

export async function addDueCrons({
  db,
  clock,
  host,
}: JobDeps & { host: PluginHost }): Promise<void> {
  const now = clock.now();
  for (const plugin of host.list()) {
    for (const [name, schedule] of plugin.run?.registrations.crons ?? []) {
      try {
        await addDue({ db, plugin, name, now }, schedule);
      } catch (error) {
        plugin.degrade(error);
      }
    }
  }
}

async function addDue(tick: Tick, schedule: CronSchedule): Promise<void> {
  if (schedule.pattern !== undefined) {
    if (matches(schedule.pattern, tick.now)) await addMinute(tick);
    return;
  }
  const { plugin } = tick;
  const timeFor = schedule.perUser ?? schedule.perConnection;
  const scope = schedule.perUser ? 'user' : 'connection';
  const schema = plugin.settingsSchema(scope) ?? { type: 'object' };
  for await (const { values, ...row } of listPeople(tick, scope)) {
    const user = personOf(row);
    const set = withDefaults(schema, values ?? {});
    const time =
      typeof timeFor === 'string'
        ? timeFor
        : runAs(plugin.id, () => timeFor({ user, settings: set, config: set }));
    const day = time && dueDay(tick.now, user.time_zone, time);
    if (day) await addDay(tick, user.id, day);
  }
}

function matches(pattern: string, now: Date): boolean {
  return parseCronItem({ task: 'cron', match: pattern, identifier: 'cron' }).match({
    min: now.getUTCMinutes(),
    hour: now.getUTCHours(),
    date: now.getUTCDate(),
    month: now.getUTCMonth() + 1,
    dow: now.getUTCDay(),
  });
}

type Row = Person & { values: Values | null };

/** All active people, or those with an active connection, with what they set and no secret. */
async function* listPeople(
  { db, plugin: { id } }: Tick,
  scope: 'user' | 'connection',
): AsyncIterable<Row> {
  for (let after = 0, isMore = true; isMore; ) {
    const people = db('users as u')
      .where({ 'u.active': true })
      .where('u.id', '>', after)
      .orderBy('u.id')
      .limit(PAGE)
      .select(personColumns);
    if (scope === 'connection') {
      people
        .join('integrations as i', 'i.user_id', 'u.id')
        .where({ 'i.provider': id, 'i.is_active': true })
        .select('i.config as values');
    } else {
      people
        .leftJoin('plugin_settings as s', (join) =>
          join.on('s.user_id', 'u.id').andOnVal('s.plugin_id', id),
        )
        .select('s.data as values');
    }
    const rows: Row[] = await people;
    yield* rows;
    after = rows.at(-1)?.id ?? after;
    isMore = rows.length === PAGE;
  }
}

async function addMinute({ db, plugin, name, now }: Tick): Promise<void> {
  const minute = new Date(Math.floor(now.getTime() / 60_000) * 60_000).toISOString();
  const job: CronJob = { plugin: plugin.id, cron: name, at: minute };
  await db.raw(
    `WITH due AS (
       INSERT INTO plugin_kv AS k (plugin_id, key, value) VALUES (:plugin, :key, to_jsonb(:minute::text))
       ON CONFLICT (plugin_id, key) DO UPDATE SET value = excluded.value, updated_at = now()
       WHERE k.value <> excluded.value RETURNING key)
     ${ADD_JOB}`,
    { ...jobColumns(job), plugin: plugin.id, key: `stint:cron:${name}`, minute },
  );
}

async function addDay({ db, plugin, name }: Tick, user_id: number, day: string): Promise<void> {
  const job: CronJob = { plugin: plugin.id, cron: name, user_id, local_date: day };
  await db.raw(
    `WITH due AS (
       INSERT INTO plugin_daily_runs (plugin_id, cron, user_id, day) VALUES (:plugin, :name, :user_id, :day)
       ON CONFLICT DO NOTHING RETURNING user_id)
     ${ADD_JOB}`,
    { ...jobColumns(job), plugin: plugin.id, name, user_id, day },
  );
}

const ADD_JOB = `SELECT graphile_worker.add_job('plugin_cron', :payload::json,
  max_attempts => :maxAttempts, flags => ARRAY[:flag]::text[]) FROM due`;

function jobColumns(job: CronJob) {
  return { payload: JSON.stringify(job), maxAttempts: MAX_ATTEMPTS, flag: flagOf(job.plugin) };
}
