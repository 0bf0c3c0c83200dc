/**
 * `npm run demo`: fills the database that `npm start` uses, also while Stint runs on it, and prints
 * how to sign in. It refuses a database that is in use already.
 */
import { randomBytes } from 'node:crypto';
import { hashPassword } from '../auth/passwords.ts';
import { loadConfig, loadEnvFile } from '../config.ts';
import { systemClock } from '../infra/clock.ts';
import { openDatabase } from '../infra/database.ts';
import { makeLogger } from '../infra/logger.ts';
import { joinDatabase, prepareDatabase } from '../infra/provide-database.ts';
import { runUntilSignal } from '../infra/shutdown.ts';
import { fillDemo } from './fill.ts';
import { readOptions } from './options.ts';

await runUntilSignal(async (onStop) => {
  loadEnvFile();
  const config = loadConfig(process.env);
  const size = readOptions(process.argv.slice(3));

  const database = await joinDatabase(config, makeLogger({ LOG_LEVEL: 'warn' }));
  onStop('database server', () => database.stop());
  const db = openDatabase(database.connectionString, config.DATABASE_POOL_SIZE);
  onStop('database connections', () => db.destroy());
  await prepareDatabase(db, database.connectionString);

  const password = randomBytes(12).toString('base64url');
  const passwordHash = await hashPassword(password);
  const people = await fillDemo(db, { ...size, passwordHash, now: systemClock.now() });

  console.log(`${size.entries} time entries are in. Everybody's password is ${password}`);
  for (const { email, role, time_zone } of people.slice(0, 10)) {
    console.log(`  ${email.padEnd(24)} ${role.padEnd(8)} ${time_zone}`);
  }
  if (people.length > 10) console.log(`  and ${people.length - 10} more`);
  // The work is done: leave as Ctrl-C would, with everything stopped in order.
  process.kill(process.pid, 'SIGTERM');
});
