/** The log of events and the queues of webhooks at 100 000 rows: PostgreSQL reads what it has to. */
import t from 'tap';
import { readLog } from '../../core/events/service.ts';
import { addDueJobs } from '../../core/webhooks/queue.ts';
import { listDue } from '../../core/webhooks/send.ts';
import { startHost } from '../fixtures/app.ts';
import { captureQueries, explain, isWholeRead, nodesOf } from './capture.ts';

const ROWS = 100_000;
const host = await startHost(t);
const { db } = host;
const [admin, manager, member] = await Promise.all(
  (['admin', 'manager', 'member'] as const).map((role) => host.person({ role })),
);
await db.raw(
  `INSERT INTO events (type, occurred_at, entity_type, entity_id, seq, actor, data, recorded_at)
   SELECT 'entry.created', now(), 'time_entry', n, 1, '{}', jsonb_build_object('id', n, 'user_id', ? + n % 3),
     now() - interval '1 hour'
   FROM generate_series(1, ${ROWS}) AS n`,
  [admin?.id as number],
);
await db.raw(
  `INSERT INTO webhooks (user_id, name, url) SELECT ?, 'n', 'https://example.com' FROM generate_series(1, 2)`,
  [admin?.id as number],
);
// Half of them are over, and of those that wait most are not due.
await db.raw(
  `INSERT INTO webhook_deliveries
     (webhook_id, position, event_id, event_type, entity_type, entity_id, seq, state, created_at, next_attempt_at)
   SELECT 1 + n % 2, n, n::text, 'entry.created', 'time_entry', n, 1,
     CASE WHEN n % 4 < 2 THEN 'delivered' ELSE 'waiting' END, now(),
     CASE WHEN n % 100 = 2 THEN now() - interval '1 minute' ELSE now() + interval '1 day' END
   FROM generate_series(1, ${ROWS}) AS n`,
);
await db.raw('ANALYZE');

const large = ['events', 'webhook_deliveries', 'webhook_attempts'];

async function requireIndexes(t: Tap, work: () => Promise<unknown>): Promise<void> {
  const queries = await captureQueries(async () => {
    await work();
  });
  t.ok(queries.some(({ text }) => large.some((table) => text.includes(table))));
  for (const query of queries) {
    const scanned = nodesOf(await explain(db, query))
      .filter(isWholeRead)
      .map((node) => node['Relation Name'] ?? '')
      .filter((table) => large.includes(table));
    t.same(scanned, [], query.text.slice(0, 80));
  }
}
type Tap = Pick<typeof t, 'ok' | 'same'>;

t.test('an index serves', async (t) => {
  for (const [role, id] of [
    ['admin', admin?.id],
    ['manager', manager?.id],
    ['member', member?.id],
  ] as const) {
    for (const after of [0, ROWS - 100]) {
      await t.test(`the events after ${after} of a ${role}`, (t) =>
        requireIndexes(t, () => readLog(db, { user_id: id, role }, { after, limit: 50 })),
      );
    }
  }
  await t.test('what is due of a webhook', (t) => requireIndexes(t, () => listDue(db, 1)));
  await t.test('the look for what was left behind', (t) => requireIndexes(t, () => addDueJobs(db)));
});

t.test('somebody who sees little gets all of it, in as many pages as it takes', async (t) => {
  let after = 0;
  let [found, pages] = [0, 0];
  for (;;) {
    const page = await readLog(
      db,
      { user_id: member?.id as number, role: 'member' },
      { after, limit: 200, types: ['entry.created'] },
    );
    found += page.events.length;
    pages += 1;
    after = page.position;
    if (!page.hasMore) break;
  }
  const expected = await db('events')
    .whereRaw(`type = 'entry.created' AND data ->> 'user_id' = ?`, [String(member?.id)])
    .count('* as events')
    .first();
  t.equal(found, Number(expected?.events));
  t.ok(pages > 100);
});
