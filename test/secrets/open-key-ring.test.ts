import { chmod, mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import t, { type Test } from 'tap';
import { openKeyRing, retireKeys } from '../../core/secrets/open-key-ring.ts';
import { rotateSecrets } from '../../core/secrets/rotate.ts';
import { readSecrets, writeSecret } from '../../core/secrets/store.ts';
import { createTestDatabase } from '../fixtures/database.ts';
import { freshDataDir, openKeys, randomKey } from '../fixtures/secret-keys.ts';

const mismatch = { code: 'STINT_ERR_SECRET_KEY_MISMATCH' };

async function freshDatabase(t: Test) {
  const { db, drop } = await createTestDatabase();
  t.teardown(drop);
  // Connections that are open already, so that what starts at once does run at once.
  await Promise.all(Array.from({ length: 8 }, () => db.raw('SELECT pg_sleep(0.05)')));
  return db;
}

const modeOf = async (path: string) => (await stat(path)).mode & 0o777;

t.test(
  'without SECRET_KEY the first start makes a private key file, and the next uses it',
  async (t) => {
    const db = await freshDatabase(t);
    const DATA_DIR = await freshDataDir(t);
    const first = await openKeyRing({ DATA_DIR }, db);
    t.equal(await modeOf(DATA_DIR), 0o700);
    t.equal(await modeOf(join(DATA_DIR, 'secret.key')), 0o600);
    t.same(await readdir(DATA_DIR), ['secret.key']);
    await writeSecret(db, first, 'o', '/p', 'kept');

    await chmod(join(DATA_DIR, 'secret.key'), 0o644);
    const second = await openKeyRing({ DATA_DIR }, db);
    t.equal(second.currentId, first.currentId);
    t.same(await readSecrets(db, second, 'o'), { '/p': 'kept' });
    t.equal(await modeOf(join(DATA_DIR, 'secret.key')), 0o600, 'closed again');
  },
);

t.test('what the file holds can be taken as the setting', async (t) => {
  const db = await freshDatabase(t);
  const DATA_DIR = await freshDataDir(t);
  await writeSecret(db, await openKeyRing({ DATA_DIR }, db), 'o', '/p', 'kept');
  const SECRET_KEY = (await readFile(join(DATA_DIR, 'secret.key'), 'utf8')).trim();
  t.same(await readSecrets(db, await openKeys(db, SECRET_KEY), 'o'), { '/p': 'kept' });
  const [, bare] = SECRET_KEY.split(':');
  t.same(await readSecrets(db, await openKeys(db, bare), 'o'), { '/p': 'kept' });
  t.same(await readSecrets(db, await openKeys(db, `mine:${bare}`), 'o'), { '/p': 'kept' });
});

t.test('with SECRET_KEY no file is made', async (t) => {
  const db = await freshDatabase(t);
  const DATA_DIR = await freshDataDir(t);
  await openKeyRing({ SECRET_KEY: randomKey(), DATA_DIR }, db);
  await t.rejects(stat(DATA_DIR), { code: 'ENOENT' });
});

t.test(
  'of many first starts at once on one database, one makes the key and the rest are refused',
  async (t) => {
    const db = await freshDatabase(t);
    const folders = await Promise.all(Array.from({ length: 8 }, () => freshDataDir(t)));
    const starts = await Promise.allSettled(
      folders.map((DATA_DIR) => openKeyRing({ DATA_DIR }, db)),
    );
    t.equal(starts.filter(({ status }) => status === 'fulfilled').length, 1);
    for (const start of starts) {
      if (start.status === 'rejected') t.match(start.reason, mismatch);
    }
    t.equal((await db('secret_keys')).length, 1);
    const made = await Promise.all(folders.map((folder) => stat(folder).catch(() => undefined)));
    t.equal(made.filter(Boolean).length, 1, 'and those invented none');
  },
);

t.test('many first starts at once in one data folder agree on one key', async (t) => {
  const [db, DATA_DIR] = [await freshDatabase(t), await freshDataDir(t)];
  const rings = await Promise.all(Array.from({ length: 8 }, () => openKeyRing({ DATA_DIR }, db)));
  t.equal(new Set(rings.map(({ currentId }) => currentId)).size, 1);
  t.same(await readdir(DATA_DIR), ['secret.key']);
});

t.test('a process whose key is another is refused, and its key is not noted', async (t) => {
  const db = await freshDatabase(t);
  const first = await openKeys(db);
  await t.rejects(openKeys(db), { ...mismatch, message: new RegExp(first.currentId) });
  await t.rejects(openKeyRing({ DATA_DIR: await freshDataDir(t) }, db), {
    ...mismatch,
    message: /SECRET_KEY is not set and there is no key file/,
  });
  t.equal((await db('secret_keys')).length, 1);
});

t.test('another key under a known id is refused', async (t) => {
  const db = await freshDatabase(t);
  const first = randomKey();
  await openKeys(db, `k1:${first}`);
  const another = { ...mismatch, message: /k1, which is another one than the key of that id/ };
  await t.rejects(openKeys(db, `k1:${randomKey()}`), another);
  await t.rejects(openKeys(db, `k1:${randomKey()},k0:${first}`), another);
});

t.test('a made key gives way to a set one until something is encrypted under it', async (t) => {
  const db = await freshDatabase(t);
  const DATA_DIR = await freshDataDir(t);
  const made = await openKeyRing({ DATA_DIR }, db);
  const set = randomKey();
  const ring = await openKeys(db, set);
  t.same(await db('secret_keys').pluck('id'), [ring.currentId]);
  await t.rejects(writeSecret(db, made, 'o', '/p', 'late'), {
    code: 'STINT_ERR_SECRET_KEY_RETIRED',
  });
  await t.rejects(openKeys(db), mismatch, 'a set one does not');

  const used = await freshDatabase(t);
  await writeSecret(used, await openKeyRing({ DATA_DIR }, used), 'o', '/p', 'kept');
  await t.rejects(openKeys(used, set), mismatch);
});

t.test('keys change in steps: known, current, alone', async (t) => {
  const db = await freshDatabase(t);
  const [one, two] = [`one:${randomKey()}`, `two:${randomKey()}`];
  const before = await openKeys(db, one);
  await writeSecret(db, before, 'o', '/p', 'kept');

  await openKeys(db, `${one},${two}`);
  const ring = await openKeys(db, `${two},${one}`);
  t.same(await readSecrets(db, ring, 'o'), { '/p': 'kept' });
  await t.rejects(openKeys(db, two), mismatch);
  t.same(await retireKeys(db, ring), [], 'no key is forgotten while a secret is under it');

  t.match(await rotateSecrets(db, ring), { rotated: 1, left: 0 });
  t.same(await retireKeys(db, ring), ['one']);
  t.same(await readSecrets(db, await openKeys(db, two), 'o'), { '/p': 'kept' });
  await t.rejects(writeSecret(db, before, 'o', '/p', 'late'), {
    code: 'STINT_ERR_SECRET_KEY_RETIRED',
  });
  await t.rejects(readSecrets(db, before, 'o'), { code: 'STINT_ERR_SECRET_KEY_UNKNOWN' });
});

t.test('a key file that cannot be used is named', async (t) => {
  const db = await freshDatabase(t);
  const DATA_DIR = await freshDataDir(t);
  await mkdir(DATA_DIR);
  const path = join(DATA_DIR, 'secret.key');
  await writeFile(path, 'too short');
  await t.rejects(openKeyRing({ DATA_DIR }, db), { message: new RegExp(path) });
  await writeFile(path, Buffer.alloc(32).toString('base64'));
  await t.rejects(openKeyRing({ DATA_DIR }, db), { code: 'STINT_ERR_SECRET_KEY_WEAK' });
  await t.rejects(openKeyRing({ DATA_DIR: join(path, 'below') }, db), {
    code: 'STINT_ERR_SECRET_KEY_FILE',
    message: /Set SECRET_KEY/,
  });
  t.equal((await db('secret_keys')).length, 0);
});
