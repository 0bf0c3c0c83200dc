import t from 'tap';
import { startHost } from '../fixtures/app.ts';
import { csvOf, importCsv, importFixture, importForGood } from '../fixtures/import-csv.ts';

const tables = [
  'time_entries',
  'clients',
  'projects',
  'tasks',
  'tags',
  'imports',
  'imported_rows',
  'events',
  'audit_log',
];
const toggl = importFixture('toggl.csv');
const generic = importFixture('generic.csv');
const mapping = { map_user: ['ada@old.example=ada@new.example', 'bo@old.example=BO@new.example'] };

async function startOffice(t: Parameters<typeof startHost>[0]) {
  const host = await startHost(t);
  const admin = await host.person({
    role: 'admin',
    email: 'admin@new.example',
    time_zone: 'Europe/Berlin',
  });
  const ada = await host.person({ email: 'ada@new.example', name: 'Ada' });
  const bo = await host.person({ role: 'manager', email: 'bo@new.example', name: 'Bo' });
  const counts = async () =>
    Object.fromEntries(
      await Promise.all(
        tables.map(async (table) => [table, Number((await host.db(table).count('* as n'))[0]?.n)]),
      ),
    );
  return { host, admin, ada, bo, counts };
}

t.test('a dry run', async (t) => {
  const { host, admin, ada, bo, counts } = await startOffice(t);

  t.test('tells what would be created and every bad row, and writes nothing', async (t) => {
    const before = await counts();
    const { status, body } = await importCsv(admin, toggl, mapping);
    t.equal(status, 200);
    t.match(body, {
      import_id: null,
      dry_run: true,
      format: 'toggl',
      rows: 4,
      entries_created: 3,
      entries_skipped: 0,
      duration_seconds_total: 5415 + 9000,
      errors_total: 1,
      warnings_total: 0,
    });
    t.same(body.clients_created, ['Northwind Kites']);
    t.same(body.projects_created, ['Website', 'Internal']);
    t.same(body.tasks_created, ['Design']);
    t.same(body.tags_created, ['design', 'urgent']);
    t.same(body.users, [
      { in_file: 'ada@old.example', user_id: ada.id },
      { in_file: 'bo@old.example', user_id: bo.id },
    ]);
    t.same(body.errors, [
      {
        line: 6,
        column: 'End time',
        value: '09:00:00',
        reason: 'The end lies before the start.',
        code: 'end_before_start',
      },
    ]);
    t.same(await counts(), before);
  });

  t.test('is what an import is that does not say otherwise', async (t) => {
    t.equal((await importCsv(admin, toggl, mapping)).body.dry_run, true);
  });

  t.test('reports unknown people and what to do about them', async (t) => {
    const { body } = await importCsv(admin, toggl);
    t.equal(body.entries_created, 0);
    t.match(body.errors[0], {
      line: 2,
      column: 'Email',
      value: 'ada@old.example',
      code: 'person_unknown',
    });
    t.same(body.users[0], { in_file: 'ada@old.example', user_id: null });
    t.same(body.projects_created, [], 'bad rows create nothing');
  });

  t.test('is exactly what the import then does', async (t) => {
    const tried = (await importCsv(admin, toggl, mapping)).body;
    const done = (await importForGood(admin, toggl, mapping)).body;
    t.same({ ...done, import_id: null, dry_run: true }, tried);
  });

  t.test('uses up no ids', async (t) => {
    const ids = ['clients', 'projects', 'tasks', 'tags', 'time_entries', 'imports'].map(
      async (table) => (await host.db(table).min('id as first').first())?.first,
    );
    t.same(await Promise.all(ids), [1, 1, 1, 1, 1, 1]);
  });
});

