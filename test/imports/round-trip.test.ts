import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import t from 'tap';
import { startHost } from '../fixtures/app.ts';
import { importCsv, importForGood } from '../fixtures/import-csv.ts';

const DAY = 86_400;
const text = (maxLength: number) =>
  fc.string({ unit: 'grapheme', maxLength }).filter((value) => !value.includes('\0'));
const name = text(30).map((value) => value.trim());
const tag = fc.constantFrom('design', 'urgent', 'on site', '"quoted"', 'été', 'x;y');

const row = fc
  .record({
    description: text(80),
    project: name,
    task: name,
    client: name,
    tags: fc.uniqueArray(tag, { maxLength: 4 }),
    billable: fc.boolean(),
    start: fc.integer({ min: 315_532_800, max: 4_102_444_800 }),
    seconds: fc.integer({ min: 0, max: 31 * DAY }),
  })
  // A client or a task belongs to a project.
  .map((fields) => (fields.project === '' ? { ...fields, client: '', task: '' } : fields));
type Row = typeof row extends fc.Arbitrary<infer R> ? R : never;

const iso = (epoch: number) => new Date(epoch * 1000).toISOString().slice(0, 19);
const duration = (seconds: number) =>
  [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
    .map((part) => String(part).padStart(2, '0'))
    .join(':');

const writers = {
  generic: (fields: Row) => ({
    description: fields.description,
    billable: String(fields.billable),
    client: fields.client,
    project: fields.project,
    task: fields.task,
    tags: fields.tags.join(','),
    start: `${iso(fields.start)}Z`,
    end: `${iso(fields.start + fields.seconds)}Z`,
  }),
  toggl: (fields: Row) => ({
    Client: fields.client,
    Project: fields.project,
    Task: fields.task,
    Description: fields.description,
    Billable: fields.billable ? 'Yes' : 'No',
    'Start date': iso(fields.start).slice(0, 10),
    'Start time': iso(fields.start).slice(11),
    'End date': iso(fields.start + fields.seconds).slice(0, 10),
    'End time': iso(fields.start + fields.seconds).slice(11),
    Duration: duration(fields.seconds),
    Tags: fields.tags.join(', '),
  }),
};

t.test('what a CSV file says is what is imported, once, in every dress', async (t) => {
  const host = await startHost(t);
  const admin = await host.person({ role: 'admin', time_zone: 'UTC' });
  await host.db('settings').update({ data: JSON.stringify({ overlap_policy: 'allow' }) });

  const imported = async () => {
    const { rows } = await host.db.raw(`
      SELECT e.description, coalesce(p.name, '') AS project, coalesce(t.name, '') AS task, coalesce(c.name, '') AS client,
        ARRAY(SELECT name FROM tags WHERE id = ANY(e.tag_ids) ORDER BY name) AS tags, e.billable,
        extract(epoch FROM e.start_time)::int8 AS start, e.duration_seconds AS seconds
      FROM time_entries e LEFT JOIN projects p ON p.id = e.project_id LEFT JOIN clients c ON c.id = p.client_id
      LEFT JOIN tasks t ON t.id = e.task_id ORDER BY e.id`);
    return rows;
  };
  // Names that differ in case only are one project, in its first spelling; only generated data has them.
  const oneSpelling = (rows: Row[]) => {
    const seen = ['client', 'project', 'task'].map((key) =>
      rows.map((fields) => fields[key as 'client']),
    );
    return seen.every(
      (names) => new Set(names).size === new Set(names.map((n) => n.toLowerCase())).size,
    );
  };

  await fc.assert(
    fc.asyncProperty(
      fc.array(row, { minLength: 1, maxLength: 20 }).filter(oneSpelling),
      fc.constantFrom('generic' as const, 'toggl' as const),
      fc.constantFrom(',', ';', '\t'),
      fc.constantFrom('\n', '\r\n'),
      fc.boolean(),
      async (rows, format, delimiter, record_delimiter, bom) => {
        await host.db.raw(
          'TRUNCATE time_entries, imported_rows, imports, tasks, projects, clients, tags, project_members, period_locks',
        );
        const file = stringify(
          rows.map((fields) => writers[format](fields)),
          {
            header: true,
            delimiter,
            record_delimiter,
            bom,
            quoted_string: true,
          },
        );
        const tried = await importCsv(admin, Buffer.from(file), { format });
        const first = await importForGood(admin, Buffer.from(file), { format });
        t.same({ ...first.body, import_id: null, dry_run: true }, tried.body);
        t.match(first.body, { entries_created: rows.length, errors: [] });
        const expected = rows.map((fields) => ({ ...fields, tags: [...fields.tags].sort() }));
        t.same(await imported(), expected);
        const second = await importForGood(admin, Buffer.from(file), { format });
        t.match(second.body, { entries_created: 0, entries_skipped: rows.length });
        t.equal((await imported()).length, rows.length);
      },
    ),
    { numRuns: 60 },
  );
});
