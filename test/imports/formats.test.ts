/** Each format by a small file of our own, as the tool it is named for writes it. */
import { strToU8, zipSync } from 'fflate';
import t from 'tap';
import { startHost } from '../fixtures/app.ts';
import { importCsv, importFixture, importForGood } from '../fixtures/import-csv.ts';

const people = {
  map_user: ['ada@old.example=ada@new.example', 'Ada Example=ada@new.example'],
};

async function startOffice(t: Parameters<typeof startHost>[0]) {
  const host = await startHost(t);
  const admin = await host.person({ role: 'admin', time_zone: 'Europe/Berlin' });
  const ada = await host.person({ email: 'ada@new.example', time_zone: 'Europe/Berlin' });
  const entries = async () => {
    const { rows } = await host.db.raw(
      `SELECT c.name AS client, p.name AS project, k.name AS task, e.description, e.billable, e.source, e.user_id,
         to_char(e.start_time AT TIME ZONE 'Europe/Berlin', 'MM-DD HH24:MI:SS') AS start, e.duration_seconds,
         array(SELECT name FROM tags WHERE id = ANY(e.tag_ids) ORDER BY name) AS tags
       FROM time_entries e LEFT JOIN projects p ON p.id = e.project_id LEFT JOIN clients c ON c.id = p.client_id
       LEFT JOIN tasks k ON k.id = e.task_id ORDER BY e.start_time`,
    );
    return rows;
  };
  return { host, admin, ada, entries };
}

const wireframes = {
  client: 'Northwind Kites',
  project: 'Website',
  task: 'Design',
  description: 'Wireframes',
  billable: true,
  start: '05-13 09:00:00',
  duration_seconds: 5415,
  tags: ['sketch', 'urgent'],
};
const bookkeeping = {
  client: null,
  project: null,
  task: null,
  description: 'Bookkeeping',
  billable: false,
  start: '05-14 23:30:00',
  duration_seconds: 2700,
  tags: [],
};
const deployment = {
  task: 'Build',
  description: 'Deployment',
  billable: false,
  duration_seconds: 2700,
};

const table = [
  { format: 'clockify', rows: 3, errors: 1, expected: [wireframes, bookkeeping] },
  {
    format: 'kimai',
    rows: 2,
    errors: 0,
    expected: [
      { ...wireframes, duration_seconds: 5400 },
      { ...deployment, start: '05-13 23:30:00' },
    ],
  },
  {
    format: 'harvest',
    rows: 3,
    errors: 0,
    expected: [
      { ...wireframes, duration_seconds: 5400, tags: [] },
      { ...deployment, start: '05-13 10:30:00', duration_seconds: 900 },
      { description: 'A long day', start: '05-14 00:00:00', duration_seconds: 72_000 },
    ],
  },
  { format: 'solidtime', rows: 2, errors: 0, expected: [wireframes, bookkeeping] },
  { format: 'timetracker', rows: 2, errors: 0, expected: [wireframes, bookkeeping] },
];

for (const { format, rows, errors, expected } of table) {
  t.test(`a file of ${format} is known by its header and read whole, once`, async (t) => {
    const { admin, ada, entries } = await startOffice(t);
    const file = importFixture(`${format}.csv`);
    const dry = await importCsv(admin, file, people);
    t.equal(dry.status, 200, JSON.stringify(dry.body));
    t.match(dry.body, {
      format,
      rows,
      errors_total: errors,
      entries_created: expected.length,
      clients_created: ['Northwind Kites'],
      projects_created: ['Website'],
    });
    t.same(await entries(), [], 'a dry run writes nothing');
    const { body } = await importForGood(admin, file, people);
    t.same({ ...body, import_id: null, dry_run: true }, dry.body);
    t.match(
      await entries(),
      expected.map((entry) => ({ ...entry, user_id: ada.id, source: `import:${format}` })),
    );
    const again = await importForGood(admin, file, people);
    t.match(again.body, { entries_created: 0, entries_skipped: expected.length });
    t.same(again.body.projects_created, []);
  });
}

t.test('a bad row of Clockify is told by line, column, value and reason', async (t) => {
  const { admin } = await startOffice(t);
  const { body } = await importCsv(admin, importFixture('clockify.csv'), people);
  t.match(body.errors, [
    { line: 4, column: 'Start Time', value: '25:00:00', code: 'time_invalid', reason: /14:05/ },
  ]);
});

