/** The file of a job in the database, in pieces: any process may have to read what another wrote. */
import { Readable } from 'node:stream';
import type { Knex } from 'knex';

const CHUNK_BYTES = 1024 * 1024;

/** Takes the place of what an earlier try wrote. */
export async function writeFile(db: Knex, transfer_id: string, source: Readable): Promise<void> {
  await db('transfer_chunks').where({ transfer_id }).delete();
  let n = 0;
  let parts: Buffer[] = [];
  let size = 0;
  const flush = async () => {
    if (size === 0) return;
    await db('transfer_chunks').insert({ transfer_id, n, bytes: Buffer.concat(parts) });
    n += 1;
    parts = [];
    size = 0;
  };
  for await (const part of source) {
    const bytes = Buffer.from(part);
    parts.push(bytes);
    size += bytes.length;
    if (size >= CHUNK_BYTES) await flush();
  }
  await flush();
}

export function readFile(db: Knex, transfer_id: string): Readable {
  return Readable.from(readChunks(db, transfer_id), { objectMode: false });
}

async function* readChunks(db: Knex, transfer_id: string): AsyncGenerator<Buffer> {
  for (let n = 0; ; n++) {
    const chunk = await db('transfer_chunks').first('bytes').where({ transfer_id, n });
    if (!chunk) return;
    yield chunk.bytes;
  }
}