t.test('an import', async (t) => {
  const { host, admin, ada, bo, counts } = await startOffice(t);

  t.test('writes the good rows of a Toggl export and keeps them literal', async (t) => {
    const { body } = await importForGood(admin, toggl, mapping);
    t.equal(body.entries_created, 3);
    const entries = await host.db('time_entries').orderBy('id');
    t.match(entries[0], {
      user_id: ada.id,
      description: 'Sketches, first "round"',
      start_time: new Date('2024-05-06T07:00:00Z'),
      end_time: new Date('2024-05-06T08:30:15Z'),
      duration_seconds: 5415,
      billable: true,
      currency: 'EUR',
      source: 'import:toggl',
    });
    t.equal(entries[0].tag_ids.length, 2);
    t.ok(entries[0].task_id);
    t.match(entries[1], { description: '=SUM(A1:A9)', billable: false, task_id: null });
    t.same(entries[1].end_time, new Date('2024-05-06T23:00:00Z'), 'it crosses midnight');
    t.match(entries[2], { user_id: bo.id, description: 'Two\nlines', duration_seconds: 0 });
  });

  t.test('leaves an audit row and an event for everything it creates', async (t) => {
    for (const [table, name] of [
      ['audit_log', 'action'],
      ['events', 'type'],
    ] as const) {
      const rows = await host.db(table).select(name).count('* as n').groupBy(name).orderBy(name);
      t.same(
        rows.map((row) => `${row[name]} ${row.n}`),
        [
          'client.created 1',
          'entry.created 3',
          'import.created 1',
          'project.created 2',
          'tag.created 2',
          'task.created 1',
        ],
      );
    }
    const event = await host.db('events').where({ type: 'entry.created' }).first();
    t.match(event, { entity_type: 'time_entry', actor: { user_id: admin.id } });
    t.equal(event.data.description, 'Sketches, first "round"');
  });

  t.test('of the same file again changes nothing but the history', async (t) => {
    const before = await counts();
    const { body } = await importForGood(admin, toggl, mapping);
    t.match(body, {
      entries_created: 0,
      entries_skipped: 3,
      duration_seconds_total: 0,
      errors_total: 1,
    });
    const { imports, events, audit_log, ...after } = await counts();
    t.match(before, after);
    t.equal(imports, before.imports + 1);
    t.equal(events, before.events + 1);
    t.equal(audit_log, before.audit_log + 1);
  });

  t.test('of a longer file brings in only what is new', async (t) => {
    const longer = `${toggl.trimEnd()}\nAda Lovage,ada@old.example,Northwind Kites,Website,,More,No,2024-05-08,09:00,2024-05-08,10:00,01:00:00,,\n`;
    const { body } = await importForGood(admin, longer, mapping);
    t.match(body, { entries_created: 1, entries_skipped: 3, projects_created: [] });
  });

  t.test('takes two equal rows for two entries, once', async (t) => {
    const row = 'Standup,2024-06-03T09:00:00Z,0:15,ada@new.example';
    const file = csvOf('description,start,duration,user_email', row, row);
    t.equal((await importForGood(admin, file)).body.entries_created, 2);
    t.match((await importForGood(admin, file)).body, { entries_created: 0, entries_skipped: 2 });
    const third = csvOf('description,start,duration,user_email', row, row, row);
    t.match((await importForGood(admin, third)).body, { entries_created: 1, entries_skipped: 2 });
  });

  t.test('does not bring back what was deleted', async (t) => {
    await host
      .db('time_entries')
      .where({ description: 'Standup' })
      .update({ deleted_at: host.clock.now() });
    const row = 'Standup,2024-06-03T09:00:00Z,0:15,ada@new.example';
    const { body } = await importForGood(
      admin,
      csvOf('description,start,duration,user_email', row),
    );
    t.match(body, { entries_created: 0, entries_skipped: 1 });
  });

  t.test('with strict writes nothing when a row is bad', async (t) => {
    const before = await counts();
    const file = csvOf(
      'description,start,duration,project',
      'Good,2024-07-01T09:00,1:00,Fresh',
      'Bad,never,1:00,',
    );
    const { body } = await importForGood(admin, file, { strict: 'true' });
    t.match(body, {
      import_id: null,
      dry_run: false,
      entries_created: 0,
      projects_created: [],
      errors_total: 1,
    });
    t.match(body.errors[0], { line: 3, column: 'start', value: 'never', code: 'instant_invalid' });
    t.same(await counts(), before);
  });

  t.test('of one file, sent many times at once, creates one set', async (t) => {
    const lines = Array.from(
      { length: 50 },
      (_, i) => `Race ${i},2024-08-0${1 + (i % 9)}T09:00:00Z,0:10,Race`,
    );
    const file = csvOf('description,start,duration,project', ...lines);
    const answers = await Promise.all(Array.from({ length: 6 }, () => importForGood(admin, file)));
    t.same(
      answers.map(({ status }) => status),
      [200, 200, 200, 200, 200, 200],
    );
    t.same(
      answers.map(({ body }) => body.entries_created).sort((a, b) => a - b),
      [0, 0, 0, 0, 0, 50],
    );
    const [counted] = await host
      .db('time_entries')
      .whereLike('description', 'Race %')
      .count('* as n');
    t.equal(Number(counted?.n), 50);
  });

  t.test('waits for its turn, and is refused when too many wait', async (t) => {
    const file = csvOf('start,duration', '2024-08-19T09:00:00Z,0:10');
    const answers = await Promise.all(Array.from({ length: 30 }, () => importCsv(admin, file)));
    const refused = answers.filter(({ status }) => status !== 200);
    t.ok(refused.length > 0 && refused.length < 20);
    for (const { body } of refused) t.match(body, { status: 503, code: 'STINT_ERR_IMPORT_BUSY' });
    t.equal((await importCsv(admin, file)).status, 200);
  });

  t.test('under an idempotency key answers the same again', async (t) => {
    const send = () =>
      admin.post('/imports?dry_run=false', csvOf('start,duration', '2024-08-20T09:00:00Z,0:10'), {
        'content-type': 'text/csv',
        'idempotency-key': 'file-1',
      });
    const first = await send();
    t.equal(first.body.entries_created, 1);
    t.same((await send()).body, first.body);
  });
});

