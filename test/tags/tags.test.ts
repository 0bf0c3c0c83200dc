import { setTimeout } from 'node:timers/promises';
import t from 'tap';
import { startHost } from '../fixtures/app.ts';
import { makeTag } from '../fixtures/work.ts';

const hour = (day: number, fields: object = {}) => ({
  start_time: `2025-01-${String(day).padStart(2, '0')}T09:00:00`,
  end_time: `2025-01-${String(day).padStart(2, '0')}T10:00:00`,
  ...fields,
});

t.test('tags', async (t) => {
  const host = await startHost(t);
  const manager = await host.person({ role: 'manager' });
  const member = await host.person();

  t.test('are added by everyone, renamed and deleted by managers', async (t) => {
    const created = await member.post('/tags', { name: 'Meeting', color: '#336699' });
    t.equal(created.status, 201);
    t.match(created.body, { name: 'Meeting', color: '#336699', version: 1 });
    const path = `/tags/${created.body.id}`;
    t.equal(created.headers.location, `/api/v1${path}`);
    t.equal((await member.patch(path, { name: 'Mine' })).status, 403);
    t.equal((await member.delete(path)).status, 403);
    const renamed = await manager.patch(path, { name: 'Meetings', color: null });
    t.match(renamed.body, { name: 'Meetings', color: null, version: 2 });
    t.equal((await manager.delete(path)).status, 204);
    t.equal((await member.get(path)).status, 404);
    const trail = await host.db('audit_log').where({ entity_type: 'tag' }).orderBy('id');
    t.same(
      trail.map((row) => row.action),
      ['tag.created', 'tag.updated', 'tag.deleted'],
    );
  });

  t.test('have a name that is unique in any case', async (t) => {
    await member.post('/tags', { name: 'Größe' });
    const refused = await member.post('/tags', { name: 'GRÖßE' });
    t.equal(refused.status, 409);
    t.equal(refused.body.code, 'STINT_ERR_DUPLICATE');
  });

  t.test('are refused on stale data', async (t) => {
    const { body, headers } = await manager.post('/tags', { name: 'Stale' });
    const ifMatch = { 'if-match': headers.etag as string };
    t.equal((await manager.patch(`/tags/${body.id}`, { name: 'a' }, ifMatch)).status, 200);
    t.equal((await manager.patch(`/tags/${body.id}`, { name: 'b' }, ifMatch)).status, 412);
  });

  t.test('are listed in pages, and found by a part of their name', async (t) => {
    for (const name of ['list b', 'List A', 'list c']) await member.post('/tags', { name });
    const first = await member.get('/tags?search=LIST&limit=2');
    t.match(first.body.data, [{ name: 'List A' }, { name: 'list b' }]);
    const second = await member.get(`/tags?search=LIST&cursor=${first.body.next_cursor}`);
    t.match(second.body.data, [{ name: 'list c' }]);
  });
});

