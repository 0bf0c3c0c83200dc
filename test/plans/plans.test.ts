import t from 'tap';
import { type Caller, startHost } from '../fixtures/app.ts';
import { captureQueries, explain, isWholeRead, nodesOf, type SentQuery } from './capture.ts';
import { gatherCrowd } from './crowd.ts';

// They hold a row, or the few that an administrator wrote.
const smallTables = new Set(['settings', 'period_locks']);

/** By PostgreSQL's own reckoning a whole read of 100 000 entries costs more than 3000. */
const MOST_COST = 1500;

const host = await startHost(t, { now: '2025-01-27T12:00:00Z' });
await gatherCrowd(host.db);
const first: { id: number; project_id: number; task_id: number } = await host
  .db('time_entries')
  .orderBy('id', 'desc')
  .first('id', 'project_id', 'task_id');
const [tag] = await host.db('tags').limit(1).select('id');
const callers = await hireCrowd();
const { member, manager, admin } = callers;

/** Callers with entries: three people of the crowd get the tokens of three new ones. */
async function hireCrowd(): Promise<Record<'member' | 'manager' | 'admin', Caller>> {
  const ids = await host.db('time_entries').distinct('user_id').orderBy('user_id').limit(3);
  const people: Caller[] = [];
  for (const [i, role] of (['member', 'manager', 'admin'] as const).entries()) {
    const person = await host.person();
    const user_id = ids[i].user_id;
    await host.db('api_tokens').where({ user_id: person.id }).update({ user_id });
    await host.db('users').where({ id: user_id }).update({ role });
    people.push(person);
  }
  return { member: people[0], manager: people[1], admin: people[2] } as never;
}

/** Whether PostgreSQL reads only what it has to for every query that `work` sends. */
async function requireIndexes(t: Tap, work: () => Promise<{ status: number }>): Promise<void> {
  let status = 0;
  const queries = await captureQueries(async () => {
    ({ status } = await work());
  });
  t.ok(status < 300, `answers ${status}`);
  t.ok(
    queries.some(({ text }) => text.includes('time_entries')),
    'reads entries',
  );
  for (const query of queries) {
    await requirePlan(t, query);
    if (query.name) await requirePlan(t, query, true);
  }
}

type Tap = Pick<typeof t, 'ok' | 'same'>;

async function requirePlan(t: Tap, query: SentQuery, generic = false): Promise<void> {
  const plan = await explain(host.db, query, generic);
  const scanned = nodesOf(plan)
    .filter(isWholeRead)
    .map((node) => node['Relation Name'] ?? '')
    .filter((table) => !smallTables.has(table));
  const title = `${generic ? 'generic plan of ' : ''}${query.name ?? query.text.slice(0, 60)}`;
  t.same(scanned, [], `${title}: no table is read whole`);
  t.ok(plan['Total Cost'] < MOST_COST, `${title}: costs ${plan['Total Cost']}`);
}

t.test('an index serves', async (t) => {
  const page = '/time-entries?limit=50';
  const reads: Record<string, () => Promise<{ status: number }>> = {
    'the first page of the own entries': () => member.get(page),
    'the next page': async () => {
      const { body } = await member.get(page);
      return member.get(`${page}&cursor=${body.next_cursor}`);
    },
    'the own entries, oldest first': () => member.get(`${page}&sort=start_time`),
    'the own entries of a week': () => member.get(`${page}&from=2025-01-20&to=2025-01-27`),
    'the own entries of a project': () => member.get(`${page}&project_id=${first.project_id}`),
    'what changed of the own entries': () =>
      member.get(`${page}&modified_after=2025-01-26T00:00:00Z&sort=updated_at`),
    'the entries of everybody': () => admin.get(page),
    'the next page of the entries of everybody': async () => {
      const { body } = await admin.get(page);
      return admin.get(`${page}&cursor=${body.next_cursor}`);
    },
    'the entries of one person': () => admin.get(`${page}&user_id=${member.id}`),
    'the entries of a project': () => admin.get(`${page}&project_id=${first.project_id}`),
    'the entries of a task': () => admin.get(`${page}&task_id=${first.task_id}`),
    'the entries with a tag': () => admin.get(`${page}&tag_id=${tag.id}`),
    'the running entries': () => admin.get(`${page}&running=true`),
    'what changed of everybody': () =>
      admin.get(`${page}&modified_after=2025-01-26T00:00:00Z&sort=updated_at`),
    'the entries that a manager sees': () => manager.get(page),
    'one entry': () => admin.get(`/time-entries/${first.id}`),
    'the history of an entry': () => admin.get(`/time-entries/${first.id}/history`),
    'the state of the timer': () => member.get('/timer'),
  };
  for (const [title, work] of Object.entries(reads)) {
    await t.test(title, (t) => requireIndexes(t, work));
  }
});

t.test('an index serves the writing of entries', async (t) => {
  const subject = { task_id: first.task_id, tag_ids: [tag.id] };
  const span = { start_time: '2025-01-27T10:30:00Z', end_time: '2025-01-27T10:45:00Z' };
  const { body } = await member.post('/time-entries', { ...span, ...subject });
  const writes: Record<string, () => Promise<{ status: number }>> = {
    creating: () => member.post('/time-entries', { ...span, ...subject }),
    'creating by day': () =>
      member.post('/time-entries', { date: '2025-01-20', duration_seconds: 60 }),
    editing: () => member.patch(`/time-entries/${body.id}`, { ...span, ...subject }),
    deleting: () => member.delete(`/time-entries/${body.id}`),
    starting: () => member.post('/timer/start', subject),
    pausing: () => member.post('/timer/pause'),
    resuming: () => member.post('/timer/resume'),
    switching: () => member.post('/timer/switch', subject),
    stopping: () => member.post('/timer/stop'),
    continuing: () => member.post('/timer/continue'),
    discarding: () => member.post('/timer/discard'),
  };
  for (const [title, work] of Object.entries(writes)) {
    await t.test(title, (t) => requireIndexes(t, work));
  }
});

t.test('an index serves the search for forgotten timers', (t) =>
  requireIndexes(t, () => admin.get('/time-entries?limit=200&inactive_since=2025-01-27T04:00:00Z')),
);

t.test('an index serves a browser session', async (t) => {
  const queries = await captureQueries(() =>
    host.inject({ method: 'GET', url: '/api/v1/timer', cookies: { stint_session: 'unknown' } }),
  );
  t.equal(queries.length, 1);
  for (const query of queries) await requirePlan(t, query, true);
});

t.test('an index serves a report of a week', async (t) => {
  const queries = await captureQueries(() =>
    member.get('/reports/summary?from=2025-01-20&to=2025-01-26&group_by=project,day'),
  );
  for (const query of queries) {
    // It names all projects, so their whole table may be the quickest way; never that of the entries.
    const read = nodesOf(await explain(host.db, query)).filter(isWholeRead);
    t.notOk(read.some((node) => node['Relation Name'] === 'time_entries'));
  }
});

t.test('what a rate is made of is found by index', async (t) => {
  // Plans inside a function are not shown; how often it read a whole table is.
  await host.db.transaction(async (trx) => {
    const countReads = async () => {
      const { rows } = await trx.raw(
        `SELECT sum(seq_scan)::int AS reads FROM pg_stat_xact_user_tables
         WHERE relname IN ('projects', 'clients', 'project_members')`,
      );
      return rows[0].reads;
    };
    const before = await countReads();
    await trx.raw('SELECT * FROM resolve_rate(?, ?, NULL, ?)', [
      member.id,
      first.project_id,
      'EUR',
    ]);
    t.equal(await countReads(), before);
  });
});
