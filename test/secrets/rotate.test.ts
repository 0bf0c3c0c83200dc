import { setTimeout } from 'node:timers/promises';
import type { Knex } from 'knex';
import t, { type Test } from 'tap';
import type { KeyRing } from '../../core/secrets/key-ring.ts';
import { rotateSecrets } from '../../core/secrets/rotate.ts';
import { readSecrets, writeSecret } from '../../core/secrets/store.ts';
import { createTestDatabase } from '../fixtures/database.ts';
import { openKeys, randomKey } from '../fixtures/secret-keys.ts';

interface Keys {
  db: Knex;
  before: KeyRing;
  /** The old key still decrypts. */
  both: KeyRing;
}

const OWNERS = 60;

async function fill(t: Test): Promise<Keys> {
  const { db, drop } = await createTestDatabase();
  t.teardown(drop);
  const old = `old:${randomKey()}`;
  const before = await openKeys(db, old);
  for (let i = 0; i < OWNERS; i++) await writeSecret(db, before, `o:${i}`, '/p', `secret ${i}`);
  return { db, before, both: await openKeys(db, `new:${randomKey()},${old}`) };
}

const underOld = async (db: Knex) => (await db('secrets').where({ key_id: 'old' })).length;

t.test('rotation encrypts everything under the current key, in batches, and once', async (t) => {
  const { db, both } = await fill(t);
  t.same(await rotateSecrets(db, both, 7), { rotated: OWNERS, unreadable: [], left: 0 });
  t.equal(await underOld(db), 0);
  for (let i = 0; i < OWNERS; i++) {
    t.same(await readSecrets(db, both, `o:${i}`), { '/p': `secret ${i}` });
  }
  t.same(await rotateSecrets(db, both, 7), { rotated: 0, unreadable: [], left: 0 });
});

t.test('rotation that was cut off goes on where it was', async (t) => {
  const { db, both } = await fill(t);
  let updates = 0;
  const cut = (query: { sql: string }) => {
    if (query.sql.startsWith('update') && ++updates > 20) throw new Error('cut off');
  };
  db.on('query', cut);
  await t.rejects(rotateSecrets(db, both, 7), { message: 'cut off' });
  db.removeListener('query', cut);
  t.equal(await underOld(db), OWNERS - 20);
  t.match(await rotateSecrets(db, both, 7), { rotated: OWNERS - 20, left: 0 });
});

t.test('others read and write while keys are rotated, and no write is lost', async (t) => {
  const { db, both } = await fill(t);
  let done = false;
  const reading = (async () => {
    let reads = 0;
    for (; !done; reads++) {
      const i = reads % OWNERS;
      const { '/p': value } = await readSecrets(db, both, `o:${i}`);
      if (!value?.endsWith(` ${i}`)) throw new Error(`o:${i} was ${value}`);
    }
    return reads;
  })();
  const writing = Promise.all(
    Array.from({ length: OWNERS / 2 }, (_, i) =>
      writeSecret(db, both, `o:${2 * i}`, '/p', `changed ${2 * i}`),
    ),
  );
  await rotateSecrets(db, both, 5);
  await writing;
  done = true;
  t.ok((await reading) > 0);
  t.equal(await underOld(db), 0);
  for (let i = 0; i < OWNERS; i++) {
    const value = `${i % 2 ? 'secret' : 'changed'} ${i}`;
    t.same(await readSecrets(db, both, `o:${i}`), { '/p': value });
  }
});

t.test(
  'a row that changes between reading and rotating it is left as it was written',
  async (t) => {
    const { db, both } = await fill(t);
    const writer = await db.transaction();
    await writeSecret(writer, both, 'o:0', '/p', 'newer');
    const rotation = rotateSecrets(db, both);
    const isWaiting = async () =>
      (
        await db('pg_stat_activity')
          .where({ wait_event_type: 'Lock' })
          .whereLike('query', 'update%')
      ).length > 0;
    while (!(await isWaiting())) await setTimeout(10);
    await writer.commit();
    t.match(await rotation, { rotated: OWNERS - 1, left: 0 });
    t.same(await readSecrets(db, both, 'o:0'), { '/p': 'newer' });
  },
);

t.test('what does not decrypt is named and left, and holds up nothing else', async (t) => {
  const { db, both } = await fill(t);
  await db('secrets').where({ owner: 'o:3' }).update({ owner: 'moved' });
  t.same(await rotateSecrets(db, both, 7), {
    rotated: OWNERS - 1,
    unreadable: [{ owner: 'moved', path: '/p', code: 'STINT_ERR_SECRET_TAMPERED' }],
    left: 1,
  });
});
