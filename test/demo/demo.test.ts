import type { Knex } from 'knex';
import t from 'tap';
import { fillDemo } from '../../core/demo/fill.ts';
import { readOptions } from '../../core/demo/options.ts';
import { createTestDatabase } from '../fixtures/database.ts';

const now = new Date('2026-03-30T10:15:00Z');
const size = { entries: 10_000, users: 5, passwordHash: 'not a hash', now };

async function numbers(db: Knex, sql: string): Promise<Record<string, number>> {
  const { rows } = await db.raw(sql);
  return Object.fromEntries(
    Object.entries(rows[0] as object).map(([key, value]) => [key, Number(value)]),
  );
}

const overlapping = `SELECT FROM (SELECT start_time < lag(coalesce(end_time, 'infinity')) OVER (
  PARTITION BY user_id ORDER BY start_time, id) AS clashes FROM time_entries) AS spans WHERE clashes`;

/** Everything that was worked, as one text. */
async function fingerprint(db: Knex): Promise<string> {
  const { rows } = await db.raw(`SELECT md5(string_agg(concat_ws('|', user_id, project_id, task_id,
    description, start_time, end_time, breaks, tag_ids, billable, hourly_rate, currency, source),
    E'\\n' ORDER BY id)) AS text FROM time_entries`);
  return rows[0].text;
}

