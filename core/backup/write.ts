/** Writes a backup: all tables as they were at one moment, while people go on working. */
import { createWriteStream } from 'node:fs';
import { readdir, readFile, rename, rm } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { Knex } from 'knex';
import type pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { keyFilePath } from '../secrets/key-file.ts';
import { ERR_BACKUP_PLUGIN } from './errors.ts';
import { END_OF_ROWS, FORMAT, type QueuedJob, seal, writeLine } from './format.ts';
import { listSequences, listTables, quote } from './tables.ts';

export interface BackupOptions {
  db: Knex;
  dataDir: string;
  /** Version of Stint. */
  version: string;
  now: Date;
  /** Puts the key file in: whoever has the backup then has the secrets. */
  withKey?: boolean;
}

/** Appears under its name when it is whole. @returns the ids of the keys that its secrets need */
export async function writeBackup(options: BackupOptions, file: string): Promise<string[]> {
  const unfinished = `${file}.unfinished`;
  const client: pg.PoolClient = await options.db.client.acquireConnection();
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const keys = await pluck(client, 'SELECT DISTINCT key_id AS value FROM secrets ORDER BY 1');
    await requireSources(client);
    await pipeline(
      Readable.from(seal(writeContent(client, options, keys))),
      createGzip(),
      createWriteStream(unfinished, { mode: 0o600 }),
    );
    await rename(unfinished, file);
    return keys;
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  } finally {
    await client.query('ROLLBACK').catch(() => {});
    await options.db.client.releaseConnection(client);
  }
}

async function* writeContent(
  client: pg.PoolClient,
  { dataDir, version, now, withKey }: BackupOptions,
  keys: string[],
): AsyncGenerator<Buffer> {
  const migrations = await pluck(client, 'SELECT name AS value FROM knex_migrations ORDER BY name');
  const created_at = now.toISOString();
  yield writeLine({ stint_backup: FORMAT, version, created_at, migrations, keys });
  let schema = 'public';
  for (const table of await listTables(client)) {
    if (table.schema !== schema) {
      schema = table.schema;
      yield writeLine({ schema });
    }
    yield writeLine({ copy: quote(table), columns: table.columns });
    const text = `COPY ${quote(table)} (${table.columns.join(', ')}) TO STDOUT`;
    for await (const chunk of client.query(copyTo(text))) yield chunk;
    yield Buffer.from(`${END_OF_ROWS}\n`);
  }
  for (const { value, isCalled, ...name } of await listSequences(client)) {
    yield writeLine({ sequence: quote(name), value, is_called: isCalled });
  }
  for (const job of await listJobs(client)) yield writeLine({ job });
  for (const path of await listFiles(join(dataDir, 'plugins'))) {
    const base64 = await readFile(path, 'base64');
    yield writeLine({ file: relative(dataDir, path), base64 });
  }
  if (withKey) yield writeLine({ key: await readFile(keyFilePath(dataDir), 'utf8') });
}

/** Of each plugin with tables, the migrations that made them have to be known. */
async function requireSources(client: pg.PoolClient): Promise<void> {
  const [unknown] = await pluck(
    client,
    `SELECT plugin_id AS value FROM plugin_migrations
     WHERE sql IS NULL AND to_regnamespace('plugin_' || plugin_id) IS NOT NULL LIMIT 1`,
  );
  if (unknown !== undefined) throw new ERR_BACKUP_PLUGIN(unknown);
}

/** What is still to be done. How often it was tried is forgotten. */
async function listJobs(client: pg.PoolClient): Promise<QueuedJob[]> {
  const { rows } = await client.query<QueuedJob>(
    `SELECT t.identifier, j.payload, q.queue_name, j.run_at, j.max_attempts, j.key, j.priority,
       array(SELECT jsonb_object_keys(j.flags)) AS flags
     FROM graphile_worker._private_jobs j JOIN graphile_worker._private_tasks t ON t.id = j.task_id
     LEFT JOIN graphile_worker._private_job_queues q ON q.id = j.job_queue_id
     WHERE j.attempts < j.max_attempts ORDER BY j.id`,
  );
  return rows;
}

async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile() && !entry.parentPath.includes('.incoming-'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

async function pluck(client: pg.PoolClient, sql: string): Promise<string[]> {
  const { rows } = await client.query<{ value: string }>(sql);
  return rows.map(({ value }) => value);
}
