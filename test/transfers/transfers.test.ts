/** Imports and exports as jobs, run by a real queue. */
import t from 'tap';
import { systemClock } from '../../core/infra/clock.ts';
import { makeLogger } from '../../core/infra/logger.ts';
import { startQueue } from '../../core/infra/queue.ts';
import { transferJobs } from '../../core/transfers/jobs.ts';
import { type Caller, startHost } from '../fixtures/app.ts';
import { csvOf } from '../fixtures/import-csv.ts';
import { until } from '../fixtures/until.ts';

const csvType = { 'content-type': 'text/csv' };

async function startOffice(t: Parameters<typeof startHost>[0]) {
  const host = await startHost(t);
  const log = makeLogger({ LOG_LEVEL: 'silent' });
  const queue = await startQueue({
    connectionString: host.connectionString,
    log,
    jobs: [transferJobs({ db: host.db, clock: systemClock, log })],
  });
  t.teardown(() => queue.stop());
  const ended = async (caller: Caller, path: string) => {
    let body = { state: '' };
    await until(async () => {
      ({ body } = await caller.get(path));
      return body.state === 'done' || body.state === 'failed';
    }, 30_000);
    // biome-ignore lint/suspicious/noExplicitAny: tests look into answers freely
    return body as any;
  };
  return { host, ended };
}

t.test('an import as a job', async (t) => {
  const { host, ended } = await startOffice(t);
  const ada = await host.person({ email: 'ada@example.com' });
  const other = await host.person({ role: 'admin' });
  const file = csvOf('start,duration', '2025-01-10T09:00Z,1:00', '2025-01-10T11:00Z,nonsense');

  t.test('is a dry run unless told otherwise, and answers what the request does', async (t) => {
    const queued = await ada.post('/imports/jobs', file, csvType);
    t.equal(queued.status, 202, queued.text);
    t.match(queued.body, { state: 'queued', rows_total: 3, report: null });
    const job = await ended(ada, `/imports/jobs/${queued.body.id}`);
    const { body } = await ada.post('/imports', file, csvType);
    t.match(job, { state: 'done', rows_done: 2, error: null });
    t.same(job.report, body);
    t.equal((await host.db('time_entries')).length, 0);
    t.equal((await host.db('transfer_chunks')).length, 0, 'the file is gone');
  });

  t.test('imports for good, once', async (t) => {
    for (const expected of [
      { entries_created: 1, entries_skipped: 0 },
      { entries_created: 0, entries_skipped: 1 },
    ]) {
      const { body } = await ada.post('/imports/jobs?dry_run=false', file, csvType);
      t.match((await ended(ada, `/imports/jobs/${body.id}`)).report, expected);
    }
    t.match(await host.db('time_entries'), [{ user_id: ada.id, source: 'import:generic' }]);
  });

  t.test('fails with the code of what is wrong, and is nobody else’s', async (t) => {
    const { body } = await ada.post('/imports/jobs', 'who,knows\n1,2\n', csvType);
    const path = `/imports/jobs/${body.id}`;
    t.match(await ended(ada, path), {
      state: 'failed',
      error: { code: 'STINT_ERR_IMPORT_FORMAT_UNKNOWN', detail: /who/ },
    });
    t.match((await other.get(path)).body, { code: 'STINT_ERR_TRANSFER_NOT_FOUND' });
    t.equal((await ada.post('/imports/jobs', '', csvType)).status, 422);
  });
});

t.test('a job of somebody who has lost their account fails, and imports nothing', async (t) => {
  const { host } = await startOffice(t);
  const ada = await host.person();
  const { id } = await host.db.transaction(async (trx) => {
    await trx('users').where({ id: ada.id }).update({ active: false });
    const [job] = await trx('transfers')
      .insert({
        user_id: ada.id,
        direction: 'import',
        params: { format: 'auto', dry_run: false },
        created_at: new Date(),
        expires_at: new Date(),
      })
      .returning('id');
    await trx.raw(`SELECT graphile_worker.add_job('transfer', ?::json)`, [JSON.stringify(job)]);
    return job;
  });
  const read = () => host.db('transfers').where({ id }).first();
  await until(async () => (await read()).state === 'failed', 30_000);
  t.match(await read(), { error: { code: 'STINT_ERR_FORBIDDEN' } });
});

t.test('an export as a job', async (t) => {
  const { host, ended } = await startOffice(t);
  const ada = await host.person();
  const other = await host.person({ role: 'admin' });
  await host.db.raw(
    `INSERT INTO time_entries (user_id, description, start_time, end_time)
     SELECT ?, repeat('long ', 100), timestamptz '2025-01-01 00:00Z' + n * interval '1 minute',
       timestamptz '2025-01-01 00:01Z' + n * interval '1 minute' FROM generate_series(1, 5000) n`,
    [ada.id],
  );
  const filters = { from: '2025-01-01', to: '2025-01-31' };

  t.test('makes the file that the request makes', async (t) => {
    const queued = await ada.post('/exports', { report: 'detailed', format: 'csv', filters });
    t.equal(queued.status, 202, queued.text);
    t.match(queued.body, { state: 'queued', file_url: null });
    const job = await ended(ada, `/exports/${queued.body.id}`);
    t.match(job, {
      state: 'done',
      rows_done: 5000,
      file_name: 'stint-entries-2025-01-01-2025-01-31.csv',
      file_url: `/api/v1/exports/${job.id}/file`,
    });
    const { count } = (await host.db('transfer_chunks').count('* as count'))[0] as never;
    t.ok(Number(count) > 1, 'in pieces');
    const { text, headers } = await ada.get(job.file_url);
    t.match(headers['content-disposition'], job.file_name);
    t.equal(text, (await ada.get('/reports/detailed.csv?from=2025-01-01&to=2025-01-31')).text);
    t.equal((await other.get(job.file_url)).status, 404);
  });

  t.test('makes every kind of file of both reports', async (t) => {
    for (const report of ['summary', 'detailed']) {
      for (const format of ['json', 'xlsx', 'pdf']) {
        const { body } = await ada.post('/exports', {
          report,
          format,
          filters: { from: '2025-01-01', to: '2025-01-01' },
        });
        const job = await ended(ada, `/exports/${body.id}`);
        t.equal(job.state, 'done', `${report}.${format} ${JSON.stringify(job.error)}`);
        t.match(job.file_name, new RegExp(`\\.${format}$`));
      }
    }
  });

  t.test('fails where the report would be refused, and has no file then', async (t) => {
    const { body } = await ada.post('/exports', {
      report: 'summary',
      format: 'csv',
      filters,
      group_by: ['moon'],
    });
    const job = await ended(ada, `/exports/${body.id}`);
    t.match(job, { state: 'failed', error: { code: 'STINT_ERR_REPORT_DIMENSION_UNKNOWN' } });
    const { status, body: problem } = await ada.get(`/exports/${job.id}/file`);
    t.match(
      { status, problem },
      { status: 409, problem: { code: 'STINT_ERR_TRANSFER_NOT_READY' } },
    );
  });
});
