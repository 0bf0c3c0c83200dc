import { get } from 'node:http';
import { parse } from 'csv-parse/sync';
import t from 'tap';
import { startHost } from '../fixtures/app.ts';
import { makeEntry, makeProject, makeTag } from '../fixtures/work.ts';

type Record = { [header: string]: string };

function read(text: string): Record[] {
  return parse(text, { columns: true, record_delimiter: '\r\n' });
}

t.test('reports as CSV', async (t) => {
  const host = await startHost(t);
  const me = await host.person({ time_zone: 'Europe/Berlin', name: '@Ada', role: 'admin' });
  const project = await makeProject(host.db, { name: '=cmd|calc' });
  const tag = await makeTag(host.db, { name: '+one' });
  const rated = { billable: true, hourly_rate: '90.00', project_id: project };
  await makeEntry(host.db, me.id, ['2025-01-10T09:00Z', '2025-01-10T10:00:10Z'], {
    ...rated,
    currency: 'EUR',
    tag_ids: [tag],
    description: '-1, "quoted"\nand more',
  });
  await makeEntry(host.db, me.id, ['2025-01-10T22:00Z', '2025-01-11T00:00Z'], {
    ...rated,
    currency: 'USD',
  });

  t.test('list the entries, local times with offset, seconds and hours', async (t) => {
    const { status, headers, text } = await me.get(
      '/reports/detailed.csv?from=2025-01-10&to=2025-01-10',
    );
    t.equal(status, 200);
    t.equal(headers['content-type'], 'text/csv; charset=utf-8; header=present');
    t.equal(
      headers['content-disposition'],
      'attachment; filename="stint-entries-2025-01-10-2025-01-10.csv"',
    );
    const [first, second, ...rest] = read(text);
    t.same(rest, []);
    t.match(first, {
      user_name: "'@Ada",
      project_id: String(project),
      project_name: "'=cmd|calc",
      client_name: '',
      description: '\'-1, "quoted"\nand more',
      tags: "'+one",
      start_time: '2025-01-10T10:00:00+01:00',
      end_time: '2025-01-10T11:00:10+01:00',
      duration_seconds: '3610',
      duration_hours: '1.0028',
      billable: 'true',
      hourly_rate: '90.00',
      amount: '90.25',
      currency: 'EUR',
    });
    t.match(second, { duration_seconds: '3600', amount: '90.00', currency: 'USD' });
    const turned = await me.get('/reports/detailed.csv?sort=-start_time');
    t.equal(read(turned.text)[0]?.id, second?.id);
  });

  t.test('sum up by one line a group and currency, which add up', async (t) => {
    const { headers, text } = await me.get('/reports/summary.csv?group_by=project,month');
    t.match(headers['content-disposition'], /stint-summary-2025-01-01-2025-01-31\.csv/);
    t.same(read(text), [
      {
        project_id: String(project),
        project_name: "'=cmd|calc",
        month: '2025-01-01',
        duration_seconds: '3610',
        duration_hours: '1.0028',
        rounded_seconds: '3610',
        rounded_hours: '1.0028',
        billable_seconds: '3610',
        billable_hours: '1.0028',
        entry_count: '1',
        amount: '90.25',
        currency: 'EUR',
      },
      {
        project_id: String(project),
        project_name: "'=cmd|calc",
        month: '2025-01-01',
        duration_seconds: '7200',
        duration_hours: '2.0000',
        rounded_seconds: '7200',
        rounded_hours: '2.0000',
        billable_seconds: '7200',
        billable_hours: '2.0000',
        entry_count: '1',
        amount: '180.00',
        currency: 'USD',
      },
    ]);
  });

  t.test('are in the order of the summary', async (t) => {
    const days = read((await me.get('/reports/summary.csv?group_by=day')).text);
    t.same(
      days.map((line) => [line.day, line.currency, line.duration_seconds]),
      [
        ['2025-01-10', 'EUR', '3610'],
        ['2025-01-10', 'USD', '3600'],
        ['2025-01-11', 'USD', '3600'],
      ],
    );
  });

  t.test('answer an error before the first line as a problem', async (t) => {
    await host.db.raw('ALTER TABLE users RENAME COLUMN rounding_mode TO hidden');
    for (const report of ['summary', 'detailed']) {
      const { status, headers, body } = await me.get(`/reports/${report}.csv`);
      t.equal(status, 500);
      t.match(headers['content-type'], /^application\/problem\+json/);
      t.equal(headers['content-disposition'], undefined);
      t.equal(body.code, 'STINT_ERR_INTERNAL');
    }
    await host.db.raw('ALTER TABLE users RENAME COLUMN hidden TO rounding_mode');
  });
});

t.test('a long export', async (t) => {
  const host = await startHost(t);
  const me = await host.person();
  await host.db.raw(
    `INSERT INTO time_entries (user_id, start_time, end_time, description)
     SELECT ?, at, at + interval '1 minute', repeat('x', 900)
     FROM (SELECT timestamptz '2025-01-01' + i * interval '1 minute' AS at FROM generate_series(1, 30000) i) made`,
    [me.id],
  );
  const exports = async () => {
    const { rows } = await host.db.raw(
      `SELECT count(*) AS count FROM pg_stat_activity
       WHERE datname = current_database() AND state <> 'idle' AND query LIKE '%AS user_name%'
         AND pid <> pg_backend_pid()`,
    );
    return rows[0].count;
  };

  t.test('has every entry', async (t) => {
    const { text } = await me.get('/reports/detailed.csv');
    t.equal(read(text).length, 30_000);
  });

  t.test('ends in the database when its reader goes', async (t) => {
    const address = await host.app.listen({ port: 0, host: '127.0.0.1' });
    await new Promise<void>((resolve, reject) => {
      const request = get(
        `${address}/api/v1/reports/detailed.csv`,
        { headers: { authorization: `Bearer ${me.token}` } },
        (response) => {
          response.once('data', async () => {
            response.pause();
            t.equal(await exports(), 1);
            request.destroy();
            resolve();
          });
        },
      );
      request.once('error', reject);
    });
    for (let i = 0; i < 100 && (await exports()) > 0; i++)
      await new Promise((resolve) => setTimeout(resolve, 50));
    t.equal(await exports(), 0);
  });
});