t.test('deleting a tag', async (t) => {
  const host = await startHost(t);
  const manager = await host.person({ role: 'manager' });
  const member = await host.person();

  t.test(
    'takes it off every entry, each with its own event, and leaves others alone',
    async (t) => {
      const [tag, kept] = [await makeTag(host.db), await makeTag(host.db)];
      const { body: both } = await member.post('/time-entries', hour(1, { tag_ids: [tag, kept] }));
      const { body: alone } = await member.post('/time-entries', hour(2, { tag_ids: [tag] }));
      const { body: other } = await member.post('/time-entries', hour(3, { tag_ids: [kept] }));
      host.clock.advance({ minutes: 5 });
      t.equal((await manager.delete(`/tags/${tag}`)).status, 204);

      const read = async (id: number) => (await member.get(`/time-entries/${id}`)).body;
      t.match(await read(both.id), {
        tag_ids: [kept],
        version: 2,
        updated_at: '2025-01-27T12:05:00+00:00',
        duration_seconds: 3600,
      });
      t.match(await read(alone.id), { tag_ids: [], version: 2 });
      t.match(await read(other.id), { tag_ids: [kept], version: 1 });

      const events = await host.db('events').where({ type: 'entry.updated' }).orderBy('entity_id');
      t.same(
        events.map(({ entity_id, seq, data, former }) => [
          entity_id,
          seq,
          data.tag_ids,
          former.tag_ids,
        ]),
        [
          [both.id, 2, [kept], [tag, kept]],
          [alone.id, 2, [], [tag]],
        ],
      );
      const trail = await host
        .db('audit_log')
        .where({ entity_type: 'time_entry', entity_id: alone.id, action: 'entry.updated' });
      t.match(trail, [{ actor_id: manager.id, changes: { tag_ids: [[tag], []] } }]);
    },
  );

  t.test(
    'takes it off deleted entries in silence, so that it cannot be restored with one',
    async (t) => {
      const tag = await makeTag(host.db);
      const { body: entry } = await member.post('/time-entries', hour(4, { tag_ids: [tag] }));
      await member.delete(`/time-entries/${entry.id}`);
      await manager.delete(`/tags/${tag}`);
      const types = await host.db('events').where({ entity_id: entry.id }).pluck('type');
      t.notOk(types.includes('entry.updated'));
      const restored = await member.post(`/time-entries/${entry.id}/restore`);
      t.match(restored, { status: 200, body: { tag_ids: [] } });
    },
  );

  t.test('waits for an entry that is being given it, and takes it off that one too', async (t) => {
    const tag = await makeTag(host.db);
    const trx = await host.db.transaction();
    await trx.raw('SELECT FROM tags WHERE id = ? FOR KEY SHARE', [tag]);
    const [entry] = await trx('time_entries')
      .insert({
        user_id: member.id,
        start_time: '2025-01-09T09:00:00Z',
        end_time: '2025-01-09T10:00:00Z',
        tag_ids: [tag],
      })
      .returning('id');
    const deleting = manager.delete(`/tags/${tag}`);
    t.equal(await Promise.race([deleting, setTimeout(200, 'waits')]), 'waits');
    await trx.commit();
    t.equal((await deleting).status, 204);
    t.match(await host.db('time_entries').where({ id: entry.id }).first(), { tag_ids: [] });
  });

  t.test('does not block an edit that has its entry already and asks for the tag', async (t) => {
    const tag = await makeTag(host.db);
    const { body: entry } = await member.post('/time-entries', hour(10, { tag_ids: [tag] }));
    const trx = await host.db.transaction();
    await trx.raw('SELECT FROM time_entries WHERE id = ? FOR NO KEY UPDATE', [entry.id]);
    const deleting = manager.delete(`/tags/${tag}`);
    t.equal(await Promise.race([deleting, setTimeout(200, 'waits')]), 'waits');
    await trx.raw('SELECT FROM tags WHERE id = ? FOR KEY SHARE NOWAIT', [tag]);
    await trx.commit();
    t.equal((await deleting).status, 204);
  });

  t.test('cannot be undone by entries that are given it at the same time', async (t) => {
    for (let round = 0; round < 5; round += 1) {
      const tag = await makeTag(host.db);
      const { body: old } = await member.post('/time-entries', hour(5, { tag_ids: [tag] }));
      const { body: plain } = await member.post('/time-entries', hour(6));
      const answers = await Promise.all([
        member.post('/time-entries', hour(7, { tag_ids: [tag] })),
        member.patch(`/time-entries/${plain.id}`, { tag_ids: [tag] }),
        manager.delete(`/tags/${tag}`),
        member.patch(`/time-entries/${old.id}`, { description: 'edited', tag_ids: [tag] }),
        member.post('/time-entries', hour(8, { tag_ids: [tag] })),
      ]);
      t.notOk(
        answers.some(({ status }) => status >= 500),
        `no answer fails: ${answers.map(({ status }) => status)}`,
      );
      t.equal(answers[2]?.status, 204);
      const left = await host.db('time_entries').whereRaw('tag_ids @> ARRAY[?::int]', [tag]);
      t.same(left, []);
    }
  });
});
