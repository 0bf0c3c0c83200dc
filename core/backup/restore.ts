/**
 * Restores a backup into an instance without users: whole, or not at all. The database is first brought to
 * where it was when the backup was made, then filled in one transaction, and then migrated to this code.
 */
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Knex } from 'knex';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { listMigrations, migrate, migrateExactly } from '../infra/migrate.ts';
import { keyFilePath } from '../secrets/key-file.ts';
import { ERR_BACKUP_NEWER, ERR_RESTORE_TARGET } from './errors.ts';
import { END_OF_ROWS, type Header, type Line, readLines, verifyBackup } from './format.ts';
import { listTables, quote } from './tables.ts';

export interface RestoreOptions {
  db: Knex;
  connectionString: string;
  dataDir: string;
}

export interface Restored extends Header {
  /** Whether the key came with it. */
  hasKey: boolean;
}

/** @throws STINT_ERR_BACKUP_FILE, STINT_ERR_BACKUP_NEWER, STINT_ERR_RESTORE_TARGET; nothing was written then */
export async function restoreBackup(options: RestoreOptions, file: string): Promise<Restored> {
  const { db, connectionString } = options;
  const header = await verifyBackup(file);
  const known = new Set(await listMigrations());
  const unknown = header.migrations.find((name) => !known.has(name));
  if (unknown !== undefined) throw new ERR_BACKUP_NEWER(file, unknown);
  await requireEmpty(db);
  await clear(db);
  await migrateExactly(db, connectionString, header.migrations);
  const client: pg.PoolClient = await db.client.acquireConnection();
  let hasKey = false;
  try {
    await client.query('BEGIN');
    await emptyTables(client, 'public');
    hasKey = await load(client, options, file);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK').catch(() => {});
    throw error;
  } finally {
    await db.client.releaseConnection(client);
  }
  await migrate(db, connectionString);
  return { ...header, hasKey };
}

/** Whoever has users has hours to lose. */
async function requireEmpty(db: Knex): Promise<void> {
  if (!(await db.schema.hasTable('users'))) return;
  if (await db('users').first('id'))
    throw new ERR_RESTORE_TARGET('this database has users. Restore into an empty one');
  const { rows } = await db.raw(
    `SELECT FROM processes WHERE heartbeat_at > now() - interval '1 minute' LIMIT 1`,
  );
  if (rows.length > 0)
    throw new ERR_RESTORE_TARGET('Stint runs on this database, or did a minute ago. Stop it first');
}

async function clear(db: Knex): Promise<void> {
  const { rows } = await db.raw(
    `SELECT nspname AS name FROM pg_namespace
     WHERE nspname IN ('public', 'graphile_worker') OR nspname LIKE 'plugin\\_%'`,
  );
  for (const { name } of rows) await db.raw('DROP SCHEMA ?? CASCADE', [name]);
  await db.raw('CREATE SCHEMA public');
}

/** Migrations put rows of their own into tables; those of the backup have them too. */
async function emptyTables(client: pg.PoolClient, schema: string): Promise<void> {
  const tables = (await listTables(client)).filter((table) => table.schema === schema);
  if (tables.length > 0) await client.query(`TRUNCATE ${tables.map(quote).join(', ')} CASCADE`);
}

async function load(
  client: pg.PoolClient,
  { dataDir }: RestoreOptions,
  file: string,
): Promise<boolean> {
  const lines = readLines(file);
  let hasKey = false;
  for (let next = await lines.next(); !next.done; next = await lines.next()) {
    const line = JSON.parse(next.value.toString()) as Line;
    if ('copy' in line) await fillTable(client, line, lines);
    else if ('schema' in line) await makeSchema(client, line.schema);
    else if ('sequence' in line)
      await client.query('SELECT setval($1::regclass, $2, $3)', [
        line.sequence,
        line.value,
        line.is_called,
      ]);
    else if ('job' in line) await addJob(client, line);
    else if ('file' in line) await placeFile(dataDir, line);
    else if ('key' in line) {
      await placeKey(dataDir, line.key);
      hasKey = true;
    }
  }
  return hasKey;
}

async function fillTable(
  client: pg.PoolClient,
  { copy, columns }: { copy: string; columns: string[] },
  lines: AsyncGenerator<Buffer>,
): Promise<void> {
  const text = `COPY ${copy} (${columns.join(', ')}) FROM STDIN`;
  await pipeline(Readable.from(takeRows(lines)), client.query(copyFrom(text)));
}

const BLOCK_BYTES = 65_536;

/** Up to the end of the table's rows, in blocks: a write for each row would take most of the time. */
async function* takeRows(lines: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
  let block: string[] = [];
  let size = 0;
  for (let next = await lines.next(); !next.done; next = await lines.next()) {
    const line = next.value.toString();
    if (line === END_OF_ROWS) break;
    block.push(line, '\n');
    size += line.length + 1;
    if (size < BLOCK_BYTES) continue;
    yield Buffer.from(block.join(''));
    block = [];
    size = 0;
  }
  if (size > 0) yield Buffer.from(block.join(''));
}

/** A plugin's tables, by the migrations that made them: the plugin itself need not be here. */
async function makeSchema(client: pg.PoolClient, schema: string): Promise<void> {
  await client.query(`CREATE SCHEMA "${schema}"`);
  await client.query(`SET LOCAL search_path = "${schema}"`);
  const { rows } = await client.query<{ sql: string }>(
    `SELECT sql FROM public.plugin_migrations WHERE 'plugin_' || plugin_id = $1
     ORDER BY applied_at, name`,
    [schema],
  );
  for (const { sql } of rows) await client.query(sql);
  await client.query('SET LOCAL search_path = public');
  await emptyTables(client, schema);
}

async function addJob(client: pg.PoolClient, { job }: Extract<Line, { job: unknown }>) {
  await client.query(
    `SELECT graphile_worker.add_job(identifier => $1, payload => $2, queue_name => $3, run_at => $4,
       max_attempts => $5, job_key => $6, priority => $7, flags => $8)`,
    [
      job.identifier,
      JSON.stringify(job.payload),
      job.queue_name,
      job.run_at,
      job.max_attempts,
      job.key,
      job.priority,
      job.flags,
    ],
  );
}

async function placeFile(
  dataDir: string,
  { file, base64 }: { file: string; base64: string },
): Promise<void> {
  const path = join(dataDir, file);
  if (!path.startsWith(join(dataDir, 'plugins/')))
    throw new ERR_RESTORE_TARGET(`the backup has a file that is no plugin's: ${file}`);
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  await writeFile(path, Buffer.from(base64, 'base64'));
}

/** One that is here already is kept beside it: something else may need it. */
async function placeKey(dataDir: string, key: string): Promise<void> {
  const path = keyFilePath(dataDir);
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  await rename(path, `${path}.before-restore`).catch(() => {});
  await writeFile(path, key, { mode: 0o600 });
}
