/** The rules of jobs: everyone has their own, and sees no other. */
import { Readable } from 'node:stream';
import type { ImportQuery } from '../imports/schema.ts';
import { type Context, inTransaction } from '../infra/context.ts';
import { readFile, writeFile } from './chunks.ts';
import { ERR_TRANSFER_NOT_FOUND, ERR_TRANSFER_NOT_READY } from './errors.ts';
import type { ExportJob, ExportRequest, ImportJob } from './schema.ts';
import type { Transfer } from './transfer.ts';

const KEPT_MS = 7 * 86_400_000;

export async function queueImport(
  context: Context,
  file: Buffer,
  query: ImportQuery,
): Promise<ImportJob> {
  let lines = 0;
  for (let at = file.indexOf(10); at !== -1; at = file.indexOf(10, at + 1)) lines += 1;
  const transfer = { direction: 'import', params: query, rows_total: lines } as const;
  return toImportJob(await queue(context, transfer, Readable.from([file])));
}

export async function queueExport(context: Context, request: ExportRequest): Promise<ExportJob> {
  return toExportJob(await queue(context, { direction: 'export', params: request }));
}

export async function getImportJob(context: Context, id: string): Promise<ImportJob> {
  return toImportJob(await find(context, 'import', id));
}

export async function getExportJob(context: Context, id: string): Promise<ExportJob> {
  return toExportJob(await find(context, 'export', id));
}

export async function openExportFile(context: Context, id: string) {
  const { state, file_name, media_type } = await find(context, 'export', id);
  if (state !== 'done') throw new ERR_TRANSFER_NOT_READY(state);
  return { file_name, media_type, body: readFile(context.db, id) };
}

type Wanted = Pick<Transfer, 'direction' | 'params'> & Partial<Transfer>;

/** The job and what it is for are one transaction. */
async function queue(context: Context, wanted: Wanted, file?: Readable): Promise<Transfer> {
  return inTransaction(context, async ({ db, actor, clock }) => {
    const created_at = clock.now();
    const [transfer] = await db<Transfer>('transfers')
      .insert({
        ...wanted,
        params: JSON.stringify(wanted.params) as never,
        user_id: actor.user_id as number,
        created_at,
        expires_at: new Date(created_at.getTime() + KEPT_MS),
      })
      .returning('*');
    const { id } = transfer as Transfer;
    if (file) await writeFile(db, id, file);
    // One after another: each may take all that a worker has.
    await db.raw(
      `SELECT graphile_worker.add_job('transfer', ?::json, queue_name => 'transfers', max_attempts => 3)`,
      [JSON.stringify({ id })],
    );
    return transfer as Transfer;
  });
}

async function find(
  { db, actor }: Context,
  direction: Transfer['direction'],
  id: string,
): Promise<Transfer> {
  const transfer = await db<Transfer>('transfers')
    .where({ id, direction, user_id: actor.user_id as number })
    .first();
  if (!transfer) throw new ERR_TRANSFER_NOT_FOUND(id);
  return transfer;
}

function toImportJob({ result, ...transfer }: Transfer): ImportJob {
  return { ...transfer, report: result };
}

function toExportJob(transfer: Transfer): ExportJob {
  const file_url = transfer.state === 'done' ? `/api/v1/exports/${transfer.id}/file` : null;
  return { ...transfer, file_url };
}