t.test('a generic file', async (t) => {
  const { host, admin, ada } = await startOffice(t);

  t.test('reads naive times in the zone of the request, and offsets as they are', async (t) => {
    const { body } = await importForGood(admin, generic, {
      ...mapping,
      time_zone: 'America/New_York',
    });
    t.equal(body.entries_created, 3);
    const entries = await host.db('time_entries').orderBy('id');
    t.same(
      entries.map(({ start_time }) => start_time.toISOString()),
      ['2024-05-06T13:00:00.000Z', '2024-05-06T13:00:00.000Z', '2024-05-08T11:15:00.000Z'],
    );
    t.same(
      entries.map(({ duration_seconds }) => duration_seconds),
      [5415, 3600, 93_600],
    );
    t.same(
      entries.map(({ billable }) => billable),
      [true, true, false],
      "the project's own where absent",
    );
    t.equal(entries[0].source, 'import:generic');
  });

  t.test('needs no more than start and duration, and belongs to the asker then', async (t) => {
    const { body } = await importForGood(
      ada,
      csvOf('Duration , START', '1:30,2024-09-02T10:00:00Z'),
    );
    t.match(body, {
      format: 'generic',
      entries_created: 1,
      users: [{ in_file: null, user_id: ada.id }],
    });
  });

  t.test('gets the rates that hold for its projects', async (t) => {
    const client = (
      await admin.post('/clients', { name: 'Payer', hourly_rate: '90.00', currency: 'USD' })
    ).body;
    await host
      .db('projects')
      .insert({ name: 'Paid', client_id: client.id, color: '#000000', billable: true });
    await importForGood(
      admin,
      csvOf('start,duration,client,project', '2024-09-03T10:00:00Z,1:00,payer,PAID'),
    );
    const entry = await host
      .db('time_entries')
      .where({ start_time: '2024-09-03T10:00:00Z' })
      .first();
    t.match(entry, { hourly_rate: '90.00', currency: 'USD', billable: true });
  });
});

