import { join } from 'node:path';
import t from 'tap';
import { scopes } from '../../core/auth/scopes.ts';
import { fixturePlugins, startPluginHost } from '../fixtures/plugin-app.ts';

const ledger = join(fixturePlugins, 'ledger');
const all = [...scopes, 'read:ledger', 'write:ledger'];

t.test("a plugin's transaction", async (t) => {
  const host = await startPluginHost(t, [ledger]);
  const person = await host.person({ scopes: all });
  const write = (id: number, text: string) =>
    person.post('/api/plugins/ledger/lines', { id, text });
  const kept = async () => ({
    lines: (await host.db.raw('SELECT id FROM plugin_ledger.lines ORDER BY id')).rows,
    events: await host.db('events').where({ type: 'ledger.line_written' }).pluck('entity_id'),
    links: await host.db('external_links').pluck('local_id'),
    kv: await host.db('plugin_kv').where('key', 'like', 'line:%').pluck('key'),
    jobs: Number((await host.db('graphile_worker.jobs').count().first())?.count),
  });

  t.test('commits rows, events, jobs, links and what is remembered together', async (t) => {
    const written = await write(1, 'one');
    t.equal(written.status, 201);
    t.equal(written.headers['x-line'], '1');
    t.match(await kept(), { lines: [{ id: 1 }], events: [1], links: [1], kv: ['line:1'] });
    t.ok((await kept()).jobs > 0);
    await host.runJobs();
    t.match(await host.db('plugin_kv').where({ key: 'copied' }).first(), { value: [1] });
    t.match(await host.db('plugin_kv').where({ key: 'heard' }).first(), {
      value: [[{ type: 'ledger.line', id: 1 }, 'one']],
    });
  });

  t.test('leaves none of them when it fails', async (t) => {
    const before = await kept();
    t.equal((await write(2, 'fail')).status, 502);
    t.same(await kept(), before);
    t.equal((await write(1, 'again')).status, 502, 'the row is there already');
    t.same(await kept(), before);
  });

  t.test('goes back to the pool with nothing of the plugin on it', async (t) => {
    t.equal((await write(3, 'silent')).status, 204);
    for (let time = 0; time < 20; time += 1) {
      const { rows } = await host.db.raw('SHOW search_path');
      t.notMatch(rows[0].search_path, /plugin_ledger/);
    }
  });
});

t.test('what a plugin is told', async (t) => {
  const host = await startPluginHost(t, [ledger], { now: '2025-01-27T12:00:00Z' });
  const anna = await host.person({ scopes: all, time_zone: 'Asia/Tokyo', locale: 'de' });
  const ben = await host.person({ scopes: all, time_zone: 'America/New_York' });
  const away = await host.person({ scopes: all });
  const read = async (key: string) =>
    (await host.db('plugin_kv').where({ plugin_id: 'ledger', key }).first())?.value;
  const at = async (now: string) => {
    host.clock.set(now);
    await host.runCrons();
    await host.runJobs();
  };

  t.test('on a public route is nobody, whoever asks', async (t) => {
    t.same((await anna.get('/api/plugins/ledger/open')).body, { user: null });
  });

  t.test('of settings is everybody who set something and is still here', async (t) => {
    const settings = { greet_at: '18:00', key: 'canary-of-anna' };
    t.equal((await anna.put('/me/plugins/ledger/settings', settings)).status, 200);
    await away.put('/me/plugins/ledger/settings', { greet_at: '12:00' });
    await host.db('users').where({ id: away.id }).update({ active: false });
    t.same((await ben.get('/api/plugins/ledger/people')).body, [
      { id: anna.id, zone: 'Asia/Tokyo', key: 'canary-of-anna' },
    ]);
  });

  t.test('by a schedule is the person and their day; a failure is tried again', async (t) => {
    await at('2025-01-28T08:59:00Z');
    t.equal(await read('greeted'), undefined);
    await at('2025-01-28T09:00:00Z');
    const greeting = ['Asia/Tokyo', 'de', '2025-01-28', '18:00'];
    t.same(await read('greeted'), [greeting], 'at 18:00 in Tokyo');
    await at('2025-01-28T09:05:00Z');
    t.same(await read('greeted'), [greeting, greeting], 'again, since it failed');
    await at('2025-01-28T09:06:00Z');
    await at('2025-01-28T09:07:00Z');
    t.equal((await read('greeted')).length, 2, 'and not once more');
  });

  t.test('by a pattern is the minute, once however often it is looked at', async (t) => {
    await at('2025-01-29T03:00:20Z');
    await at('2025-01-29T03:00:50Z');
    t.same(await read('nights'), ['2025-01-29T03:00:00.000Z']);
  });

  t.test('later comes when the clock of the host is there', async (t) => {
    await ben.post('/api/plugins/ledger/later', { id: 7 });
    await host.runJobs();
    host.clock.advance({ minutes: 59 });
    await host.runJobs();
    t.equal(await read('copied'), undefined);
    host.clock.advance({ minutes: 1 });
    await host.runJobs();
    t.same(await read('copied'), [7]);
  });
});
