/**
 * An archive as a stream of gzipped lines (docs/api/archive.md): a head, a line for each row, and counts with
 * a checksum. All rows come of one statement, so they are of one moment.
 */
import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { createGzip } from 'node:zlib';
import { hasRole } from '../infra/access.ts';
import type { Context } from '../infra/context.ts';
import { streamRows } from '../infra/row-stream.ts';
import type { ArchiveQuery } from './schema.ts';
import { type ArchivedTable, archivedTables } from './tables.ts';

export const ARCHIVE_VERSION = 1;

interface ArchivedRow {
  name: string;
  row: string;
}

export async function writeArchive(
  context: Context,
  { of }: ArchiveQuery,
  signal: AbortSignal,
): Promise<Readable> {
  const rows = streamRows<ArchivedRow>(context.db, selectRows(context, of), signal);
  // The first row is waited for, so that an error until then can still be answered as one.
  const first = await rows.next();
  const head = {
    format: 'stint-archive',
    version: ARCHIVE_VERSION,
    of,
    created_at: context.clock.now(),
  };
  const lines = Readable.from(writeLines(head, first, rows), { objectMode: false });
  const gzip = createGzip();
  lines.once('error', (error) => gzip.destroy(error));
  gzip.once('close', () => lines.destroy());
  return lines.pipe(gzip);
}

async function* writeLines(
  head: object,
  first: IteratorResult<ArchivedRow, void>,
  rows: AsyncGenerator<ArchivedRow, void, void>,
): AsyncGenerator<string> {
  const hash = createHash('sha256');
  const counts: Record<string, number> = {};
  const noted = (line: string) => {
    hash.update(line);
    return line;
  };
  try {
    yield noted(`${JSON.stringify(head)}\n`);
    for (let next = first; !next.done; next = await rows.next()) {
      const { name, row } = next.value as ArchivedRow;
      counts[name] = (counts[name] ?? 0) + 1;
      // The row stays the text that PostgreSQL made: amounts never become floats.
      yield noted(`{"table":${JSON.stringify(name)},"row":${row}}\n`);
    }
    yield `${JSON.stringify({ counts, sha256: hash.digest('hex') })}\n`;
  } finally {
    await rows.return();
  }
}

function selectRows({ db, actor }: Context, of: ArchiveQuery['of']) {
  const isOwn = of === 'me';
  const isHidden = isOwn && !hasRole(actor.role, 'manager');
  const parts = archivedTables.flatMap((table, position) =>
    isOwn && !table.own ? [] : [selectTable(table, position, isOwn, isHidden)],
  );
  const text = `SELECT name, "row" FROM (${parts.join(' UNION ALL ')}) rows ORDER BY position, n`;
  return db.raw(text, { user: actor.user_id ?? null });
}

function selectTable(
  { name, key, own, secret = [], hidden = [] }: ArchivedTable,
  position: number,
  isOwn: boolean,
  isHidden: boolean,
): string {
  const without = [...secret, ...(isHidden ? hidden : [])];
  const image = without.reduce((text, column) => `${text} - '${column}'`, 'to_jsonb(t)');
  return `SELECT '${name}' AS name, ${position} AS position, row_number() OVER (ORDER BY ${key}) AS n,
    (${image})::text AS "row" FROM ${name} t ${isOwn ? `WHERE ${own}` : ''}`;
}
