/** The rules of archives: everyone takes along what is theirs, administrators all of it. */
import type { Readable } from 'node:stream';
import { ERR_FORBIDDEN } from '../errors.ts';
import type { Context } from '../infra/context.ts';
import { readArchive } from './read-archive.ts';
import type { ArchiveQuery, ArchiveReport } from './schema.ts';
import { writeArchive } from './write-archive.ts';

export async function exportArchive(
  context: Context,
  query: ArchiveQuery,
  signal: AbortSignal,
): Promise<Readable> {
  if (query.of === 'instance' && context.actor.role !== 'admin')
    throw new ERR_FORBIDDEN('Only an administrator takes along what belongs to others.');
  return writeArchive(context, query, signal);
}

export async function importArchive(context: Context, body: Readable): Promise<ArchiveReport> {
  return readArchive(context, body);
}
