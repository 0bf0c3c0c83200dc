import t from 'tap';
import { startHost } from '../fixtures/app.ts';
import { makeProject, makeTask } from '../fixtures/work.ts';

const names = (body: { data: { name: string }[] }) => body.data.map(({ name }) => name);

t.test('tasks', async (t) => {
  const host = await startHost(t);
  const manager = await host.person({ role: 'manager' });
  const member = await host.person();
  const outsider = await host.person();
  const project_id = await makeProject(host.db);
  const secret = await makeProject(host.db, { visibility: 'members' });
  await host.db('project_members').insert({ project_id: secret, user_id: member.id });

  t.test('are added and edited by whoever may use their project', async (t) => {
    const created = await member.post('/tasks', {
      project_id: secret,
      name: 'Login page',
      description: 'With a form',
      priority: 'high',
      assignee_id: member.id,
      due_on: '2025-02-01',
      estimate_seconds: 7200,
      external_ref: 'github:acme/shop#42',
      external_url: 'https://github.com/acme/shop/issues/42',
    });
    t.equal(created.status, 201);
    t.match(created.body, {
      project_id: secret,
      name: 'Login page',
      status: 'todo',
      priority: 'high',
      assignee_id: member.id,
      due_on: '2025-02-01',
      estimate_seconds: 7200,
      external_ref: 'github:acme/shop#42',
      external_url: 'https://github.com/acme/shop/issues/42',
      version: 1,
    });
    const path = created.headers.location?.replace('/api/v1', '') as string;
    const edited = await member.patch(path, { status: 'done', due_on: null });
    t.match(edited.body, { status: 'done', due_on: null, version: 2 });
    t.equal((await manager.get(path)).body.status, 'done');
  });

  t.test('link only to what a browser opens as a page', async (t) => {
    for (const external_url of ['javascript:alert(1)', 'data:text/html,x', '/tasks', 'shop']) {
      const refused = await member.post('/tasks', { project_id: secret, name: 'x', external_url });
      t.equal(refused.status, 400, external_url);
      t.match(refused.body.errors, [{ pointer: '/external_url' }]);
    }
  });

  t.test('of a project that somebody may not see are not there', async (t) => {
    const id = await makeTask(host.db, secret, { name: 'Hidden' });
    t.equal((await outsider.get(`/tasks/${id}`)).status, 404);
    t.equal((await outsider.patch(`/tasks/${id}`, { name: 'x' })).status, 404);
    t.same((await outsider.get(`/tasks?project_id=${secret}`)).body.data, []);
    const refused = await outsider.post('/tasks', { project_id: secret, name: 'x' });
    t.equal(refused.status, 404);
    t.match(refused.body.errors, [{ pointer: '/project_id' }]);
  });

  t.test('are not added to an archived project, but its own can still be finished', async (t) => {
    const archived = await makeProject(host.db, { archived_at: new Date() });
    const id = await makeTask(host.db, archived);
    const refused = await member.post('/tasks', { project_id: archived, name: 'Late' });
    t.equal(refused.status, 422);
    t.match(refused.body, {
      code: 'STINT_ERR_TASK_PROJECT_ARCHIVED',
      errors: [{ pointer: '/project_id' }],
    });
    t.equal((await member.patch(`/tasks/${id}`, { status: 'done' })).status, 200);
  });

  t.test('never move to another project', async (t) => {
    const id = await makeTask(host.db, project_id);
    const refused = await manager.patch(`/tasks/${id}`, { project_id: secret });
    t.equal(refused.status, 400);
    t.match(refused.body.errors, [{ pointer: '/project_id' }]);
  });

  t.test('are given only to active users who may use the project', async (t) => {
    const gone = await host.person({ active: false });
    for (const [assignee_id, on, status] of [
      [outsider.id, secret, 422],
      [gone.id, project_id, 422],
      [99_999, project_id, 422],
      [outsider.id, project_id, 201],
      [manager.id, secret, 201],
    ] as const) {
      const answer = await manager.post('/tasks', { project_id: on, name: 'Given', assignee_id });
      t.equal(answer.status, status, `user ${assignee_id} on ${on}`);
      if (status === 422) {
        t.match(answer.body, {
          code: 'STINT_ERR_ASSIGNEE_UNUSABLE',
          errors: [{ pointer: '/assignee_id' }],
        });
      }
    }
  });

  t.test('of somebody who left can be edited, but not be given to them again', async (t) => {
    const gone = await host.person();
    const id = await makeTask(host.db, project_id, { assignee_id: gone.id });
    await host.db('users').where({ id: gone.id }).update({ active: false });
    const kept = await manager.patch(`/tasks/${id}`, { assignee_id: gone.id, name: 'Kept' });
    t.equal(kept.status, 200);
    await manager.patch(`/tasks/${id}`, { assignee_id: null });
    t.equal((await manager.patch(`/tasks/${id}`, { assignee_id: gone.id })).status, 422);
  });

  t.test('are deleted by managers, unless time stands on them', async (t) => {
    const id = await makeTask(host.db, project_id);
    t.equal((await member.delete(`/tasks/${id}`)).status, 403);
    const entry = await member.post('/time-entries', {
      task_id: id,
      start_time: '2025-01-27T09:00:00',
      end_time: '2025-01-27T10:00:00',
    });
    await member.delete(`/time-entries/${entry.body.id}`);
    const refused = await manager.delete(`/tasks/${id}`);
    t.equal(refused.status, 409);
    t.match(refused.body, { code: 'STINT_ERR_TASK_HAS_TIME', detail: /: 1\)/ });
    t.equal((await manager.delete(`/tasks/${await makeTask(host.db, project_id)}`)).status, 204);
  });

  t.test('are refused on stale data and with wrong fields', async (t) => {
    const { body, headers } = await member.post('/tasks', { project_id, name: 'Stale' });
    const ifMatch = { 'if-match': headers.etag as string };
    t.equal((await member.patch(`/tasks/${body.id}`, { name: 'a' }, ifMatch)).status, 200);
    t.equal((await member.patch(`/tasks/${body.id}`, { name: 'b' }, ifMatch)).status, 412);
    const refused = await member.post('/tasks', {
      project_id,
      name: 'x'.repeat(201),
      status: 'open',
      due_on: '2025-02-30',
    });
    t.same(refused.body.errors.map((fault: { pointer: string }) => fault.pointer).sort(), [
      '/due_on',
      '/name',
      '/status',
    ]);
  });

  t.test('leave an audit row and an event with every change', async (t) => {
    const { body } = await member.post('/tasks', { project_id, name: 'Traced' });
    await member.patch(`/tasks/${body.id}`, { status: 'in_progress' });
    await manager.delete(`/tasks/${body.id}`);
    const trail = await host
      .db('audit_log')
      .where({ entity_type: 'task', entity_id: body.id })
      .orderBy('id');
    t.same(
      trail.map((row) => [row.action, row.actor_id]),
      [
        ['task.created', member.id],
        ['task.updated', member.id],
        ['task.deleted', manager.id],
      ],
    );
    t.same(trail[1].changes, { status: ['todo', 'in_progress'] });
  });
});

