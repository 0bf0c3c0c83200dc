/**
 * `npm run import -- <file>`: tells what an import would do, and with `--for-good` imports, also while Stint
 * runs. It does what the API does, as the administrator who is named.
 */
import { readFile } from 'node:fs/promises';
import { findPerson } from '../auth/identity.ts';
import { loadConfig, loadEnvFile } from '../config.ts';
import { systemClock } from '../infra/clock.ts';
import type { Context } from '../infra/context.ts';
import { openDatabase } from '../infra/database.ts';
import { makeLogger } from '../infra/logger.ts';
import { joinDatabase, prepareDatabase } from '../infra/provide-database.ts';
import { runUntilSignal } from '../infra/shutdown.ts';
import { readImportCommand } from './command-options.ts';
import { ERR_IMPORT_COMMAND } from './errors.ts';
import type { ImportReport } from './schema.ts';
import { importFile } from './service.ts';

const SHOWN_FAULTS = 20;

async function contextOf(db: Context['db'], email: string | undefined): Promise<Context> {
  const admins = db('users').where({ role: 'admin', active: true }).orderBy('id');
  if (email) admins.whereRaw('lower(email) = lower(?)', [email]);
  const admin = await admins.first('id');
  const identity = admin && (await findPerson(db, admin.id, 'command:import'));
  if (!identity)
    throw new ERR_IMPORT_COMMAND(
      email ? `No administrator has the address ${email}.` : 'There is no administrator yet.',
    );
  return { ...identity, db, clock: systemClock };
}

function print(report: ImportReport): void {
  const { clients_created, projects_created, tasks_created, tags_created } = report;
  const hours = (report.duration_seconds_total / 3600).toFixed(2);
  console.log(`A file of the format ${report.format}, ${report.rows} rows`);
  console.log(`  entries     ${report.entries_created} (${hours} hours)`);
  console.log(`  here before ${report.entries_skipped}`);
  console.log(
    `  new         ${clients_created.length} clients, ${projects_created.length} projects, ${tasks_created.length} tasks, ${tags_created.length} tags`,
  );
  console.log(`  bad rows    ${report.errors_total}`);
  for (const { line, column, value, reason } of report.errors.slice(0, SHOWN_FAULTS))
    console.log(
      `    line ${line ?? '–'}, ${column ?? 'the row'}, ${JSON.stringify(value)}: ${reason}`,
    );
  if (report.errors_total > SHOWN_FAULTS) console.log('    …');
  if (report.warnings_total > 0) console.log(`  warnings    ${report.warnings_total}`);
  if (report.dry_run) console.log('Nothing is imported yet. To do it: --for-good');
  else console.log(report.import_id === null ? 'Nothing was imported.' : 'Imported.');
}

await runUntilSignal(async (onStop) => {
  const { path, as, query } = readImportCommand(process.argv.slice(3));
  loadEnvFile();
  const config = loadConfig(process.env);
  const file = await readFile(path).catch(() => {
    throw new ERR_IMPORT_COMMAND(`There is no file ${path}.`);
  });

  const database = await joinDatabase(config, makeLogger({ LOG_LEVEL: 'warn' }));
  onStop('database server', () => database.stop());
  const db = openDatabase(database.connectionString, 2);
  onStop('database connections', () => db.destroy());
  await prepareDatabase(db, database.connectionString);

  const report = await importFile(await contextOf(db, as), file, query);
  print(report);
  if (report.errors_total > 0) process.exitCode = 1;
  // The work is done: leave as Ctrl-C would, with everything stopped in order.
  process.kill(process.pid, 'SIGTERM');
});
