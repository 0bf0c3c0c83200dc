/** The lines of an archive that is being sent, checked for form, counts and checksum. It knows no table. */
import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { ERR_ARCHIVE_BROKEN, ERR_ARCHIVE_VERSION } from './errors.ts';
import { ARCHIVE_VERSION } from './write-archive.ts';

export interface ArchiveHead {
  of: 'me' | 'instance';
  created_at: string;
}

export interface ArchiveLine {
  table: string;
  /** As text, since numbers in it are exact. */
  row: string;
}

interface Foot {
  counts: Record<string, number>;
  sha256: string;
}

const MAX_LINE = 10 * 1024 * 1024;
const rowLine = /^\{"table":"([a-z_]+)","row":(\{.*\})\}$/s;

/**
 * First the head, then the rows. Whoever keeps rows before the end has to be able to take them back.
 * @throws STINT_ERR_ARCHIVE_BROKEN, STINT_ERR_ARCHIVE_VERSION
 */
export async function* readLines(
  body: Readable,
): AsyncGenerator<ArchiveHead | ArchiveLine, void, void> {
  const hash = createHash('sha256');
  const counts: Record<string, number> = {};
  let hasHead = false;
  let foot: Foot | undefined;
  for await (const line of splitLines(body)) {
    if (foot) throw new ERR_ARCHIVE_BROKEN('something follows its last line');
    const found = rowLine.exec(line);
    if (!hasHead) {
      yield readHead(line);
      hasHead = true;
    } else if (found) {
      const [, table = '', row = ''] = found;
      counts[table] = (counts[table] ?? 0) + 1;
      yield { table, row };
    } else {
      foot = parse(line) as Foot;
      continue;
    }
    hash.update(`${line}\n`);
  }
  if (!foot) throw new ERR_ARCHIVE_BROKEN('its end is missing');
  if (foot.sha256 !== hash.digest('hex') || !isSame(foot.counts, counts))
    throw new ERR_ARCHIVE_BROKEN('its checksum differs: it was changed or damaged');
}

function readHead(line: string): ArchiveHead {
  const { format, version, ...head } = parse(line) as ArchiveHead & {
    format?: string;
    version?: number;
  };
  if (format !== 'stint-archive') throw new ERR_ARCHIVE_BROKEN('it is no archive of Stint');
  if (version !== ARCHIVE_VERSION) throw new ERR_ARCHIVE_VERSION(String(version));
  return head;
}

async function* splitLines(body: Readable): AsyncGenerator<string> {
  const text = body.pipe(createGunzip());
  body.once('error', (error) => text.destroy(error));
  text.setEncoding('utf8');
  let rest = '';
  try {
    for await (const chunk of text) {
      const lines = (rest + chunk).split('\n');
      rest = lines.pop() ?? '';
      if (rest.length > MAX_LINE) throw new ERR_ARCHIVE_BROKEN('a line is too long');
      yield* lines;
    }
  } catch (error) {
    if (String((error as { code?: string }).code).startsWith('Z_'))
      throw new ERR_ARCHIVE_BROKEN('it is not gzip, or cut off');
    throw error;
  }
  if (rest !== '') throw new ERR_ARCHIVE_BROKEN('its end is missing');
}

function parse(line: string): object {
  try {
    return JSON.parse(line);
  } catch {
    throw new ERR_ARCHIVE_BROKEN('a line is not JSON');
  }
}

function isSame(a: Record<string, number>, b: Record<string, number>): boolean {
  const names = new Set([...Object.keys(a ?? {}), ...Object.keys(b)]);
  return [...names].every((name) => a?.[name] === b[name]);
}