t.test('a list of tasks', async (t) => {
  const host = await startHost(t);
  const member = await host.person();
  const [shop, site] = [await makeProject(host.db), await makeProject(host.db)];
  for (const task of [
    { project_id: shop, name: 'delta', due_on: '2025-03-01', external_ref: 'a#1' },
    { project_id: shop, name: 'Alpha', status: 'done', external_ref: 'a#10' },
    { project_id: site, name: 'charlie', due_on: '2025-02-01', assignee_id: member.id },
    { project_id: site, name: 'Bravo' },
  ]) {
    await member.post('/tasks', task);
    host.clock.advance({ minutes: 1 });
  }
  const list = async (query: string) => names((await member.get(`/tasks?${query}`)).body);

  t.test('is filtered by project, status, assignee, reference, text and last change', async (t) => {
    t.same(await list(''), ['delta', 'Alpha', 'charlie', 'Bravo']);
    t.same(await list(`project_id=${shop}`), ['delta', 'Alpha']);
    t.same(await list('status=done'), ['Alpha']);
    t.same(await list(`assignee_id=${member.id}`), ['charlie']);
    t.same(await list('external_ref=a%231'), ['delta']);
    t.same(await list('search=ALPH'), ['Alpha']);
    t.same(await list('modified_after=2025-01-27T12:03:00Z'), ['Bravo']);
  });

  t.test('pages in every order, and puts tasks without a due day after the others', async (t) => {
    for (const [sort, expected] of [
      ['name', ['Alpha', 'Bravo', 'charlie', 'delta']],
      ['-updated_at', ['Bravo', 'charlie', 'Alpha', 'delta']],
      ['due_on', ['charlie', 'delta', 'Alpha', 'Bravo']],
      ['-due_on', ['Bravo', 'Alpha', 'delta', 'charlie']],
    ] as const) {
      const seen: string[] = [];
      for (let cursor: string | null = ''; cursor !== null; ) {
        const page = await member.get(
          `/tasks?sort=${sort}&limit=1${cursor && `&cursor=${cursor}`}`,
        );
        seen.push(...names(page.body));
        cursor = page.body.next_cursor;
      }
      t.same(seen, expected, sort);
    }
  });
});
