import t from 'tap';
import { startHost } from '../fixtures/app.ts';
import { changeSettings, makeClient, makeProject, makeTask } from '../fixtures/work.ts';

const names = (body: { data: { name: string }[] }) => body.data.map(({ name }) => name);

t.test('projects', async (t) => {
  const host = await startHost(t);
  const manager = await host.person({ role: 'manager' });
  const member = await host.person();

  t.test(
    'a manager creates one and everyone reads it, but only managers see its rate',
    async (t) => {
      const client_id = await makeClient(host.db, { name: 'Acme', currency: 'USD' });
      const created = await manager.post('/projects', {
        client_id,
        name: 'Website',
        code: 'WEB',
        color: '#336699',
        hourly_rate: '85',
        estimate_seconds: 36_000,
      });
      t.equal(created.status, 201);
      t.match(created.body, {
        client_id,
        client: { id: client_id, name: 'Acme' },
        currency: 'USD',
        name: 'Website',
        code: 'WEB',
        color: '#336699',
        billable: true,
        hourly_rate: '85.00',
        estimate_seconds: 36_000,
        visibility: 'everyone',
        archived_at: null,
        version: 1,
        created_at: '2025-01-27T12:00:00+00:00',
      });
      t.equal(created.headers.location, `/api/v1/projects/${created.body.id}`);
      const read = await member.get(`/projects/${created.body.id}`);
      t.match(read.body, { name: 'Website', hourly_rate: null, client: { name: 'Acme' } });
      t.equal(read.headers.etag, created.headers.etag);
      const list = await member.get('/projects?search=web');
      t.match(list.body.data, [{ name: 'Website', hourly_rate: null, currency: 'USD' }]);
    },
  );

  t.test(
    "one without a client has the instance's currency, and a colour of its name",
    async (t) => {
      await changeSettings(host.db, { currency: 'CHF' });
      const { body } = await manager.post('/projects', { name: 'Internal' });
      t.match(body, { client_id: null, client: null, currency: 'CHF' });
      const again = await manager.post('/projects', {
        name: 'Internal',
        client_id: await makeClient(host.db),
      });
      t.equal(again.body.color, body.color);
    },
  );

  t.test('a member may not create, edit or delete one', async (t) => {
    const id = await makeProject(host.db);
    for (const refused of [
      await member.post('/projects', { name: 'Mine' }),
      await member.patch(`/projects/${id}`, { hourly_rate: '999.00' }),
      await member.delete(`/projects/${id}`),
    ]) {
      t.equal(refused.status, 403);
      t.equal(refused.body.code, 'STINT_ERR_FORBIDDEN');
    }
  });

  t.test('a code is unique in any case, and so is a name with the same client', async (t) => {
    await manager.post('/projects', { name: 'One', code: 'DUP' });
    const code = await manager.post('/projects', { name: 'Two', code: 'dup' });
    t.equal(code.status, 409);
    t.match(code.body, { code: 'STINT_ERR_DUPLICATE', detail: /code/ });
    const name = await manager.post('/projects', { name: 'ONE' });
    t.match(name.body, { code: 'STINT_ERR_DUPLICATE', detail: /name with the same client/ });
  });

  t.test('its client has to exist and not to be archived', async (t) => {
    const unknown = await manager.post('/projects', { name: 'Lost', client_id: 9999 });
    t.equal(unknown.status, 404);
    t.match(unknown.body, { errors: [{ pointer: '/client_id' }], detail: /9999/ });
    const archived = await makeClient(host.db, { archived_at: new Date() });
    const refused = await manager.post('/projects', { name: 'Late', client_id: archived });
    t.equal(refused.status, 422);
    t.match(refused.body, {
      code: 'STINT_ERR_CLIENT_ARCHIVED',
      errors: [{ pointer: '/client_id' }],
    });
    const moved = await manager.patch(`/projects/${await makeProject(host.db)}`, {
      client_id: archived,
    });
    t.equal(moved.body.code, 'STINT_ERR_CLIENT_ARCHIVED');
  });

  t.test('one whose client was archived can still be edited', async (t) => {
    const client_id = await makeClient(host.db, { archived_at: new Date() });
    const id = await makeProject(host.db, { client_id });
    const edited = await manager.patch(`/projects/${id}`, { client_id, notes: 'closing' });
    t.match(edited.body, { notes: 'closing', client: { id: client_id } });
  });

  t.test('archiving keeps its time and its running timer, and can be undone', async (t) => {
    const id = await makeProject(host.db);
    const { body: entry } = await manager.post('/time-entries', {
      project_id: id,
      start_time: '2025-01-27T09:00:00',
      end_time: '2025-01-27T10:00:00',
    });
    await manager.post('/timer/start', { project_id: id });
    const archived = await manager.patch(`/projects/${id}`, { archived: true });
    t.equal(archived.body.archived_at, '2025-01-27T12:00:00+00:00');
    t.equal((await manager.get(`/time-entries/${entry.id}`)).body.project_id, id);
    t.equal((await host.db('time_entries').where({ project_id: id, end_time: null })).length, 1);
    await manager.post('/timer/stop', {});
    const undone = await manager.patch(`/projects/${id}`, { archived: false });
    t.equal(undone.body.archived_at, null);
  });

  t.test('an edit on stale data is refused', async (t) => {
    const { body, headers } = await manager.post('/projects', { name: 'Stale' });
    const ifMatch = { 'if-match': headers.etag as string };
    t.equal((await manager.patch(`/projects/${body.id}`, { notes: 'a' }, ifMatch)).status, 200);
    t.equal((await manager.patch(`/projects/${body.id}`, { notes: 'b' }, ifMatch)).status, 412);
  });

  t.test('a new rate does not reach time already recorded', async (t) => {
    const id = await makeProject(host.db, { hourly_rate: '50.00' });
    const { body: entry } = await manager.post('/time-entries', {
      project_id: id,
      start_time: '2025-01-26T09:00:00',
      end_time: '2025-01-26T10:00:00',
    });
    await manager.patch(`/projects/${id}`, { hourly_rate: '70.00' });
    const row = await host.db('time_entries').where({ id: entry.id }).first();
    t.equal(row.hourly_rate, '50.00');
    t.equal(row.version, 1);
  });

  t.test('every change leaves an audit row and an event', async (t) => {
    const { body } = await manager.post('/projects', { name: 'Traced' });
    await manager.patch(`/projects/${body.id}`, { hourly_rate: '10.00' });
    await manager.delete(`/projects/${body.id}`);
    const trail = await host
      .db('audit_log')
      .where({ entity_type: 'project', entity_id: body.id })
      .orderBy('id');
    t.same(
      trail.map((row) => row.action),
      ['project.created', 'project.updated', 'project.deleted'],
    );
    t.same(trail[1].changes, { hourly_rate: [null, '10.00'] });
  });
});

