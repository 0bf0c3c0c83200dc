/** `npm run backup`: writes a backup, also while Stint runs, or checks one. */
import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { loadConfig, loadEnvFile } from '../config.ts';
import { openDatabase } from '../infra/database.ts';
import { makeLogger } from '../infra/logger.ts';
import { joinDatabase } from '../infra/provide-database.ts';
import { runUntilSignal } from '../infra/shutdown.ts';
import { verifyBackup } from './format.ts';
import { nameBackup } from './name.ts';
import { readBackupArguments } from './options.ts';
import { readVersion } from './version.ts';
import { writeBackup } from './write.ts';

await runUntilSignal(async (onStop) => {
  const options = readBackupArguments(process.argv.slice(3));
  const now = new Date();
  const file = resolve(options.file ?? nameBackup(now));
  if (options.check) {
    const { created_at, version, keys } = await verifyBackup(file);
    console.log(`Whole: ${file}, of Stint ${version}, made at ${created_at}.`);
    if (keys.length > 0) console.log(`Its secrets are under the key ${keys.join(', ')}.`);
    process.kill(process.pid, 'SIGTERM');
    return;
  }
  loadEnvFile();
  const config = loadConfig(process.env);
  const database = await joinDatabase(config, makeLogger({ LOG_LEVEL: 'warn' }));
  onStop('database server', () => database.stop());
  const db = openDatabase(database.connectionString, 2);
  onStop('database connections', () => db.destroy());

  const withKey = options['with-key'];
  const version = await readVersion();
  const keys = await writeBackup({ db, dataDir: config.DATA_DIR, version, now, withKey }, file);
  console.log(`Written: ${file} (${Math.ceil((await stat(file)).size / 1024)} KB).`);
  if (keys.length > 0 && !withKey) {
    console.log(
      `Its secrets are encrypted under the key ${keys.join(', ')}, which is not in it: keep SECRET_KEY, or secret.key of DATA_DIR, in another place.`,
    );
  }
  process.kill(process.pid, 'SIGTERM');
});
