/**
 * Gives an installed version to a process of Stint that runs, and waits for what becomes of it. Where
 * none runs it is chosen at once, and starts with the next.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Context } from '../../infra/context.ts';
import { findRecord } from '../plugin-record.ts';
import { chooseVersion } from './choose.ts';
import { takeBack } from './receive.ts';
import type { VersionStore } from './store.ts';
import type { VersionRow } from './versions.ts';

/** Silence after which a process counts as dead, and then some. */
const ALIVE_SECONDS = 35;
const TAKEN_WITHIN_MS = 15_000;
/** Migrations and set-up have a minute and more. */
const DONE_WITHIN_MS = 120_000;
const LOOK_MS = 100;

export interface Outcome {
  text: string;
  isDone: boolean;
}

export async function handOver(
  context: Context,
  store: VersionStore,
  row: VersionRow,
): Promise<Outcome> {
  const { db } = context;
  const { plugin_id: id, version } = row;
  await insertPlugin(context, row);
  if (!(await anyoneRuns(context))) return chooseAlone(context, row);
  const last = await lastTrace(context);
  await db('plugins').where({ id }).update({ wanted_version: version });
  await db.raw(`SELECT pg_notify('stint_plugins', ?)`, [id]);
  for (let waited = 0; waited < DONE_WITHIN_MS; waited += LOOK_MS) {
    await sleep(LOOK_MS);
    const error = await findOutcome(context, row, last);
    if (error === null) return sayState(context, row);
    if (error !== undefined) return { text: error, isDone: false };
    if (waited < TAKEN_WITHIN_MS) continue;
    const isTaken =
      (await db('plugins')
        .where({ id, wanted_version: version })
        .update({ wanted_version: null })) === 0;
    if (isTaken) continue;
    await takeBack(context, store, row);
    const text = `No process of Stint took it: it has to run on this machine, with this DATA_DIR (${store.folderOf(id, version)}).`;
    return { text, isDone: false };
  }
  return { text: 'It is still being started: look at its state.', isDone: false };
}

async function insertPlugin({ db }: Context, { plugin_id: id, package: json }: VersionRow) {
  const { version, stint } = json;
  await db('plugins')
    .insert({
      id,
      version,
      display_name: stint.displayName,
      manifest: JSON.stringify(stint),
      state: 'discovered',
    })
    .onConflict('id')
    .ignore();
}

async function anyoneRuns({ db }: Context): Promise<boolean> {
  const alive = db.raw('heartbeat_at > now() - make_interval(secs => ?)', [ALIVE_SECONDS]);
  return (await db('processes').where(alive).first()) !== undefined;
}

async function chooseAlone(context: Context, row: VersionRow): Promise<Outcome> {
  const before = await findRecord(context.db, row.plugin_id);
  await chooseVersion(context, row, { action: 'plugin.installed', before });
  const text = `Version ${row.version} of ${row.plugin_id} is installed and starts with Stint.`;
  return { text, isDone: true };
}

async function lastTrace({ db }: Context): Promise<number> {
  const found = await db('audit_log').max({ id: 'id' }).first();
  return Number(found?.id ?? 0);
}

/** Null when it went well, a text when it did not, undefined as long as nobody knows. */
async function findOutcome(
  { db }: Context,
  { plugin_id, version }: VersionRow,
  last: number,
): Promise<string | null | undefined> {
  const trace: { changes: { error?: string } } | undefined = await db('audit_log')
    .where('id', '>', last)
    .whereIn('action', ['plugin.installed', 'plugin.install_failed'])
    .whereRaw(`changes ->> 'plugin' = ? AND changes ->> 'version' = ?`, [plugin_id, version])
    .first('changes');
  return trace && (trace.changes.error ?? null);
}

/** It was chosen: waits until it has begun, or cannot. */
async function sayState({ db }: Context, { plugin_id: id, version }: VersionRow): Promise<Outcome> {
  for (let waited = 0; waited < TAKEN_WITHIN_MS; waited += LOOK_MS) {
    const { state, last_error } = (await findRecord(db, id)) ?? {};
    const isUnderWay = state === 'discovered' || state === 'migrating' || state === 'starting';
    if (!isUnderWay) {
      const error = last_error ? `: ${last_error}` : '';
      return {
        text: `Version ${version} of ${id} is installed, and ${state}${error}`,
        isDone: true,
      };
    }
    await sleep(LOOK_MS);
  }
  return { text: `Version ${version} of ${id} is installed, and starting.`, isDone: true };
}
