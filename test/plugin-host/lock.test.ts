import { setTimeout as sleep } from 'node:timers/promises';
import t from 'tap';
import { openDatabase } from '../../core/infra/database.ts';
import { makeLock } from '../../core/plugin-host/context/lock.ts';
import { createTestDatabase } from '../../core/sdk/testkit/database.ts';

t.test('ctx.lock', async (t) => {
  const database = await createTestDatabase();
  t.teardown(() => database.drop());
  const here = makeLock(database.db, 'mill');

  t.test('lets one work at a time, in order, for each key', async (t) => {
    const seen: string[] = [];
    const work = (name: string) => async () => {
      seen.push(`${name} starts`);
      await sleep(20);
      seen.push(`${name} ends`);
      return name;
    };
    const done = await Promise.all([here('a', work('1')), here('a', work('2'))]);
    t.same(done, ['1', '2']);
    t.same(seen, ['1 starts', '1 ends', '2 starts', '2 ends']);
  });

  t.test(
    'works on different keys at once, and on many more than there are connections',
    async (t) => {
      let [now, most] = [0, 0];
      const work = async () => {
        now += 1;
        most = Math.max(most, now);
        await database.db.raw('SELECT pg_sleep(0.01)');
        now -= 1;
      };
      await Promise.all(Array.from({ length: 40 }, (_, i) => here(`key ${i}`, work)));
      t.ok(most > 1 && most <= 3, String(most));
    },
  );

  t.test('holds against another process, and ends with what throws', async (t) => {
    // A pool of its own is what another process has.
    const db = openDatabase(database.connectionString, 2);
    t.teardown(() => db.destroy());
    const there = makeLock(db, 'mill');
    const seen: string[] = [];
    await t.rejects(
      here('b', () => Promise.reject(new Error('broken'))),
      { message: 'broken' },
    );
    const first = here('b', async () => {
      await sleep(200);
      seen.push('here');
    });
    await sleep(50);
    await there('b', async () => void seen.push('there'));
    await first;
    t.same(seen, ['here', 'there']);
  });

  t.test('is refused inside of itself', async (t) => {
    await t.rejects(
      here('c', () => here('d', async () => {})),
      { message: /wait for itself/ },
    );
  });
});
