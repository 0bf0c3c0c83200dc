/**
 * `npm run rotate-key`: encrypts every stored secret again under the current key, also while Stint
 * runs, and prints how many. It refuses to make a new key for one that has `SECRET_KEY` set.
 */
import { type Config, loadConfig, loadEnvFile } from '../config.ts';
import { openDatabase } from '../infra/database.ts';
import { makeLogger } from '../infra/logger.ts';
import { joinDatabase, prepareDatabase } from '../infra/provide-database.ts';
import { runUntilSignal } from '../infra/shutdown.ts';
import { ERR_ROTATE_OPTION } from './errors.ts';
import { addKeyToFile } from './key-file.ts';
import { discardLostSecrets, openKeyRing, retireKeys } from './open-key-ring.ts';
import { rotateSecrets } from './rotate.ts';
import { readRotateOptions } from './rotate-options.ts';

function addKey(config: Config, isRunning: boolean): void {
  if (config.SECRET_KEY) {
    throw new ERR_ROTATE_OPTION(
      '--new is for the key file: put the new key before the old one in SECRET_KEY instead.',
    );
  }
  // It read the file when it started, and would not know the new key.
  if (isRunning) throw new ERR_ROTATE_OPTION(`Stint runs on ${config.DATA_DIR}: stop it first.`);
  addKeyToFile(config.DATA_DIR);
}

await runUntilSignal(async (onStop) => {
  const options = readRotateOptions(process.argv.slice(3));
  loadEnvFile();
  const config = loadConfig(process.env);

  const database = await joinDatabase(config, makeLogger({ LOG_LEVEL: 'warn' }));
  onStop('database server', () => database.stop());
  const db = openDatabase(database.connectionString, 2);
  onStop('database connections', () => db.destroy());
  await prepareDatabase(db, database.connectionString);

  if (options['discard-lost']) {
    console.log(`Deleted, because their key is lost: ${await discardLostSecrets(config, db)}.`);
  }
  // Held against the database before a key is added to it.
  await openKeyRing(config, db);
  if (options.new) addKey(config, database.isRunning);
  const keys = await openKeyRing(config, db);
  const { rotated, unreadable, left } = await rotateSecrets(db, keys);
  const retired = await retireKeys(db, keys);

  console.log(`Encrypted under the key ${keys.currentId} now: ${rotated}. Under others: ${left}.`);
  if (retired.length > 0) console.log(`Not needed any more: ${retired.join(', ')}.`);
  for (const { owner, path, code } of unreadable) {
    console.error(`Left as it is: ${owner}${path} [${code}]`);
  }
  if (left > 0) process.exitCode = 1;
  // The work is done: leave as Ctrl-C would, with everything stopped in order.
  process.kill(process.pid, 'SIGTERM');
});