t.test('deleting a project', async (t) => {
  const host = await startHost(t);
  const manager = await host.person({ role: 'manager' });

  t.test('is refused while time stands on it, deleted time included', async (t) => {
    const id = await makeProject(host.db);
    const entry = { user_id: manager.id, project_id: id };
    await host.db('time_entries').insert([
      { ...entry, start_time: '2025-01-20T09:00:00Z', end_time: '2025-01-20T10:00:00Z' },
      {
        ...entry,
        start_time: '2025-01-21T09:00:00Z',
        end_time: '2025-01-21T10:00:00Z',
        deleted_at: '2025-01-26T10:00:00Z',
      },
    ]);
    const refused = await manager.delete(`/projects/${id}`);
    t.equal(refused.status, 409);
    t.match(refused.body, { code: 'STINT_ERR_PROJECT_HAS_TIME', detail: /: 2\)/ });
    t.equal((await manager.get(`/projects/${id}`)).status, 200);
  });

  t.test('takes its tasks and members along, and says so', async (t) => {
    const id = await makeProject(host.db);
    const tasks = [await makeTask(host.db, id), await makeTask(host.db, id)];
    await host.db('project_members').insert({ project_id: id, user_id: manager.id });
    t.equal((await manager.delete(`/projects/${id}`)).status, 204);
    t.equal((await manager.get(`/projects/${id}`)).status, 404);
    for (const task of tasks) t.equal((await manager.get(`/tasks/${task}`)).status, 404);
    const events = await host.db('events').orderBy('position');
    t.same(
      events.map((event) => [event.type, event.entity_id]),
      [
        ['project.member_removed', id],
        ...tasks.map((task) => ['task.deleted', task]),
        ['project.deleted', id],
      ],
    );
  });

  t.test('cannot race with time being recorded on it', async (t) => {
    const id = await makeProject(host.db);
    const answers = await Promise.all([
      manager.delete(`/projects/${id}`),
      ...[1, 2, 3].map((day) =>
        manager.post('/time-entries', {
          project_id: id,
          start_time: `2025-01-0${day}T09:00:00`,
          end_time: `2025-01-0${day}T10:00:00`,
        }),
      ),
    ]);
    const [deleted, ...created] = answers.map(({ status }) => status);
    const recorded = created.filter((status) => status === 201).length;
    t.equal(deleted, recorded > 0 ? 409 : 204);
    t.notOk(created.some((status) => status >= 500));
  });
});

