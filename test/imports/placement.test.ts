import t from 'tap';
import { startHost } from '../fixtures/app.ts';
import { csvOf, importCsv, importForGood } from '../fixtures/import-csv.ts';

const columns = 'start,duration,client,project,task,tags';
const row = (rest: string) => csvOf(columns, `2024-05-06T09:00Z,1:00,${rest}`);

t.test('where the rows of an import stand', async (t) => {
  const host = await startHost(t);
  const admin = await host.person({ role: 'admin' });
  const manager = await host.person({ role: 'manager' });
  const member = await host.person({ email: 'member@new.example', name: 'Mel' });
  const [acme, gone] = await host
    .db('clients')
    .insert([{ name: 'Äcme' }, { name: 'Gone', archived_at: host.clock.now() }])
    .returning('id');
  const project = { color: '#000000' };
  const [open, closed, secret, inner] = await host
    .db('projects')
    .insert([
      { ...project, name: 'Open', client_id: acme.id, billable: false },
      { ...project, name: 'Closed', archived_at: host.clock.now() },
      { ...project, name: 'Secret', visibility: 'members' },
      { ...project, name: 'Inner', visibility: 'members' },
      { ...project, name: 'Twice', client_id: acme.id },
      { ...project, name: 'Twice', client_id: gone.id },
    ])
    .returning('id');
  await host.db('project_members').insert({ project_id: inner.id, user_id: member.id });
  t.ok(closed.id && secret.id);

  t.test('is a project that has the name in any case', async (t) => {
    const { body } = await importForGood(member, row('äCME,oPEN,,'));
    t.match(body, { entries_created: 1, projects_created: [], clients_created: [] });
    t.match(await host.db('time_entries').first(), { project_id: open.id, billable: false });
  });

  t.test('is the only project of that name where the row has no client', async (t) => {
    t.match((await importCsv(member, row(',Open,,'))).body, {
      entries_created: 1,
      projects_created: [],
    });
    const { body } = await importCsv(manager, row(',Twice,,'));
    t.match(body.errors, [
      { code: 'project_ambiguous', value: 'Twice', reason: /name the client/ },
    ]);
  });

  t.test('is not an archived project, and the reason says so', async (t) => {
    const { body } = await importCsv(admin, row(',Closed,,'));
    t.match(body.errors, [
      { line: 2, column: 'project', value: 'Closed', code: 'project_archived', reason: /archived/ },
    ]);
  });

  t.test('is not a new project of an archived client', async (t) => {
    t.match((await importCsv(admin, row('Gone,New,,'))).body.errors, [
      { column: 'client', code: 'client_archived' },
    ]);
  });

  t.test('is not a project that the user may not use, whoever asks', async (t) => {
    t.match((await importCsv(member, row(',Secret,,'))).body.errors, [{ code: 'project_unknown' }]);
    t.equal((await importCsv(member, row(',Inner,,'))).body.entries_created, 1);
    const forMember = await importCsv(admin, row(',Secret,,'), {
      default_user: 'member@new.example',
    });
    t.match(forMember.body.errors, [{ code: 'project_unknown', reason: /Mel/ }]);
    t.equal((await importCsv(manager, row(',Secret,,'))).body.entries_created, 1);
  });

  t.test('is a new project only where a manager asks', async (t) => {
    t.match((await importCsv(member, row(',Brand new,,'))).body.errors, [
      { code: 'project_unknown', reason: /managers/ },
    ]);
    t.match((await importCsv(manager, row('Someone,Brand new,,'))).body, {
      clients_created: ['Someone'],
      projects_created: ['Brand new'],
    });
  });

  t.test('may be a new task with new tags for everyone', async (t) => {
    t.match((await importCsv(member, row('Äcme,Open,Fresh,"b, a,B"'))).body, {
      tasks_created: ['Fresh'],
      tags_created: ['a', 'b'],
    });
  });

  t.test('is nothing new at all with create_missing=false', async (t) => {
    const file = csvOf(
      columns,
      '2024-05-06T09:00Z,1:00,,Brand new,,',
      '2024-05-06T09:00Z,1:00,Äcme,Open,Fresh,',
      '2024-05-06T09:00Z,1:00,Äcme,Open,,"a,b"',
    );
    const { body } = await importCsv(admin, file, { create_missing: 'false' });
    t.match(body.errors, [
      { line: 2, code: 'project_unknown', reason: /create_missing/ },
      { line: 3, code: 'task_unknown', value: 'Fresh' },
      { line: 4, code: 'tag_unknown', value: 'a, b' },
    ]);
  });

  t.test('one new name in several spellings is created once, as first written', async (t) => {
    const file = csvOf(
      columns,
      '2024-05-07T09:00Z,1:00,Cl,Pr,Ta,Tg',
      '2024-05-07T10:00Z,1:00,CL,PR,TA,TG',
      '2024-05-07T11:00Z,1:00,,pr,ta,tg',
    );
    const { body } = await importForGood(manager, file);
    t.match(body, { clients_created: ['Cl'], tasks_created: ['Ta', 'ta'], tags_created: ['Tg'] });
    t.same(body.projects_created, ['Pr', 'pr'], 'without a client it is another project');
    t.same((await importForGood(manager, file)).body.projects_created, []);
  });

  t.test('is not a locked period, except for administrators', async (t) => {
    await host
      .db('period_locks')
      .insert({ starts_on: '2023-03-01', ends_on: '2023-03-31', user_id: member.id });
    const file = csvOf(
      'start,duration',
      '2023-02-28T23:30Z,1:00',
      '2023-02-28T23:00Z,1:00',
      '2023-04-01T00:00Z,1:00',
    );
    const { body } = await importCsv(member, file);
    t.match(body.errors, [
      {
        line: 2,
        column: 'start',
        value: '2023-02-28T23:30Z',
        code: 'period_locked',
        reason: /2023-03-01 to 2023-03-31/,
      },
    ]);
    t.equal(body.entries_created, 2);
    t.equal(
      (await importCsv(admin, file, { default_user: 'member@new.example' })).body.entries_created,
      3,
    );
  });

  t.test('a task without a project is refused, a client without one is told', async (t) => {
    t.match((await importCsv(member, row(',,Lonely,'))).body.errors, [
      { column: 'task', code: 'task_without_project' },
    ]);
    t.match((await importCsv(member, row('Äcme,,,'))).body, {
      entries_created: 1,
      warnings: [{ column: 'client', code: 'client_without_project' }],
    });
  });
});

