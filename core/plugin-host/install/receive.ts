/** Takes a package in: everything about it is checked, then its files and its row are put down. Starts nothing. */
import { createHash } from 'node:crypto';
import type { Context } from '../../infra/context.ts';
import type { Found } from '../discover.ts';
import { checkCompatibility } from '../manifest-check.ts';
import {
  ERR_PLUGIN_HASH,
  ERR_PLUGIN_ID_TAKEN,
  ERR_PLUGIN_UNCONFIRMED,
  ERR_PLUGIN_VERSION_TAKEN,
} from './errors.ts';
import { requireFit } from './fit.ts';
import { type Inspection, inspectFiles } from './inspect.ts';
import type { PackageFiles } from './package-files.ts';
import type { VersionStore } from './store.ts';
import { findVersion, type VersionRow } from './versions.ts';

/** A package as it came, read and not yet believed. */
export interface Incoming {
  files: PackageFiles;
  /** Of the archive; of a folder there is none. */
  sha256: string | null;
  /** Where it came from, for people: a file's name. */
  source: string;
}

export interface Examined extends Incoming {
  inspection: Inspection;
  /** What a person confirms: of the archive, or of the folder's files. */
  fingerprint: string;
}

export function hashArchive(archive: Buffer): string {
  return createHash('sha256').update(archive).digest('hex');
}

/**
 * Whether it could be installed beside those that are here.
 * @throws what is wrong with it: manifest, contract, bundling, dependencies, an id that is taken
 */
export function examine(incoming: Incoming, others: readonly Found[]): Examined {
  const inspection = inspectFiles(incoming.files);
  const { package: json } = inspection;
  const { id } = json.stint;
  const inTheWay = others.find((one) => one.id === id && one.installed === undefined);
  if (inTheWay?.package) throw new ERR_PLUGIN_ID_TAKEN(id, inTheWay.folder);
  checkCompatibility(json);
  requireFit({ id, folder: '', package: json, installed: json.version }, others);
  return { ...incoming, inspection, fingerprint: incoming.sha256 ?? incoming.files.hash() };
}

/** @throws STINT_ERR_PLUGIN_UNCONFIRMED, STINT_ERR_PLUGIN_HASH */
export function requireConfirmed(sha256: string | undefined, { fingerprint }: Examined): void {
  if (sha256 === undefined) throw new ERR_PLUGIN_UNCONFIRMED(`sha256=${fingerprint}`);
  if (sha256.toLowerCase() !== fingerprint) throw new ERR_PLUGIN_HASH(fingerprint, sha256);
}

export interface Received {
  row: VersionRow;
  /** Its row was here: it is taken in again, on another machine for instance. */
  wasHere: boolean;
}

/** @throws STINT_ERR_PLUGIN_VERSION_TAKEN */
export async function receive(
  { db, actor, clock }: Pick<Context, 'db' | 'actor' | 'clock'>,
  store: VersionStore,
  { files, sha256, source, inspection }: Examined,
): Promise<Received> {
  const { package: json } = inspection;
  const [plugin_id, version] = [json.stint.id, json.version];
  const files_sha256 = files.hash();
  const [added]: VersionRow[] = await db('plugin_versions')
    .insert({
      plugin_id,
      version,
      sha256,
      files_sha256,
      source,
      package: JSON.stringify(json),
      installed_at: clock.now(),
      installed_by: actor.user_id ?? null,
    })
    .onConflict(['plugin_id', 'version'])
    .ignore()
    .returning('*');
  const row = added ?? (await findVersion(db, plugin_id, version));
  if (row?.files_sha256 !== files_sha256) throw new ERR_PLUGIN_VERSION_TAKEN(version, plugin_id);
  const received = { row, wasHere: added === undefined };
  await store.place(plugin_id, version, files).catch(async (error) => {
    if (!received.wasHere) await takeBack({ db }, store, row);
    throw error;
  });
  return received;
}

/** A version that never ran: its number is free again. */
export async function takeBack(
  { db }: Pick<Context, 'db'>,
  store: VersionStore,
  { plugin_id, version }: VersionRow,
): Promise<void> {
  await db('plugin_versions').where({ plugin_id, version }).delete();
  await store.remove(plugin_id, version);
}