t.test('a project for members only', async (t) => {
  const host = await startHost(t);
  const manager = await host.person({ role: 'manager' });
  const insider = await host.person();
  const outsider = await host.person();
  const { body: project } = await manager.post('/projects', {
    name: 'Secret',
    visibility: 'members',
  });
  await manager.put(`/projects/${project.id}/members/${insider.id}`, {});

  t.test('has its creator as first member', async (t) => {
    const { body } = await manager.get(`/projects/${project.id}/members`);
    t.same(
      body.data.map((row: { user_id: number }) => row.user_id),
      [manager.id, insider.id],
    );
  });

  t.test('is there for members and managers, and for nobody else', async (t) => {
    const other = await host.person({ role: 'manager' });
    for (const caller of [manager, insider, other]) {
      t.equal((await caller.get(`/projects/${project.id}`)).status, 200);
      t.same(names((await caller.get('/projects')).body), ['Secret']);
    }
    t.equal((await outsider.get(`/projects/${project.id}`)).status, 404);
    t.equal((await outsider.get(`/projects/${project.id}/members`)).status, 404);
    t.same((await outsider.get('/projects?include_total=true')).body, {
      data: [],
      next_cursor: null,
      total: 0,
    });
  });
});

t.test('a list of projects', async (t) => {
  const host = await startHost(t);
  const manager = await host.person({ role: 'manager' });
  const acme = await makeClient(host.db);
  for (const project of [
    { name: 'delta', client_id: acme },
    { name: 'Alpha', code: 'X-1' },
    { name: 'charlie', client_id: acme },
    { name: 'Bravo' },
  ]) {
    await manager.post('/projects', project);
    host.clock.advance({ minutes: 1 });
  }

  t.test('pages by cursor', async (t) => {
    const first = await manager.get('/projects?limit=3&include_total=true');
    t.same(names(first.body), ['Alpha', 'Bravo', 'charlie']);
    t.equal(first.body.total, 4);
    const second = await manager.get(`/projects?limit=3&cursor=${first.body.next_cursor}`);
    t.same(names(second.body), ['delta']);
    t.equal(second.body.next_cursor, null);
  });

  t.test('sorts by creation, and filters by client, text, archive and last change', async (t) => {
    const list = async (query: string) => names((await manager.get(`/projects?${query}`)).body);
    t.same(await list('sort=-created_at'), ['Bravo', 'charlie', 'Alpha', 'delta']);
    t.same(await list(`client_id=${acme}`), ['charlie', 'delta']);
    t.same(await list('search=x-1'), ['Alpha']);
    t.same(await list('search=LTA'), ['delta']);
    t.same(await list('search=%25'), []);
    t.same(await list('modified_after=2025-01-27T12:02:00Z'), ['Bravo', 'charlie']);
    const { body } = await manager.get('/projects?search=Bravo');
    await manager.patch(`/projects/${body.data[0].id}`, { archived: true });
    t.same(await list('archived=true'), ['Bravo']);
    t.same(await list('archived=false'), ['Alpha', 'charlie', 'delta']);
  });
});
