import type { Knex } from 'knex';
import t from 'tap';
import { parseKeyRing } from '../../core/secrets/key-ring.ts';
import {
  deleteSecrets,
  listSecretPaths,
  readIntactSecrets,
  readSecrets,
  replaceSecrets,
  writeSecret,
} from '../../core/secrets/store.ts';
import { createTestDatabase } from '../fixtures/database.ts';
import { openKeys, randomKey } from '../fixtures/secret-keys.ts';

const { db, drop } = await createTestDatabase();
t.teardown(drop);
const keys = await openKeys(db);

/** Tables that hold the text anywhere, as text or as bytes. */
async function findInClear(db: Knex, text: string): Promise<string[]> {
  const tables: { name: string }[] = await db('pg_tables')
    .select({ name: db.raw(`format('%I.%I', schemaname, tablename)`) })
    .whereNotIn('schemaname', ['information_schema', 'pg_catalog']);
  const found = [];
  for (const { name } of tables) {
    const { rows } = await db.raw(
      `SELECT count(*) AS n FROM ${name} AS row WHERE row::text LIKE ? OR row::text LIKE ?`,
      [`%${text}%`, `%${Buffer.from(text).toString('hex')}%`],
    );
    if (rows[0].n > 0) found.push(name);
  }
  return found;
}

t.test('secrets are kept by owner and path, and a later one replaces', async (t) => {
  await writeSecret(db, keys, 'connection:1', '/token', 'first');
  await writeSecret(db, keys, 'connection:1', '/token', 'second 🔑');
  await writeSecret(db, keys, 'connection:1', '/hook', 'third');
  await writeSecret(db, keys, 'connection:2', '/token', 'other');
  t.same(await readSecrets(db, keys, 'connection:1'), { '/token': 'second 🔑', '/hook': 'third' });
  t.same(await readSecrets(db, keys, 'connection:2'), { '/token': 'other' });
  t.same(await readSecrets(db, keys, 'connection:3'), {});
  t.same(await listSecretPaths(db, 'connection:1'), ['/hook', '/token']);
});

t.test('one secret or all of an owner are deleted', async (t) => {
  for (const path of ['/a', '/b', '/c']) await writeSecret(db, keys, 'gone', path, 'x');
  t.equal(await deleteSecrets(db, 'gone', '/b'), 1);
  t.same(await listSecretPaths(db, 'gone'), ['/a', '/c']);
  t.equal(await deleteSecrets(db, 'gone'), 2);
  t.same(await listSecretPaths(db, 'gone'), []);
  t.same(await listSecretPaths(db, 'connection:1'), ['/hook', '/token']);
});

t.test('all secrets of an owner are replaced at once', async (t) => {
  await replaceSecrets(db, keys, 'whole', { '/a': '1', '/b': '2' });
  await replaceSecrets(db, keys, 'whole', { '/b': '3', '/c': '4' });
  t.same(await readSecrets(db, keys, 'whole'), { '/b': '3', '/c': '4' });
  await replaceSecrets(db, keys, 'whole', {});
  t.same(await readSecrets(db, keys, 'whole'), {});
});

t.test('a write that is rolled back leaves nothing', async (t) => {
  const failing = db.transaction(async (trx) => {
    await writeSecret(trx, keys, 'rolled back', '/token', 'x');
    t.same(await readSecrets(trx, keys, 'rolled back'), { '/token': 'x' });
    throw new Error('no');
  });
  await t.rejects(failing, { message: 'no' });
  t.same(await listSecretPaths(db, 'rolled back'), []);
});

t.test('nothing of a secret stands in the database in clear', async (t) => {
  const secret = 'ghp_findMeIfYouCan0123456789';
  await writeSecret(db, keys, 'searched', '/token', secret);
  t.same(await findInClear(db, secret), []);
  t.same(await findInClear(db, secret.slice(0, 8)), []);
  t.same(await findInClear(db, 'searched'), ['public.secrets'], 'the search does find things');
});

t.test('a row that was moved or changed in the database does not decrypt', async (t) => {
  const tampered = { code: 'STINT_ERR_SECRET_TAMPERED' };
  await writeSecret(db, keys, 'victim', '/token', 'of the victim');
  await db('secrets').where({ owner: 'victim' }).update({ owner: 'thief' });
  await t.rejects(readSecrets(db, keys, 'thief'), tampered);
  await db('secrets').where({ owner: 'thief' }).update({ owner: 'victim', path: '/shown' });
  await t.rejects(readSecrets(db, keys, 'victim'), tampered);
  await db('secrets').where({ owner: 'victim' }).update({ path: '/token' });
  t.same(await readSecrets(db, keys, 'victim'), { '/token': 'of the victim' });
  await db('secrets')
    .where({ owner: 'victim' })
    .update({ ciphertext: db.raw('set_byte(ciphertext, 0, get_byte(ciphertext, 0) # 1)') });
  await t.rejects(readSecrets(db, keys, 'victim'), tampered);
});

t.test('for a save, a tampered secret is left out; one under a missing key is not', async (t) => {
  await replaceSecrets(db, keys, 'damaged', { '/a': '1', '/b': '2' });
  await db('secrets').where({ owner: 'damaged', path: '/a' }).update({ path: '/moved' });
  t.same(await readIntactSecrets(db, keys, 'damaged'), { '/b': '2' });
  await replaceSecrets(db, keys, 'damaged', { '/a': 'again', '/b': '2' });
  t.same(await readSecrets(db, keys, 'damaged'), { '/a': 'again', '/b': '2' });
  await t.rejects(readIntactSecrets(db, parseKeyRing(randomKey()), 'damaged'), {
    code: 'STINT_ERR_SECRET_KEY_UNKNOWN',
  });
});
