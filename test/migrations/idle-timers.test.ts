import { readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import t from 'tap';
import { createTestDatabase } from '../fixtures/database.ts';

const directory = fileURLToPath(new URL('../../migrations', import.meta.url));

t.test('what people set about idle timers becomes settings of the plugin', async (t) => {
  const { db, drop } = await createTestDatabase();
  t.teardown(drop);
  await db.raw('DROP SCHEMA public CASCADE; CREATE SCHEMA public');
  const files = (await readdir(directory)).sort();
  const own = files.findIndex((file) => file.endsWith('_idle_timers.ts'));
  for (const name of files.slice(0, own)) await db.migrate.up({ directory, name });
  await db('users').insert([
    { email: 'a@example.com', name: 'Both', idle_ask_after_minutes: 0, idle_stop_after_minutes: 5 },
    { email: 'b@example.com', name: 'One', idle_ask_after_minutes: 30 },
    { email: 'c@example.com', name: 'None' },
  ]);
  const data = { currency: 'USD', idle_ask_after_minutes: 60 };
  await db('settings').update({ data: JSON.stringify(data) });
  await db.migrate.up({ directory, name: files[own] });

  const rows = await db('plugin_settings').orderBy('user_id', 'asc', 'first');
  t.strictSame(
    rows.map((row) => [row.plugin_id, row.user_id, row.data]),
    [
      ['idle_timers', null, { ask_after_minutes: 60 }],
      ['idle_timers', 1, { ask_after_minutes: 0, stop_after_minutes: 5 }],
      ['idle_timers', 2, { ask_after_minutes: 30 }],
    ],
  );
  t.strictSame((await db('settings').first('data')).data, { currency: 'USD' });
  t.notOk(await db.schema.hasColumn('users', 'idle_ask_after_minutes'));
});
