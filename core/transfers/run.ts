/**
 * Runs one import or export with the rights that its person has by then. What they did wrong is the
 * job's answer; anything else is tried again.
 */
import type { Readable } from 'node:stream';
import { findPerson } from '../auth/identity.ts';
import type { ImportQuery } from '../imports/schema.ts';
import { importFile } from '../imports/service.ts';
import type { Context } from '../infra/context.ts';
import type { JobDeps } from '../infra/queue.ts';
import { type ReportFile, writeReport } from '../reports/service.ts';
import { readFile, writeFile } from './chunks.ts';
import type { ExportRequest } from './schema.ts';
import type { Transfer } from './transfer.ts';

const TOLD_EVERY_ROWS = 2_000;

export async function runTransfer(
  deps: JobDeps,
  id: string,
  { isLastTry, signal }: { isLastTry: boolean; signal: AbortSignal },
): Promise<void> {
  const { db, clock } = deps;
  const table = () => db<Transfer>('transfers').where({ id });
  const transfer = await table().first();
  if (!transfer || transfer.state === 'done' || transfer.state === 'failed') return;
  await table().update({ state: 'running', rows_done: 0 });
  const finish = (changes: Partial<Transfer>) =>
    table().update({ ...changes, finished_at: clock.now() });
  let told = 0;
  const tell = async (rows: number) => {
    if (rows - told < TOLD_EVERY_ROWS) return;
    told = rows;
    await table().update({ rows_done: rows });
  };
  try {
    const identity = await findPerson(db, transfer.user_id, `job:transfer`);
    if (!identity) {
      const detail = 'The account of the person is not active any more.';
      return void (await finish({
        state: 'failed',
        error: JSON.stringify({ code: 'STINT_ERR_FORBIDDEN', detail }) as never,
      }));
    }
    const context: Context = { ...identity, db, clock };
    if (transfer.direction === 'import') {
      const report = await importFile(context, await bytesOf(readFile(db, id)), {
        ...(transfer.params as ImportQuery),
        onProgress: tell,
      });
      await finish({
        state: 'done',
        rows_done: report.rows,
        result: JSON.stringify(report) as never,
      });
      // The file has served its purpose, and may hold what others should not keep.
      await db('transfer_chunks').where({ transfer_id: id }).delete();
      return;
    }
    const file = await openReport(context, transfer.params as ExportRequest, { signal, tell });
    await writeFile(db, id, file.body);
    const { name, mediaType } = file;
    await finish({ state: 'done', rows_done: file.rows(), file_name: name, media_type: mediaType });
  } catch (error) {
    const {
      statusCode = 500,
      code = '',
      message,
    } = error as Error & {
      statusCode?: number;
      code?: string;
    };
    const isTheirs = statusCode < 500 && code.startsWith('STINT_');
    if (!isTheirs && !isLastTry) throw error;
    const detail = isTheirs
      ? message
      : 'It failed on the server: an administrator finds why in the log.';
    await finish({
      state: 'failed',
      error: JSON.stringify({ code: isTheirs ? code : 'STINT_ERR_INTERNAL', detail }) as never,
    });
    if (!isTheirs) throw error;
  }
}

interface Progress {
  signal: AbortSignal;
  tell(rows: number): Promise<void>;
}

function openReport(
  context: Context,
  { report, format, filters = {}, group_by = ['project'] }: ExportRequest,
  progress: Progress,
): Promise<ReportFile> {
  const query =
    report === 'summary'
      ? ({ report, query: { ...filters, group_by } } as const)
      : ({ report, query: { ...filters, sort: 'start_time' } } as const);
  return writeReport(context, query, { extension: format, ...progress });
}

async function bytesOf(stream: Readable): Promise<Buffer> {
  return Buffer.concat(await stream.toArray());
}
