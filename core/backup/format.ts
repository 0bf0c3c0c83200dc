/**
 * The form of a backup: gzip around lines. Each is a JSON object, but for the rows of a table, which follow
 * their line as PostgreSQL's own COPY text, ended by `\.`. The last line has the hash of all before it, so a
 * file that was cut off or changed is known before anything is written.
 */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { ERR_BACKUP_FILE } from './errors.ts';

export const FORMAT = 1;
export const END_OF_ROWS = '\\.';

export interface Header {
  stint_backup: number;
  /** Version of Stint. */
  version: string;
  created_at: string;
  /** Names of the core's migrations, in their order. */
  migrations: string[];
  /** Ids of the keys under which secrets are encrypted. */
  keys: string[];
}

export type Line =
  | Header
  | { schema: string }
  | { copy: string; columns: string[] }
  | { sequence: string; value: string; is_called: boolean }
  | { job: QueuedJob }
  | { file: string; base64: string }
  | { key: string }
  | { sha256: string };

export interface QueuedJob {
  identifier: string;
  payload: unknown;
  queue_name: string | null;
  run_at: string;
  max_attempts: number;
  key: string | null;
  priority: number;
  flags: string[] | null;
}

/** Puts the hash behind what it passes on. */
export async function* seal(content: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const hash = createHash('sha256');
  for await (const chunk of content) {
    hash.update(chunk);
    yield chunk;
  }
  yield writeLine({ sha256: hash.digest('hex') });
}

export function writeLine(line: Line): Buffer {
  return Buffer.from(`${JSON.stringify(line)}\n`);
}

/** The lines of a file, without their ends. @throws STINT_ERR_BACKUP_FILE */
export async function* readLines(file: string): AsyncGenerator<Buffer> {
  let rest: Buffer = Buffer.alloc(0);
  const stream = createReadStream(file);
  const unzipped = stream.pipe(createGunzip());
  stream.once('error', (error) => unzipped.destroy(error));
  try {
    for await (const chunk of unzipped as AsyncIterable<Buffer>) {
      const block = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
      let from = 0;
      for (let to = block.indexOf(10); to >= 0; to = block.indexOf(10, from)) {
        yield block.subarray(from, to);
        from = to + 1;
      }
      rest = block.subarray(from);
    }
  } catch (error) {
    throw new ERR_BACKUP_FILE(file, (error as Error).message);
  }
  if (rest.length > 0) throw new ERR_BACKUP_FILE(file, 'it ends in the middle of a line');
}

/** Reads it to the end. @throws STINT_ERR_BACKUP_FILE */
export async function verifyBackup(file: string): Promise<Header> {
  const hash = createHash('sha256');
  let header: Header | undefined;
  let last: Buffer | undefined;
  for await (const line of readLines(file)) {
    header ??= readHeader(file, line);
    if (last) hash.update(last).update('\n');
    // A part of a larger block, which the next one overwrites nothing of.
    last = Buffer.from(line);
  }
  if (!header || !last) throw new ERR_BACKUP_FILE(file, 'it is empty');
  const end = parse(last) as { sha256?: string } | undefined;
  if (!end?.sha256) throw new ERR_BACKUP_FILE(file, 'it was cut off: its last line is missing');
  if (end.sha256 !== hash.digest('hex'))
    throw new ERR_BACKUP_FILE(file, 'it was changed: its hash is another one');
  return header;
}

function readHeader(file: string, line: Buffer): Header {
  const header = parse(line) as Header | undefined;
  if (header?.stint_backup === undefined)
    throw new ERR_BACKUP_FILE(file, 'it is no backup of Stint');
  if (header.stint_backup !== FORMAT)
    throw new ERR_BACKUP_FILE(file, `it has the format ${header.stint_backup}, not ${FORMAT}`);
  return header;
}

function parse(line: Buffer): unknown {
  try {
    return JSON.parse(line.toString());
  } catch {
    return undefined;
  }
}
