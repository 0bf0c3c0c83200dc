/** Writes an archive into an empty instance, in one transaction: all of it, with its ids, or nothing. */
import type { Readable } from 'node:stream';
import type { Context } from '../infra/context.ts';
import { recordAudit } from '../infra/record-audit.ts';
import { ERR_ARCHIVE_BROKEN } from './errors.ts';
import { PeopleOfArchive, type Person } from './people.ts';
import { type ArchiveHead, type ArchiveLine, readLines } from './read-lines.ts';
import { requireEmpty } from './require-empty.ts';
import type { ArchiveReport } from './schema.ts';
import { type ArchivedTable, archivedTables } from './tables.ts';
import { setTrailAside } from './trail.ts';

const BATCH_ROWS = 500;
const BATCH_CHARACTERS = 4_000_000;

/** @throws STINT_ERR_ARCHIVE_NOT_EMPTY, STINT_ERR_ARCHIVE_BROKEN, STINT_ERR_ARCHIVE_VERSION */
export async function readArchive(context: Context, body: Readable): Promise<ArchiveReport> {
  return context.db.transaction(async (db) => {
    const inside = { ...context, db };
    const people = new PeopleOfArchive(await requireEmpty(inside));
    const trail = await setTrailAside(inside);
    const counts: Record<string, number> = {};
    let head: ArchiveHead | undefined;
    let batch: ArchiveLine[] = [];
    let size = 0;
    const flush = async () => {
      const [first] = batch;
      if (first) await writeRows(inside, tableOf(first), batch, people);
      batch = [];
      size = 0;
    };
    for await (const line of readLines(body)) {
      if (!('table' in line)) {
        head = line;
        continue;
      }
      counts[line.table] = (counts[line.table] ?? 0) + 1;
      if (batch[0] && (batch[0].table !== line.table || isFull(batch.length, size))) await flush();
      batch.push(line);
      size += line.row.length;
    }
    await flush();
    for (const table of archivedTables) if (table.hasSequence) await advanceSequence(inside, table);
    await trail.append();
    const { of = 'me', created_at = '' } = head ?? {};
    const trace = { action: 'archive.imported', entity: 'archive', entity_id: null };
    await recordAudit(inside, { ...trace, changes: { counts } });
    return { of, created_at, counts, users_mapped: people.mapped };
  });
}

function isFull(rows: number, characters: number): boolean {
  return rows >= BATCH_ROWS || characters >= BATCH_CHARACTERS;
}

function tableOf({ table }: ArchiveLine): ArchivedTable {
  const found = archivedTables.find(({ name }) => name === table);
  if (!found) throw new ERR_ARCHIVE_BROKEN(`it has a table ${JSON.stringify(table)}`);
  return found;
}

async function writeRows(
  context: Context,
  table: ArchivedTable,
  lines: ArchiveLine[],
  people: PeopleOfArchive,
): Promise<void> {
  const { db } = context;
  const columns = await columnsOf(context, table);
  const rows = lines.map(({ row }) => row);
  try {
    if (table.name === 'settings')
      await db.raw(
        `UPDATE settings s SET data = r.data, version = greatest(r.version, s.version + 1), updated_at = r.updated_at
         FROM jsonb_populate_record(NULL::settings, ?::jsonb) r`,
        [rows[0] as string],
      );
    else if (table.name === 'users') await writeUsers(context, columns, rows, people);
    else await insertRows(context, table, { columns, rows, ids: people.ids });
  } catch (error) {
    if (/^(22|23)/.test(String((error as { code?: string }).code)))
      throw new ERR_ARCHIVE_BROKEN(
        `a row of ${table.name} does not fit (${(error as Error).message})`,
      );
    throw error;
  }
}

/** One by one: they are few, and may be here already. */
async function writeUsers(
  context: Context,
  columns: string[],
  rows: string[],
  people: PeopleOfArchive,
): Promise<void> {
  const table = tableOf({ table: 'users', row: '' });
  for (const row of rows) {
    const person = JSON.parse(row) as Person;
    const { isPresent } = await people.place(context, person);
    if (!isPresent) {
      await insertRows(context, table, { columns, rows: [row], ids: people.ids });
      continue;
    }
    // Whoever reads the archive stays able to sign in, and an administrator.
    const kept = new Set(['id', 'email', 'password_hash', 'role', 'active']);
    const taken = columns.filter((column) => !kept.has(column));
    await context.db.raw(
      `UPDATE users u SET ${taken.map((column) => `"${column}" = r."${column}"`).join(', ')}
       FROM jsonb_populate_record(NULL::users, ?::jsonb) r WHERE u.id = ?`,
      [row, people.ids.get(person.id) ?? person.id],
    );
  }
}

interface Rows {
  columns: string[];
  rows: string[];
  ids: Map<number, number>;
}

async function insertRows(
  { db }: Context,
  { name, users = [] }: ArchivedTable,
  { columns, rows, ids }: Rows,
): Promise<void> {
  const list = columns.map((column) => `"${column}"`).join(', ');
  const values = columns.map((column) =>
    users.includes(column) && ids.size > 0
      ? `coalesce((?::jsonb ->> r."${column}"::text)::integer, r."${column}")`
      : `r."${column}"`,
  );
  const map = JSON.stringify(Object.fromEntries(ids));
  const maps = columns.flatMap((column) => (users.includes(column) && ids.size > 0 ? [map] : []));
  const overriding = columns.includes('id') ? 'OVERRIDING SYSTEM VALUE' : '';
  await db.raw(
    `INSERT INTO ${name} (${list}) ${overriding} SELECT ${values.join(', ')}
     FROM unnest(?::text[]) WITH ORDINALITY AS line (text, n),
       LATERAL jsonb_populate_record(NULL::${name}, line.text::jsonb) r ORDER BY line.n`,
    [...maps, rows],
  );
}

/** Those that a row can bring along: neither computed ones nor secrets. */
async function columnsOf({ db }: Context, { name, secret = [] }: ArchivedTable): Promise<string[]> {
  const { rows } = await db.raw<{ rows: { name: string }[] }>(
    `SELECT attname AS name FROM pg_attribute
     WHERE attrelid = ?::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = ''
     ORDER BY attnum`,
    [name],
  );
  return rows.map((row) => row.name).filter((column) => !secret.includes(column));
}

async function advanceSequence({ db }: Context, { name }: ArchivedTable): Promise<void> {
  await db.raw(
    `SELECT setval(pg_get_serial_sequence('${name}', 'id'), greatest(max(id), 1), max(id) IS NOT NULL) FROM ${name}`,
  );
}
