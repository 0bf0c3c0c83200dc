/** `npm run restore`: fills an empty database from a backup. */
import { resolve } from 'node:path';
import { loadConfig, loadEnvFile } from '../config.ts';
import { checkDatabase, openDatabase } from '../infra/database.ts';
import { makeLogger } from '../infra/logger.ts';
import { joinDatabase } from '../infra/provide-database.ts';
import { runUntilSignal } from '../infra/shutdown.ts';
import { ERR_RESTORE_TARGET } from './errors.ts';
import { readRestoreArguments } from './options.ts';
import { restoreBackup } from './restore.ts';

await runUntilSignal(async (onStop) => {
  const file = resolve(readRestoreArguments(process.argv.slice(3)).file);
  loadEnvFile();
  const config = loadConfig(process.env);
  const database = await joinDatabase(config, makeLogger({ LOG_LEVEL: 'warn' }));
  if (database.isRunning)
    throw new ERR_RESTORE_TARGET(`Stint runs on ${config.DATA_DIR}. Stop it first`);
  onStop('database server', () => database.stop());
  const db = openDatabase(database.connectionString, 2);
  onStop('database connections', () => db.destroy());
  await checkDatabase(db);

  const { connectionString } = database;
  const { DATA_DIR: dataDir } = config;
  const { created_at, keys, hasKey } = await restoreBackup({ db, connectionString, dataDir }, file);
  console.log(`Restored as of ${created_at}. Start it with: npm start`);
  if (keys.length > 0 && !hasKey) {
    console.log(
      `Its secrets are under the key ${keys.join(', ')}: give Stint that SECRET_KEY, or its secret.key in ${dataDir}.`,
    );
  }
  process.kill(process.pid, 'SIGTERM');
});