t.test('the demo data', async (t) => {
  const database = await createTestDatabase();
  const { db } = database;
  t.teardown(() => database.drop());
  await fillDemo(db, size);

  t.test('is a company of five people in several zones', async (t) => {
    const count = (table: string) => numbers(db, `SELECT count(*) AS count FROM ${table}`);
    t.same(await count('users'), { count: 5 });
    t.same(await count('clients'), { count: 8 });
    t.same(await count('projects'), { count: 20 });
    t.same(await count('tasks'), { count: 60 });
    t.same(await count('tags'), { count: 10 });
    t.same(await count('time_entries'), { count: 10_000 });
    const kinds = await numbers(
      db,
      `SELECT
      (SELECT count(DISTINCT time_zone) FROM users) AS zones,
      (SELECT count(DISTINCT role) FROM users) AS roles,
      (SELECT count(DISTINCT currency) FROM clients) AS currencies,
      (SELECT count(DISTINCT status) FROM tasks) AS statuses,
      (SELECT count(*) FROM projects WHERE archived_at IS NOT NULL) AS archived,
      (SELECT count(*) FROM projects WHERE visibility = 'members') AS private,
      (SELECT count(DISTINCT project_id) FROM time_entries) AS worked_on,
      (SELECT count(DISTINCT source) FROM time_entries) AS sources`,
    );
    t.same(kinds, {
      zones: 5,
      roles: 3,
      currencies: 2,
      statuses: 3,
      archived: 1,
      private: 1,
      worked_on: 20,
      sources: 2,
    });
  });

  t.test('is a plausible year for everybody', async (t) => {
    const { rows } = await db.raw(`SELECT user_id, sum(duration_seconds) / 3600 AS hours,
        count(DISTINCT (start_time AT TIME ZONE time_zone)::date) AS days,
        avg((extract(isodow FROM start_time AT TIME ZONE time_zone) > 5)::int) AS weekend,
        avg(billable::int) AS billable, avg((breaks <> '{}')::int) AS breaks,
        sum(((start_time AT TIME ZONE time_zone)::date <> (end_time AT TIME ZONE time_zone)::date)::int) AS nights
      FROM time_entries JOIN users ON users.id = user_id GROUP BY user_id ORDER BY user_id`);
    for (const row of rows) {
      t.ok(row.hours > 1500 && row.hours < 1950, `${row.hours} hours`);
      t.ok(row.days > 210 && row.days < 260, `${row.days} days`);
      t.ok(row.weekend < 0.02, `${row.weekend} of it on weekends`);
      t.ok(row.billable > 0.75 && row.billable < 0.97, `${row.billable} billable`);
      t.ok(row.breaks > 0.02 && row.breaks < 0.2, `${row.breaks} with breaks`);
      t.ok(row.nights < 15, `${row.nights} over midnight`);
    }
    const nights = rows.reduce((sum: number, row: { nights: number }) => sum + row.nights, 0);
    t.ok(nights > 0, 'some work goes on past midnight');
  });

  t.test('ends now, with one running timer', async (t) => {
    const spans = await numbers(
      db,
      `SELECT count(*) FILTER (WHERE end_time IS NULL) AS running,
        count(*) FILTER (WHERE end_time > '${now.toISOString()}' OR start_time > '${now.toISOString()}') AS future,
        count(*) FILTER (WHERE start_time < '${now.toISOString()}'::timestamptz - interval '367 days') AS early,
        count(DISTINCT user_id) FILTER (WHERE start_time > '${now.toISOString()}'::timestamptz - interval '3 hours') AS today
      FROM time_entries`,
    );
    t.same(spans, { running: 1, future: 0, early: 0, today: 5 });
  });

  t.test('holds nothing that the rules forbid', async (t) => {
    const faults = await numbers(
      db,
      `SELECT
      (SELECT count(*) FROM (${overlapping}) AS found) AS overlaps,
      (SELECT count(*) FROM time_entries WHERE duration_seconds <= 0) AS empty,
      (SELECT count(*) FROM time_entries WHERE NOT breaks <@ tstzmultirange(tstzrange(start_time, end_time))) AS outside,
      (SELECT count(*) FROM time_entries e JOIN projects p ON p.id = e.project_id
        WHERE e.end_time > p.archived_at) AS archived,
      (SELECT count(*) FROM time_entries e JOIN projects p ON p.id = e.project_id
        WHERE p.visibility = 'members' AND NOT EXISTS (SELECT FROM project_members m
          WHERE m.project_id = p.id AND m.user_id = e.user_id)) AS not_a_member,
      (SELECT count(*) FROM time_entries e JOIN tasks t ON t.id = e.task_id WHERE t.status = 'todo') AS not_begun,
      (SELECT count(*) FROM time_entries e WHERE NOT e.tag_ids <@ ARRAY(SELECT id FROM tags)) AS tags,
      (SELECT count(*) FROM time_entries e JOIN projects p ON p.id = e.project_id
        WHERE e.billable AND NOT p.billable) AS unpaid,
      (SELECT count(*) FROM time_entries e CROSS JOIN LATERAL
        resolve_rate(e.user_id, e.project_id, NULL, 'EUR') r
        WHERE (e.hourly_rate, e.currency) IS DISTINCT FROM (r.hourly_rate, r.currency)) AS rates`,
    );
    t.same([...new Set(Object.values(faults))], [0], JSON.stringify(faults));
  });

  t.test('leaves a trail and an event for everything, and no password in them', async (t) => {
    const { rows } = await db.raw(
      `SELECT entity_type AS entity, count(*) AS events, (SELECT count(*) FROM audit_log a
         WHERE a.entity_type = e.entity_type) AS trail FROM events e
       WHERE type LIKE '%.created' AND NOT jsonb_exists(data, 'password_hash') GROUP BY entity_type`,
    );
    const events = Object.fromEntries(
      rows.map((row: { entity: string; events: number }) => [row.entity, row.events]),
    );
    t.same(events, { client: 8, project: 20, tag: 10, task: 60, time_entry: 10_000, user: 5 });
    for (const row of rows) t.ok(row.trail >= row.events, row.entity);
  });

  t.test('is refused a second time, and nothing is changed', async (t) => {
    await t.rejects(fillDemo(db, size), { code: 'STINT_ERR_DEMO_NOT_EMPTY', message: /5 users/ });
    t.same(await numbers(db, 'SELECT count(*) AS count FROM users'), { count: 5 });
  });

  t.test('is the same each time for one moment', async (t) => {
    const second = await createTestDatabase();
    t.teardown(() => second.drop());
    await fillDemo(second.db, size);
    t.equal(await fingerprint(second.db), await fingerprint(db));
  });
});

t.test('the demo data fits the size that was asked for, in a small and a dense year', async (t) => {
  for (const [entries, users] of [
    [3, 1],
    [70, 12],
    [20_000, 2],
  ] as const) {
    const database = await createTestDatabase();
    t.teardown(() => database.drop());
    const people = await fillDemo(database.db, { ...size, entries, users });
    t.equal(people.length, users);
    const found = await numbers(
      database.db,
      `SELECT count(*) AS entries, count(DISTINCT user_id) AS users,
        (SELECT count(*) FROM (${overlapping}) AS found) AS overlaps
      FROM time_entries`,
    );
    t.same(found, { entries, users, overlaps: 0 });
  }
});

t.test('the options of the demo', async (t) => {
  t.same(readOptions([]), { entries: 10_000, users: 5 });
  t.same(readOptions(['--entries', '100000', '--users=50']), { entries: 100_000, users: 50 });
  for (const [args, what] of [
    [['--entries', 'many'], /--entries must be a number.*"many"/],
    [['--users', '0'], /--users must be a number.*"0"/],
    [['--entries', '10'], /at least 15 for 5 users/],
    [['--force'], /--force/],
  ] as const) {
    t.throws(() => readOptions([...args]), { code: 'STINT_ERR_DEMO_OPTION', message: what });
  }
});
