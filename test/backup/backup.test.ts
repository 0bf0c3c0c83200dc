/** Backup and restore: everything comes back, on an empty server, or nothing does. */
import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { Knex } from 'knex';
import t, { type Test } from 'tap';
import { scopes } from '../../core/auth/scopes.ts';
import { verifyBackup } from '../../core/backup/format.ts';
import { backupJobs } from '../../core/backup/jobs.ts';
import { restoreBackup } from '../../core/backup/restore.ts';
import { listSequences, listTables, quote } from '../../core/backup/tables.ts';
import { writeBackup } from '../../core/backup/write.ts';
import { makeLogger } from '../../core/infra/logger.ts';
import { createTestDatabase } from '../fixtures/database.ts';
import { fixturePlugins, startPluginHost } from '../fixtures/plugin-app.ts';

async function freshFolder(t: Test): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'stint-backup-'));
  t.teardown(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

async function emptyDatabase(t: Test) {
  const database = await createTestDatabase();
  t.teardown(() => database.drop());
  return database;
}

/** What stands in every table, as a hash each, and where every sequence is. */
async function fingerprint(db: Knex): Promise<Record<string, string>> {
  const client = await db.client.acquireConnection();
  try {
    const found: Record<string, string> = {};
    for (const table of await listTables(client)) {
      const { rows } = await client.query(
        `SELECT count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' ORDER BY t::text)), '') AS hash
         FROM ${quote(table)} t`,
      );
      found[quote(table)] = rows[0].hash;
    }
    for (const { value, isCalled, ...name } of await listSequences(client)) {
      found[quote(name)] = `${value} ${isCalled}`;
    }
    return found;
  } finally {
    await db.client.releaseConnection(client);
  }
}

t.test('a backup', async (t) => {
  const host = await startPluginHost(t, [
    join(fixturePlugins, 'mill'),
    join(fixturePlugins, 'goals'),
  ]);
  const { db, clock } = host;
  const folder = await freshFolder(t);
  const file = join(folder, 'one.backup');
  const ann = await host.person({
    name: 'Ann “Tab\t” \\ Ünïcode \u2028 🎉',
    scopes: [...scopes, 'read:mill', 'write:mill'],
  });
  await ann.post('/api/plugins/mill/config', {
    token: 'ghp_16C7e42F292c6912E7710c8',
    repo: 'oats',
  });
  await ann.post('/timer/start', { description: 'line one\nline two\r\n\\. end' });
  clock.advance({ hours: 1 });
  await ann.post('/timer/pause');
  clock.advance({ hours: 1 });
  await ann.post('/timer/resume');
  await db('plugin_goals.seconds').insert({ entry_id: 1, user_id: ann.id, seconds: 60 });
  await db.raw(`SELECT graphile_worker.add_job('later', '{"a": 1}', run_at => now() + interval '1 day',
    job_key => 'one', flags => ARRAY['plugin:goals'])`);
  const options = { db, dataDir: folder, version: '0.1.0', now: clock.now() };
  const keys = await writeBackup(options, file);
  const before = await fingerprint(db);

  t.test('is private, whole, and says what it needs', async (t) => {
    t.equal((await stat(file)).mode & 0o077, 0);
    const header = await verifyBackup(file);
    t.match(header, { version: '0.1.0', created_at: clock.now().toISOString(), keys });
    t.equal(keys.length, 1);
    t.notMatch(gunzipSync(await readFile(file)).toString(), 'ghp_16C7e42F292c6912E7710c8');
  });

  t.test('restored into an empty database is the same, to the last row', async (t) => {
    const { db: other, connectionString } = await emptyDatabase(t);
    await restoreBackup({ db: other, connectionString, dataDir: await freshFolder(t) }, file);
    const after = await fingerprint(other);
    t.same(after, before);
    t.match(after['"plugin_goals"."seconds"'], /^1 /);
    t.match(after['"public"."secrets"'], /^[1-9]/);
    const { rows } = await other.raw(
      `SELECT identifier, payload, key, flags FROM graphile_worker._private_jobs j
       JOIN graphile_worker._private_tasks t ON t.id = j.task_id WHERE identifier = 'later'`,
    );
    t.same(rows, [
      { identifier: 'later', payload: { a: 1 }, key: 'one', flags: { 'plugin:goals': true } },
    ]);
  });

  t.test('goes on being written to where it was restored', async (t) => {
    const { db: other, connectionString } = await emptyDatabase(t);
    await restoreBackup({ db: other, connectionString, dataDir: folder }, file);
    const [user] = await other('users')
      .insert({ email: 'new@example.com', name: 'New' })
      .returning('id');
    t.ok(user.id > ann.id, 'identities go on where they were');
  });

  t.test('is never restored over people', async (t) => {
    const target = { db, connectionString: host.connectionString, dataDir: folder };
    await t.rejects(restoreBackup(target, file), { code: 'STINT_ERR_RESTORE_TARGET' });
    t.same(await fingerprint(db), before);
  });

  t.test('that was cut off, changed or is none leaves the database as it is', async (t) => {
    const { db: other, connectionString } = await emptyDatabase(t);
    const untouched = await fingerprint(other);
    const content = gunzipSync(await readFile(file)).toString();
    const sealed = (text: string) =>
      `${text}${JSON.stringify({ sha256: createHash('sha256').update(text).digest('hex') })}\n`;
    const body = content.slice(0, content.lastIndexOf('\n', content.length - 2) + 1);
    const damaged: [what: string, bytes: Buffer | string, code: string][] = [
      ['half of the file', (await readFile(file)).subarray(0, 2000), 'STINT_ERR_BACKUP_FILE'],
      [
        'half of the lines',
        gzipSync(content.slice(0, content.length >> 1)),
        'STINT_ERR_BACKUP_FILE',
      ],
      ['without its end', gzipSync(body), 'STINT_ERR_BACKUP_FILE'],
      ['one letter', gzipSync(content.replace('line two', 'line too')), 'STINT_ERR_BACKUP_FILE'],
      ['no backup', gzipSync('hello\n'), 'STINT_ERR_BACKUP_FILE'],
      ['not zipped', 'hello\n', 'STINT_ERR_BACKUP_FILE'],
      ['empty', gzipSync(''), 'STINT_ERR_BACKUP_FILE'],
      [
        'another format',
        gzipSync(sealed(body.replace('"stint_backup":1', '"stint_backup":2'))),
        'STINT_ERR_BACKUP_FILE',
      ],
      [
        'a newer Stint',
        gzipSync(sealed(body.replace('"001_core.ts"', '"001_core.ts","999_new.ts"'))),
        'STINT_ERR_BACKUP_NEWER',
      ],
    ];
    for (const [what, bytes, code] of damaged) {
      const path = join(folder, 'damaged.backup');
      await writeFile(path, bytes);
      const target = { db: other, connectionString, dataDir: folder };
      await t.rejects(restoreBackup(target, path), { code }, what);
    }
    t.same(await fingerprint(other), untouched);
    await t.rejects(
      restoreBackup({ db: other, connectionString, dataDir: folder }, join(folder, 'none')),
      { code: 'STINT_ERR_BACKUP_FILE' },
    );
  });

  t.test('that fails half-way can be tried again', async (t) => {
    const { db: other, connectionString } = await emptyDatabase(t);
    const target = { db: other, connectionString, dataDir: folder };
    const content = gunzipSync(await readFile(file)).toString();
    const body = content.slice(0, content.lastIndexOf('\n', content.length - 2) + 1);
    const broken = `${body}{"file":"../outside","base64":""}\n`;
    const hash = createHash('sha256').update(broken).digest('hex');
    const path = join(folder, 'broken.backup');
    await writeFile(path, gzipSync(`${broken}{"sha256":"${hash}"}\n`));
    await t.rejects(restoreBackup(target, path), { code: 'STINT_ERR_RESTORE_TARGET' });
    t.same(await other('users'), []);
    await restoreBackup(target, file);
    t.same(await fingerprint(other), before);
  });

  t.test('is made each night where a folder is set, and old ones go', async (t) => {
    const BACKUP_DIR = await freshFolder(t);
    const deps = { db, clock, log: makeLogger({ LOG_LEVEL: 'silent' }) };
    const config = { BACKUP_DIR, BACKUP_KEEP: 2, DATA_DIR: folder };
    const { tasks, crons } = backupJobs(deps, config);
    t.same(crons, { backup: '30 2 * * *' });
    await writeFile(join(BACKUP_DIR, 'notes.txt'), 'not ours');
    const names: string[] = [];
    for (let night = 0; night < 3; night += 1) {
      clock.advance({ hours: 24 });
      await (tasks.backup as () => Promise<void>)();
      names.push(
        `stint-${clock
          .now()
          .toISOString()
          .replace(/[-:]|\.\d+/g, '')}.backup`,
      );
    }
    t.same((await readdir(BACKUP_DIR)).sort(), ['notes.txt', ...names.slice(1)].sort());
    await verifyBackup(join(BACKUP_DIR, names[2] as string));
    t.same(backupJobs(deps, { ...config, BACKUP_DIR: undefined }).crons, {});
  });
});
