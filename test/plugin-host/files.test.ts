/** Files that the core writes, as a plugin gets them. */
import { DataError, type PluginContext } from '@stint/plugin';
import t from 'tap';
import { startPluginHost } from '../fixtures/plugin-app.ts';
import { writePlugin } from '../fixtures/plugin-folder.ts';
import { makeProject } from '../fixtures/work.ts';

const code = 'export default { setup() {} };';
const june = { from: '2025-06-01', to: '2025-06-30' };

t.test('a plugin gets a file of the core', async (t) => {
  const folder = await writePlugin(t, 'filer', {
    code,
    stint: { permissions: { data: ['read:reports'] } },
  });
  const host = await startPluginHost(t, [folder]);
  const ctx = host.host.get('filer')?.run?.surfaces.context as PluginContext;
  const ann = await host.person();
  const bob = await host.person();
  const project_id = await makeProject(host.db, { name: 'Webshop' });
  await host.db.raw(
    `INSERT INTO time_entries (user_id, project_id, description, start_time, end_time, source)
     SELECT ?, ?, 'Work ' || d, d, d + interval '5 minutes', 'manual'
     FROM generate_series('2025-06-01'::timestamptz, '2025-06-20', interval '10 minutes') d`,
    [ann.id, project_id],
  );
  const refusal = async (work: Promise<unknown>) => {
    const error = await work.then(
      () => undefined,
      (error) => error,
    );
    t.ok(error instanceof DataError);
    return error as DataError;
  };

  t.test('of each kind, as it is, with its name and type', async (t) => {
    const data = ctx.data.as(ann.id);
    const csv = await data.file('/reports/summary.csv', { ...june, group_by: 'project' });
    t.equal(csv.mediaType, 'text/csv');
    t.match(csv.name, /^[\w-]+\.csv$/);
    t.match(Buffer.from(csv.content).toString(), /Webshop/);
    const direct = await ann.get(
      '/reports/summary.csv?from=2025-06-01&to=2025-06-30&group_by=project',
    );
    t.equal(Buffer.from(csv.content).toString(), direct.text);
    const pdf = await data.file('/reports/detailed.pdf', { from: '2025-06-01', to: '2025-06-01' });
    t.match(pdf, { mediaType: 'application/pdf', name: /\.pdf$/ });
    t.equal(Buffer.from(pdf.content.subarray(0, 5)).toString(), '%PDF-');
    const xlsx = await data.file('/reports/detailed.xlsx', june);
    t.equal(Buffer.from(xlsx.content.subarray(0, 2)).toString(), 'PK');
    t.match(xlsx.mediaType, /spreadsheetml/);
  });

  t.test('with the eyes of that person', async (t) => {
    const { content } = await ctx.data.as(bob.id).file('/reports/detailed.csv', june);
    t.notMatch(Buffer.from(content).toString(), /Work/);
  });

  t.test('and the refusal where there is none', async (t) => {
    const data = ctx.data.as(ann.id);
    const unknown = await refusal(data.file('/reports/summary.csv', { group_by: 'mood' }));
    t.match(unknown, { status: 400, code: 'STINT_ERR_REPORT_DIMENSION_UNKNOWN', message: /mood/ });
    t.match(await refusal(data.file('/archive')), { status: 403 });
    t.match(await refusal(data.file('/nothing')), { status: 404 });
  });

  t.test('up to the size that it takes, and no connection is kept by what is larger', async (t) => {
    const data = ctx.data.as(ann.id);
    // More of them than there are connections to the database.
    for (let i = 0; i < 15; i += 1) {
      const large = await refusal(data.file('/reports/detailed.csv', june, { maxBytes: 2000 }));
      t.match(large, { status: 413, code: 'STINT_ERR_PLUGIN_FILE_SIZE', message: /2000 bytes/ });
    }
    const { content } = await data.file('/reports/detailed.csv', june);
    t.ok(content.length > 100_000);
  });
});
