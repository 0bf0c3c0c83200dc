import t from 'tap';
import { startHost } from '../fixtures/app.ts';
import { makeProject } from '../fixtures/work.ts';

t.test('members of a project', async (t) => {
  const host = await startHost(t);
  const manager = await host.person({ role: 'manager' });
  const member = await host.person({ name: 'Zoe' });
  const other = await host.person({ name: 'adam' });

  const changes = (id: number) =>
    host.db('events').where({ entity_type: 'project', entity_id: id }).orderBy('position');

  t.test(
    'are added, given a rate and removed by a manager, and each change is recorded',
    async (t) => {
      const id = await makeProject(host.db);
      const path = `/projects/${id}/members/${member.id}`;
      const added = await manager.put(path, { hourly_rate: '60' });
      t.equal(added.status, 201);
      t.same(added.body, {
        project_id: id,
        user_id: member.id,
        user: { id: member.id, name: 'Zoe' },
        hourly_rate: '60.00',
        created_at: '2025-01-27T12:00:00+00:00',
      });
      const updated = await manager.put(path, { hourly_rate: '65.50' });
      t.equal(updated.status, 200);
      t.equal(updated.body.hourly_rate, '65.50');
      t.equal((await manager.delete(path)).status, 204);
      t.equal((await manager.delete(path)).status, 404);
      const image = (hourly_rate: string) => ({ id, user_id: member.id, hourly_rate });
      t.same(
        (await changes(id)).map(({ type, data, former }) => [type, data, former]),
        [
          ['project.member_added', image('60.00'), null],
          ['project.member_updated', image('65.50'), { hourly_rate: '60.00' }],
          ['project.member_removed', image('65.50'), null],
        ],
      );
      const trail = await host
        .db('audit_log')
        .where({ entity_id: id, action: 'project.member_updated' })
        .first();
      t.same(trail.changes, { hourly_rate: ['60.00', '65.50'] });
    },
  );

  t.test('keep their rate when it is left out, lose it when it is null', async (t) => {
    const id = await makeProject(host.db);
    const path = `/projects/${id}/members/${member.id}`;
    await manager.put(path, { hourly_rate: '60.00' });
    t.equal((await manager.put(path, {})).body.hourly_rate, '60.00');
    await manager.put(path, { hourly_rate: '60' });
    t.equal((await changes(id)).length, 1, 'nothing changed, so nothing is recorded');
    t.equal((await manager.put(path, { hourly_rate: null })).body.hourly_rate, null);
  });

  t.test('are listed by name to whoever sees the project, rates to managers only', async (t) => {
    const id = await makeProject(host.db);
    await manager.put(`/projects/${id}/members/${member.id}`, { hourly_rate: '60.00' });
    await manager.put(`/projects/${id}/members/${other.id}`, {});
    const seen = await member.get(`/projects/${id}/members`);
    t.match(seen.body.data, [
      { user: { name: 'adam' }, hourly_rate: null },
      { user: { name: 'Zoe' }, hourly_rate: null },
    ]);
    const first = await manager.get(`/projects/${id}/members?sort=-name&limit=1`);
    t.match(first.body.data, [{ user_id: member.id, hourly_rate: '60.00' }]);
    const second = await manager.get(
      `/projects/${id}/members?sort=-name&limit=1&cursor=${first.body.next_cursor}`,
    );
    t.match(second.body.data, [{ user_id: other.id }]);
    t.equal(second.body.next_cursor, null);
  });

  t.test('cannot be changed by a member', async (t) => {
    const id = await makeProject(host.db);
    for (const refused of [
      await member.put(`/projects/${id}/members/${member.id}`, { hourly_rate: '500.00' }),
      await member.delete(`/projects/${id}/members/${member.id}`),
    ])
      t.equal(refused.status, 403);
  });

  t.test('have to be users, and their project has to be there', async (t) => {
    const id = await makeProject(host.db);
    const user = await manager.put(`/projects/${id}/members/99999`, {});
    t.equal(user.status, 404);
    t.match(user.body.detail, /user 99999/);
    const project = await manager.put(`/projects/99999/members/${member.id}`, {});
    t.match(project.body, { status: 404, detail: /project 99999/ });
    const amount = await manager.put(`/projects/${id}/members/${member.id}`, { hourly_rate: 60 });
    t.match(amount.body, { status: 400, errors: [{ pointer: '/hourly_rate' }] });
  });

  t.test('added twice at once are there once', async (t) => {
    const id = await makeProject(host.db);
    const path = `/projects/${id}/members/${member.id}`;
    const answers = await Promise.all([1, 2, 3, 4].map(() => manager.put(path, {})));
    t.same(answers.map(({ status }) => status).sort(), [200, 200, 200, 201]);
    t.equal((await changes(id)).length, 1);
  });

  t.test(
    'of a private project lose sight of it with their membership, but not of their time',
    async (t) => {
      const id = await makeProject(host.db, { visibility: 'members' });
      await manager.put(`/projects/${id}/members/${member.id}`, { hourly_rate: '60.00' });
      const entry = await member.post('/time-entries', {
        project_id: id,
        start_time: '2025-01-27T09:00:00',
        end_time: '2025-01-27T10:00:00',
      });
      t.equal(entry.status, 201);
      await manager.delete(`/projects/${id}/members/${member.id}`);
      t.equal((await member.get(`/projects/${id}`)).status, 404);
      t.equal((await member.get(`/time-entries/${entry.body.id}`)).status, 200);
      const row = await host.db('time_entries').where({ id: entry.body.id }).first();
      t.equal(row.hourly_rate, '60.00');
    },
  );
});
