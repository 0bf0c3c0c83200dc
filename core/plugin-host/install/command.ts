/**
 * `npm run plugins -- …`: lists plugins and switches them, also while Stint runs. `install <file.tgz or
 * folder>` says what a plugin is and, when that is confirmed, installs it. No code of a plugin runs here.
 */
import { readFile, stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { type Config, loadConfig, loadEnvFile } from '../../config.ts';
import { systemClock } from '../../infra/clock.ts';
import type { Context } from '../../infra/context.ts';
import { openDatabase } from '../../infra/database.ts';
import { makeLogger } from '../../infra/logger.ts';
import { joinDatabase, prepareDatabase } from '../../infra/provide-database.ts';
import { runUntilSignal } from '../../infra/shutdown.ts';
import { readSettings } from '../../settings/read.ts';
import { discoverAll } from '../discover-all.ts';
import { type InstallOptions, readPluginCommand } from './command-options.ts';
import { ERR_PLUGIN_COMMAND } from './errors.ts';
import { handOver } from './hand-over.ts';
import { readArchive } from './read-archive.ts';
import { isForDevelopment, readFolder } from './read-folder.ts';
import { examine, hashArchive, type Incoming, receive, requireConfirmed } from './receive.ts';
import { describeExamined, type InstallReport } from './report.ts';
import { VersionStore } from './store.ts';
import { printPlugins, switchPlugin } from './switch.ts';
import { COMMAND } from './wanted.ts';

async function readIncoming(path: string): Promise<Incoming> {
  const source = basename(resolve(path));
  const found = await stat(path).catch(() => undefined);
  if (!found) throw new ERR_PLUGIN_COMMAND(`There is no file or folder ${path}.`);
  if (found.isDirectory())
    return { files: await readFolder(path, isForDevelopment), sha256: null, source };
  const archive = await readFile(path);
  return { files: await readArchive(archive), sha256: hashArchive(archive), source };
}

function print(report: InstallReport): void {
  const { permissions, added_permissions: added, ignored_scripts: scripts } = report;
  const from = report.current_version === null ? '' : ` (in place of ${report.current_version})`;
  console.log(`${report.display_name}, ${report.id} ${report.version}${from}`);
  console.log(`  SHA-256      ${report.sha256}`);
  console.log(`  files        ${report.files}, ${report.bytes} bytes`);
  console.log(`  contract     ${report.needs_contract} (here: ${report.contract})`);
  console.log(`  permissions  ${JSON.stringify(permissions)}`);
  if (added.length > 0) console.log(`  new          ${added.join(', ')}`);
  if (scripts.length > 0) console.log(`  not run      ${scripts.join(', ')}`);
  console.log(report.rights);
}

async function install(
  context: Context,
  config: Config,
  { path, sha256, yes }: InstallOptions,
): Promise<void> {
  const store = new VersionStore(config.DATA_DIR);
  const others = await discoverAll(config, context.db, store);
  const examined = examine(await readIncoming(path), others);
  const { id } = examined.inspection.package.stint;
  print(describeExamined(examined, others.find((one) => one.id === id)?.package));
  if (sha256 !== undefined) requireConfirmed(sha256, examined);
  if (sha256 === undefined && !yes) {
    console.log(`Nothing is installed yet. To confirm it: --sha256 ${examined.fingerprint}`);
    return;
  }
  const { row } = await receive(context, store, examined);
  const { text, isDone } = await handOver(context, store, row);
  console.log(text);
  if (!isDone) process.exitCode = 1;
}

await runUntilSignal(async (onStop) => {
  const options = readPluginCommand(process.argv.slice(3));
  loadEnvFile();
  const config = loadConfig(process.env);

  const database = await joinDatabase(config, makeLogger({ LOG_LEVEL: 'warn' }));
  onStop('database server', () => database.stop());
  const db = openDatabase(database.connectionString, 2);
  onStop('database connections', () => db.destroy());
  await prepareDatabase(db, database.connectionString);

  const actor = { role: 'admin', via: COMMAND, time_zone: 'UTC', week_start: 1 } as const;
  const context = { db, clock: systemClock, actor, settings: await readSettings(db) };
  if (options.command === 'install') await install(context, config, options);
  else if (options.command === 'list') await printPlugins(context);
  else await switchPlugin(context, options);
  // The work is done: leave as Ctrl-C would, with everything stopped in order.
  process.kill(process.pid, 'SIGTERM');
});