t.test('dates that could be read in two ways are asked about, not guessed', async (t) => {
  const { admin } = await startOffice(t);
  const file = importFixture('clockify.csv').replaceAll(/05\/1[345]\/2024/g, '03/04/2024');
  const { status, body } = await importCsv(admin, file, people);
  t.equal(status, 422);
  t.equal(body.code, 'STINT_ERR_IMPORT_DATE_AMBIGUOUS');
});

t.test(
  'a longer Harvest file adds its new rows alone, though its day is laid out anew',
  async (t) => {
    const { admin, entries } = await startOffice(t);
    const file = importFixture('harvest.csv');
    await importForGood(admin, file, people);
    const added = file.replace(
      '\n2024-05-14',
      '\n2024-05-13,Northwind Kites,Website,,Build,Call,"0.5",No,No,No,Ada,Example,,Yes,0,0,0,0,Euro - EUR,\n2024-05-14',
    );
    const { body } = await importForGood(admin, added, people);
    t.match(body, { entries_created: 1, entries_skipped: 3, errors_total: 0 });
    t.match((await entries())[2], { description: 'Call', start: '05-13 10:45:00' });
  },
);

t.test('the projects of Clockify come with tasks, rate, estimate and archive, once', async (t) => {
  const { host, admin } = await startOffice(t);
  const file = importFixture('clockify-projects.csv');
  const { body } = await importForGood(admin, file);
  t.match(body, {
    format: 'clockify_projects',
    rows: 2,
    entries_created: 0,
    errors_total: 0,
    clients_created: ['Northwind Kites'],
    projects_created: ['Website', 'Old shop'],
    tasks_created: ['Build', 'Design'],
  });
  t.match(await host.db('projects').orderBy('name', 'desc'), [
    { name: 'Website', billable: true, hourly_rate: '80.10', estimate_seconds: 145_800 },
    { name: 'Old shop', billable: false, hourly_rate: null, archived_at: Date },
  ]);
  const again = await importForGood(admin, file);
  t.match(again.body, { errors_total: 0, projects_created: [], tasks_created: [] });
});

const archive = (files: Record<string, string>) =>
  Buffer.from(
    zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)]))),
  );
const solidtime = {
  'meta.json': '{"version":"1.0"}',
  'clients.csv': 'id,name,organization_id,archived_at\nc1,Northwind Kites,o1,\n',
  'projects.csv':
    'id,name,color,billable_rate,is_public,client_id,organization_id,is_billable,archived_at\np1,Website,#123abc,8010,true,c1,o1,true,\np2,Old shop,#000000,,true,,o1,false,2024-01-01T00:00:00Z\n',
  'tasks.csv': 'id,name,project_id,organization_id\nt1,Design,p1,o1\nt2,Build,p1,o1\n',
  'tags.csv': 'id,name,organization_id\ng1,sketch,o1\ng2,urgent,o1\n',
  'members.csv': 'id,user_id,name,email\nm1,u1,Ada Example,ada@old.example\n',
  'time_entries.csv':
    'id,description,start,end,billable_rate,billable,member_id,client_id,project_id,task_id,tags\ne1,Wireframes,2024-05-13T07:00:00Z,2024-05-13T08:30:15Z,,true,m1,c1,p1,t1,"[""g1"",""g2""]"\ne2,Bookkeeping,2024-05-14T21:30:00Z,2024-05-14T22:15:00Z,,false,m1,,,,[]\n',
};

t.test('an archive of solidtime is read whole, once', async (t) => {
  const { host, admin, entries } = await startOffice(t);
  const send = (bytes: Buffer) =>
    admin.post('/imports?dry_run=false&map_user=ada@old.example=ada@new.example', bytes, {
      'content-type': 'application/zip',
    });
  const { status, body } = await send(archive(solidtime));
  t.equal(status, 200, JSON.stringify(body));
  t.match(body, { format: 'solidtime_archive', entries_created: 2, errors_total: 0 });
  t.match(await entries(), [wireframes, bookkeeping]);
  t.match(await host.db('projects').orderBy('name', 'desc'), [
    { name: 'Website', color: '#123abc', hourly_rate: '80.10', archived_at: null },
    { name: 'Old shop', billable: false, archived_at: Date },
  ]);
  t.match((await send(archive(solidtime))).body, { entries_created: 0, entries_skipped: 2 });
  const { 'members.csv': _, ...less } = solidtime;
  for (const bytes of [
    archive(less),
    archive({ 'a.txt': 'x' }),
    archive(solidtime).subarray(0, 99),
  ]) {
    const refused = await send(bytes);
    t.equal(refused.status, 422);
    t.equal(refused.body.code, 'STINT_ERR_IMPORT_ARCHIVE');
  }
});