t.test('rows that overlap', async (t) => {
  const host = await startHost(t);
  const member = await host.person();
  const policy = (overlap_policy: string) =>
    host.db('settings').update({ data: JSON.stringify({ overlap_policy }) });
  await policy('allow');
  await importForGood(member, csvOf('start,end', '2024-05-06T09:00Z,2024-05-06T10:00Z'));
  const file = csvOf(
    'start,end',
    '2024-05-06T10:00Z,2024-05-06T11:00Z',
    '2024-05-06T09:59Z,2024-05-06T10:30Z',
    '2024-05-06T10:15Z,2024-05-06T10:45Z',
    '2024-05-06T11:00Z,2024-05-06T12:00Z',
    '2024-05-06T11:00Z,2024-05-06T11:00Z',
  );

  t.test('are all imported where that is allowed', async (t) => {
    t.match((await importCsv(member, file)).body, { entries_created: 5, warnings_total: 0 });
  });

  t.test('are imported with a warning each where that is asked for', async (t) => {
    await policy('warn');
    const { body } = await importCsv(member, file);
    t.equal(body.entries_created, 5);
    t.same(
      body.warnings.map((w: { line: number }) => w.line),
      [2, 3, 4],
    );
  });

  t.test(
    'are bad rows where overlaps are forbidden; a refused row is in nobody’s way',
    async (t) => {
      await policy('forbid');
      const { body } = await importForGood(member, file);
      t.same(
        body.errors.map((e: { line: number; value: string; code: string }) => [
          e.line,
          e.value,
          e.code,
        ]),
        [
          [3, '2024-05-06T09:59Z', 'overlap'],
          [4, '2024-05-06T10:15Z', 'overlap'],
        ],
      );
      t.equal(body.entries_created, 3);
    },
  );
});
