/** `npm run rotate-key`, and a start with the wrong key, as real processes. */
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import t, { type Test } from 'tap';
import { readSecrets, writeSecret } from '../../core/secrets/store.ts';
import { createTestDatabase } from '../fixtures/database.ts';
import { failToStart, runCommand, startStint } from '../fixtures/process.ts';
import { freshDataDir, openKeys, randomKey } from '../fixtures/secret-keys.ts';

async function freshDatabase(t: Test) {
  const { db, connectionString, drop } = await createTestDatabase();
  t.teardown(drop);
  return { db, DATABASE_URL: connectionString };
}

t.test('everything is encrypted again under the current key, and counted', async (t) => {
  const { db, DATABASE_URL } = await freshDatabase(t);
  const old = `old:${randomKey()}`;
  const before = await openKeys(db, old);
  for (const path of ['/a', '/b', '/c']) await writeSecret(db, before, 'o', path, `secret ${path}`);
  const SECRET_KEY = `new:${randomKey()},${old}`;

  const { code, output } = await runCommand(['rotate-key'], { DATABASE_URL, SECRET_KEY });
  t.equal(code, 0, output);
  t.equal(
    output,
    'Encrypted under the key new now: 3. Under others: 0.\nNot needed any more: old.\n',
  );
  const secrets = { '/a': 'secret /a', '/b': 'secret /b', '/c': 'secret /c' };
  const alone = SECRET_KEY.split(',')[0] as string;
  t.same(await readSecrets(db, await openKeys(db, alone), 'o'), secrets);

  await db('secrets').where({ path: '/b' }).update({ path: '/z' });
  const again = await runCommand(['rotate-key'], {
    DATABASE_URL,
    SECRET_KEY: `newer:${randomKey()},${SECRET_KEY}`,
  });
  t.equal(again.code, 1);
  t.match(again.output, /newer now: 2\. Under others: 1\./);
  t.match(again.output, /Left as it is: o\/z \[STINT_ERR_SECRET_TAMPERED\]/);
  t.notMatch(again.output, /secret \//);
});

t.test('a start with another key than the database knows is one line', async (t) => {
  const { db, DATABASE_URL } = await freshDatabase(t);
  await writeSecret(db, await openKeys(db), 'o', '/p', 'lost');
  const SECRET_KEY = randomKey();
  for (const [env, code] of [
    [{ SECRET_KEY }, 'STINT_ERR_SECRET_KEY_MISMATCH'],
    [{ SECRET_KEY: '', DATA_DIR: await freshDataDir(t) }, 'STINT_ERR_SECRET_KEY_MISMATCH'],
    [{ SECRET_KEY: Buffer.alloc(32).toString('base64') }, 'STINT_ERR_SECRET_KEY_WEAK'],
    [{ SECRET_KEY: 'changeme!' }, 'STINT_ERR_SECRET_KEY_INVALID'],
  ] as [Record<string, string>, string][]) {
    const { code: exitCode, output } = await failToStart({ DATABASE_URL, ...env });
    t.equal(exitCode, 1);
    t.match(output, new RegExp(`\\[${code}\\]`));
    t.equal(output.trim().split('\n').length, 1, output);
  }

  t.test('and goes well once what is lost was given up', async (t) => {
    const command = await runCommand(['rotate-key', '--discard-lost'], {
      DATABASE_URL,
      SECRET_KEY,
    });
    t.equal(command.code, 0, command.output);
    t.match(command.output, /their key is lost: 1\./);
    t.equal((await db('secrets')).length, 0);
    const stint = await startStint({ DATABASE_URL, SECRET_KEY });
    t.equal(await stint.end(), 0);
  });
});

t.test('a first start on an embedded database makes the key file beside it', async (t) => {
  const env = { DATA_DIR: await freshDataDir(t), SECRET_KEY: '' };
  const path = join(env.DATA_DIR, 'secret.key');
  const stint = await startStint(env);
  t.teardown(() => stint.end('SIGKILL'));
  t.equal((await stat(path)).mode & 0o777, 0o600);
  t.equal((await stat(env.DATA_DIR)).mode & 0o777, 0o700);
  const first = await readFile(path, 'utf8');
  t.notOk(stint.output().includes(first.trim().split(':')[1] as string));

  t.test('which is not changed while Stint runs', async (t) => {
    const { code, output } = await runCommand(['rotate-key', '--new'], env);
    t.equal(code, 1);
    t.match(output, /stop it first.*\[STINT_ERR_ROTATE_OPTION\]/);
    t.equal(await readFile(path, 'utf8'), first);
    t.equal((await runCommand(['rotate-key'], env)).code, 0);
  });

  t.test('and gets a new key before the old one', async (t) => {
    t.equal(await stint.end(), 0);
    const { code, output } = await runCommand(['rotate-key', '--new'], env);
    t.equal(code, 0, output);
    const second = await readFile(path, 'utf8');
    t.ok(second.endsWith(`,${first}`));
    t.equal((await stat(path)).mode & 0o777, 0o600);
    t.match(output, `Not needed any more: ${first.split(':')[0]}.`);
    const again = await startStint(env);
    t.equal(await again.end(), 0);
  });
});

t.test('a command that cannot be done says why in one line', async (t) => {
  const { DATABASE_URL } = await freshDatabase(t);
  for (const args of [['--new'], ['--old'], ['now']]) {
    const { code, output } = await runCommand(['rotate-key', ...args], { DATABASE_URL });
    t.equal(code, 1);
    t.match(output, /\[STINT_ERR_ROTATE_OPTION\]\n$/);
    t.equal(output.trim().split('\n').length, 1, output);
  }
});