t.test('the history of imports', async (t) => {
  const { admin, ada, bo } = await startOffice(t);
  const file = csvOf('start,duration', '2024-09-02T10:00:00Z,1:30');
  for (const caller of [ada, bo]) await importForGood(caller, file);
  await importCsv(ada, file);

  t.test('holds what was written, and shows people their own', async (t) => {
    const { body } = await ada.get('/imports');
    t.equal(body.data.length, 1);
    t.match(body.data[0], {
      user_id: ada.id,
      format: 'generic',
      counts: { rows: 1, entries_created: 1, duration_seconds_total: 5400 },
    });
  });
  t.test('shows administrators all', async (t) => {
    t.same(
      (await admin.get('/imports')).body.data.map((row: { user_id: number }) => row.user_id),
      [bo.id, ada.id],
    );
  });
});

t.test('a file that cannot be read as a whole', async (t) => {
  const { host, admin } = await startOffice(t);
  const refusals: [
    string,
    string | Buffer | undefined,
    Record<string, string>,
    number,
    string,
    RegExp,
  ][] = [
    ['is refused when it is empty', '', {}, 422, 'STINT_ERR_IMPORT_EMPTY', /header row/],
    ['is refused when there is none', undefined, {}, 422, 'STINT_ERR_IMPORT_EMPTY', /header row/],
    [
      'is refused when it holds only blank lines',
      ' \n\r\n',
      {},
      422,
      'STINT_ERR_IMPORT_EMPTY',
      /header row/,
    ],
    [
      'is refused with its line when it is Latin-1',
      Buffer.from('start,duration\nx,y\nJosé,1', 'latin1'),
      {},
      422,
      'STINT_ERR_IMPORT_ENCODING',
      /line 3/,
    ],
    [
      'is refused when it is UTF-16 that does not say so',
      Buffer.from('start,duration\n', 'utf16le'),
      {},
      422,
      'STINT_ERR_IMPORT_ENCODING',
      /line 1/,
    ],
    [
      'is refused when no format knows its header',
      'a,b\n1,2',
      {},
      422,
      'STINT_ERR_IMPORT_FORMAT_UNKNOWN',
      /"a", "b"/,
    ],
    [
      'is refused when a column is missing',
      'start,end\n',
      { format: 'toggl' },
      422,
      'STINT_ERR_IMPORT_COLUMN_MISSING',
      /Start date/,
    ],
    [
      'is refused when a column stands there twice',
      'start,Start,end\n',
      {},
      422,
      'STINT_ERR_IMPORT_COLUMN_TWICE',
      /start/,
    ],
    [
      'is refused when its format is not one',
      'start,end\n',
      { format: 'excel' },
      400,
      'STINT_ERR_REQUEST_INVALID',
      /excel/,
    ],
    [
      'is refused when its zone is not one',
      'start,end\n',
      { time_zone: 'Mars/Base' },
      400,
      'STINT_ERR_REQUEST_INVALID',
      /Mars/,
    ],
    [
      'is refused when its dates can be read in two ways',
      'start,end\n03/04/2024 9:00 AM,03/04/2024 5:00 PM',
      {},
      422,
      'STINT_ERR_IMPORT_DATE_AMBIGUOUS',
      /03\/04\/2024/,
    ],
  ];
  for (const [title, file, query, status, code, detail] of refusals) {
    t.test(title, async (t) => {
      const { body } = await importCsv(admin, file as string, query);
      t.match(body, { status, code, detail });
    });
  }

  t.test('is refused when it is no CSV by its content type', async (t) => {
    const refused = await admin.post('/imports', { start: 1 });
    t.equal(refused.status, 415);
  });

  t.test('is refused when it is larger than 25 MB', async (t) => {
    const refused = await importCsv(admin, Buffer.alloc(25 * 1024 * 1024 + 1, 'a'));
    t.equal(refused.status, 413);
  });

  t.test('with a header only has no rows, and that is fine', async (t) => {
    t.match((await importCsv(admin, 'start,end\n')).body, {
      rows: 0,
      entries_created: 0,
      errors_total: 0,
    });
  });

  t.test('needs the scope write:imports', async (t) => {
    const reader = await host.person({ scopes: ['read:me'] });
    t.equal((await importCsv(reader, generic)).body.code, 'STINT_ERR_SCOPE_MISSING');
    t.equal((await reader.get('/imports')).body.code, 'STINT_ERR_SCOPE_MISSING');
  });
});
