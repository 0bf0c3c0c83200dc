/** Archives: out of one instance and into an empty one, without loss; and what is no archive. */
import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import t from 'tap';
import { type Caller, startHost, type TestHost } from '../fixtures/app.ts';
import { importForGood } from '../fixtures/import-csv.ts';

const gzip = { 'content-type': 'application/gzip' };

async function take(host: TestHost, caller: Caller, of: 'me' | 'instance'): Promise<Buffer> {
  const { statusCode, rawPayload, headers } = await host.app.inject({
    url: `/api/v1/archive?of=${of}`,
    headers: { authorization: `Bearer ${caller.token}` },
  });
  if (statusCode !== 200) throw new Error(rawPayload.toString());
  if (!/ndjson\.gz/.test(String(headers['content-disposition']))) throw new Error('no name');
  return rawPayload;
}

const linesOf = (archive: Buffer) => gunzipSync(archive).toString('utf8').trimEnd().split('\n');
const rowsOf = (archive: Buffer, table?: string) =>
  linesOf(archive).filter((line) =>
    table
      ? line.startsWith(`{"table":"${table}"`)
      : /^\{"table"/.test(line) && !/^\{"table":"(audit_log|settings)"/.test(line),
  );

async function startCompany(t: Parameters<typeof startHost>[0]) {
  const host = await startHost(t);
  const admin = await host.person({
    role: 'admin',
    email: 'anna@example.com',
    time_zone: 'Europe/Berlin',
    password_hash: 'argon2-secret',
  });
  const ben = await host.person({ email: 'ben@example.com', name: 'Bén "Ü"' });
  await admin.patch('/settings', { currency: 'CHF', organization_name: 'Anna & Co' });
  const call = async (caller: Caller, path: string, body: object) => {
    const answer = await caller.post(path, body);
    if (answer.status > 299) throw new Error(answer.text);
    return answer.body;
  };
  const client = await call(admin, '/clients', { name: 'Harbour', hourly_rate: '1234567890.10' });
  const project = await call(admin, '/projects', {
    name: 'Museum',
    client_id: client.id,
    hourly_rate: '80.10',
  });
  const secret = await call(admin, '/projects', { name: 'Secret', visibility: 'members' });
  const task = await call(admin, '/tasks', {
    name: 'Script',
    project_id: project.id,
    assignee_id: ben.id,
  });
  const tag = await call(admin, '/tags', { name: 'on site' });
  const entry = { project_id: project.id, task_id: task.id, tag_ids: [tag.id] };
  await call(ben, '/time-entries', {
    ...entry,
    start_time: '2025-01-27T09:00:00Z',
    end_time: '2025-01-27T12:00:00Z',
    description: 'Zeile 1\nZeile 2 \\ "q" 🎧',
    breaks: [{ start_time: '2025-01-27T10:00:00Z', end_time: '2025-01-27T10:15:00Z' }],
  });
  const gone = await call(admin, '/time-entries', {
    start_time: '2025-01-28T09:00:00Z',
    duration_seconds: 60,
    project_id: secret.id,
  });
  await admin.delete(`/time-entries/${gone.id}`);
  await call(ben, '/timer/start', { description: 'running' });
  await call(admin, '/locks', { ends_on: '2024-12-31', reason: 'closed' });
  const csv = 'start,duration\n2025-02-03T09:00Z,1:00\n';
  await importForGood(ben, csv);
  return { host, admin, ben, csv };
}

t.test('an archive of an instance', async (t) => {
  const { host, admin, csv } = await startCompany(t);
  const archive = await take(host, admin, 'instance');

  t.test('holds every row and no secret', async (t) => {
    const text = gunzipSync(archive).toString('utf8');
    for (const secret of ['argon2-secret', 'password_hash', 'token_hash', 'api_tokens', 'sessions'])
      t.notMatch(text, secret);
    t.equal(
      rowsOf(archive, 'time_entries').length,
      4,
      'also what is deleted, runs, or was imported',
    );
    const lines = linesOf(archive);
    const { counts, sha256 } = JSON.parse(lines.at(-1) as string);
    t.match(counts, {
      users: 2,
      clients: 1,
      projects: 2,
      tasks: 1,
      tags: 1,
      time_entries: 4,
      imported_rows: 1,
      settings: 1,
      period_locks: 1,
    });
    const before = lines
      .slice(0, -1)
      .map((line) => `${line}\n`)
      .join('');
    t.equal(sha256, createHash('sha256').update(before).digest('hex'));
  });

  t.test('goes into an empty instance, and comes out as it went in', async (t) => {
    const other = await startHost(t);
    const first = await other.person({ role: 'admin', email: 'ANNA@example.com', name: 'New' });
    const { status, body } = await first.post('/archive', archive, gzip);
    t.equal(status, 200, JSON.stringify(body));
    t.match(body, { of: 'instance', users_mapped: [], counts: { time_entries: 4, users: 2 } });
    const again = await take(other, first, 'instance');
    // The one who is here keeps their address as they wrote it.
    const plain = (rows: string[]) => rows.map((row) => row.replace('ANNA@', 'anna@'));
    t.same(plain(rowsOf(again)), rowsOf(archive));
    for (const row of rowsOf(archive, 'audit_log')) t.ok(rowsOf(again, 'audit_log').includes(row));
    t.match((await first.get('/settings')).body, {
      currency: 'CHF',
      organization_name: 'Anna & Co',
    });
    const ben = await other.withToken(first.token, 2);
    t.match((await ben.get('/reports/summary?from=2025-01-01&to=2025-01-31')).body.total, {
      duration_seconds: 9900,
    });

    t.match(
      await first.post('/time-entries', {
        start_time: '2025-03-01T09:00:00Z',
        duration_seconds: 60,
      }),
      { status: 201 },
      'ids go on',
    );
    const imported = await importForGood(first, csv, { default_user: 'ben@example.com' });
    t.match(
      imported.body,
      { entries_created: 0, entries_skipped: 1 },
      'what was imported there is known here',
    );
    t.match((await first.post('/archive', archive, gzip)).body, {
      code: 'STINT_ERR_ARCHIVE_NOT_EMPTY',
    });
  });

  t.test('finds a place for everybody beside somebody else', async (t) => {
    const other = await startHost(t);
    const stranger = await other.person({ role: 'admin', email: 'zoe@example.com' });
    const { status, body } = await stranger.post('/archive', archive, gzip);
    t.equal(status, 200, JSON.stringify(body));
    t.match(body.users_mapped, [{ email: 'anna@example.com', archived_id: 1 }]);
    const { rows } = await other.db.raw(
      `SELECT u.email, count(e.id)::int AS entries FROM users u LEFT JOIN time_entries e ON e.user_id = u.id GROUP BY u.email ORDER BY u.email`,
    );
    t.same(rows, [
      { email: 'anna@example.com', entries: 1 },
      { email: 'ben@example.com', entries: 3 },
      { email: 'zoe@example.com', entries: 0 },
    ]);
  });

  t.test('is refused when it is damaged, cut off, newer or none, and leaves nothing', async (t) => {
    const other = await startHost(t);
    const first = await other.person({ role: 'admin', email: 'anna@example.com' });
    const text = gunzipSync(archive).toString('utf8');
    const pack = (changed: string) => gzipSync(changed);
    const cases: [string, Buffer, string][] = [
      ['changed', pack(text.replace('Museum', 'Musuem')), 'STINT_ERR_ARCHIVE_BROKEN'],
      [
        'without its end',
        pack(text.split('\n').slice(0, -2).join('\n')),
        'STINT_ERR_ARCHIVE_BROKEN',
      ],
      ['cut', archive.subarray(0, archive.length - 40), 'STINT_ERR_ARCHIVE_BROKEN'],
      ['newer', pack(text.replace('"version":1', '"version":99')), 'STINT_ERR_ARCHIVE_VERSION'],
      ['of another kind', pack('{"format":"other"}\n'), 'STINT_ERR_ARCHIVE_BROKEN'],
      ['no gzip', Buffer.from('hello'), 'STINT_ERR_ARCHIVE_BROKEN'],
      ['empty', pack(''), 'STINT_ERR_ARCHIVE_BROKEN'],
      [
        'with a foreign table',
        pack(text.replace('{"table":"tags"', '{"table":"secrets"')),
        'STINT_ERR_ARCHIVE_BROKEN',
      ],
    ];
    for (const [name, body, code] of cases) {
      const answer = await first.post('/archive', body, gzip);
      t.match(answer, { status: 422, body: { code } }, name);
    }
    t.equal((await other.db('time_entries')).length, 0);
    t.equal((await other.db('users')).length, 1);
  });
});

t.test('an archive of a person', async (t) => {
  const { host, admin, ben } = await startCompany(t);
  const archive = await take(host, ben, 'me');

  t.test('holds what is theirs, and nothing of others', async (t) => {
    const text = gunzipSync(archive).toString('utf8');
    for (const foreign of [
      'anna@example.com',
      'Secret',
      '80.10',
      '1234567890',
      'audit_log',
      'period_locks',
    ])
      t.notMatch(text.replace(/"hourly_rate": 80.10/g, ''), foreign, foreign);
    t.equal(rowsOf(archive, 'time_entries').length, 3);
    t.equal(rowsOf(archive, 'projects').length, 1);
    t.equal((await ben.get('/archive?of=instance')).status, 403);
    t.equal((await ben.post('/archive', archive, gzip)).status, 403);
    t.equal((await admin.get('/archive')).status, 200);
  });

  t.test('goes into an empty instance', async (t) => {
    const other = await startHost(t);
    const first = await other.person({ role: 'admin', email: 'ben@example.com' });
    const { status, body } = await first.post('/archive', archive, gzip);
    t.equal(status, 200, JSON.stringify(body));
    t.match(body, { of: 'me', counts: { time_entries: 3 } });
    t.match(await other.db('users').first(), { role: 'admin', name: 'Bén "Ü"' });
    t.equal(
      Number((await other.db('time_entries').where({ user_id: first.id }).count('* as n'))[0]?.n),
      3,
    );
  });
});
