/** How much memory large files take: each runs in a process of its own, which measures itself. */
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import t from 'tap';
import { startHost } from '../fixtures/app.ts';

const run = promisify(execFile);
const measure = fileURLToPath(new URL('../fixtures/measure-transfer.ts', import.meta.url));

// As `npm start` runs it.
const AS_STARTED = '--max-semi-space-size=8';

async function peakOf(connectionString: string, userId: number, what: 'import' | 'export') {
  const { stdout } = await run(
    process.execPath,
    [AS_STARTED, '--expose-gc', measure, connectionString, String(userId), what],
    {
      maxBuffer: 10_000_000,
    },
  );
  return JSON.parse(stdout) as { peak_mb: number; rows: number; growth_mb: number };
}

t.test('100 000 rows are imported within 300 MB', async (t) => {
  const host = await startHost(t);
  const admin = await host.person({ role: 'admin' });
  const { peak_mb, rows } = await peakOf(host.connectionString, admin.id, 'import');
  t.comment(`${peak_mb} MB`);
  t.equal(rows, 100_000);
  t.equal(Number((await host.db('time_entries').count('* as n'))[0]?.n), 100_000);
  t.ok(peak_mb < 300, `${peak_mb} MB`);
});

t.test('1 000 000 rows stream as CSV in flat memory', async (t) => {
  const host = await startHost(t);
  const admin = await host.person({ role: 'admin' });
  await host.db.raw(
    `INSERT INTO time_entries (user_id, description, start_time, end_time)
     SELECT ?, 'Entry ' || n, timestamptz '2024-01-01 00:00Z' + n * interval '10 seconds',
       timestamptz '2024-01-01 00:00Z' + n * interval '10 seconds' + interval '10 seconds'
     FROM generate_series(1, 1000000) n`,
    [admin.id],
  );
  const { peak_mb, rows, growth_mb } = await peakOf(host.connectionString, admin.id, 'export');
  t.comment(`${peak_mb} MB, ${growth_mb} MB more at the end than after a tenth`);
  t.equal(rows, 1_000_000);
  t.ok(growth_mb < 20, `${growth_mb} MB`);
  t.ok(peak_mb < 300, `${peak_mb} MB`);
});
