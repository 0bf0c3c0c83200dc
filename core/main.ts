/**
 * What a process of Stint is made of. `npm start` is everything in one: database, web, worker.
 * `npm run start:web` and `start:worker` are its halves, any number of each beside one PostgreSQL.
 */
import { loadConfig, loadEnvFile } from './config.ts';
import { systemClock } from './infra/clock.ts';
import { openDatabase } from './infra/database.ts';
import { makeLogger } from './infra/logger.ts';
import { prepareDatabase, provideDatabase } from './infra/provide-database.ts';
import { runUntilSignal } from './infra/shutdown.ts';
import { returnStartMemory } from './infra/start-memory.ts';
import { makeWaker } from './infra/waker.ts';
import { provideWebApp } from './infra/web-app/provide.ts';
import { makePluginHost } from './plugin-host/host.ts';
import { catchStrayFaults } from './plugin-host/stray-faults.ts';
import { readPart, requireSharedDatabase } from './process-part.ts';
import { openKeyRing } from './secrets/open-key-ring.ts';
import { startServer } from './server.ts';
import { prepareSetupLink } from './setup/service.ts';
import { startStatusServer } from './status-server.ts';
import { startWorker } from './worker.ts';

await runUntilSignal(async (onStop) => {
  const part = readPart(process.argv[2]);
  loadEnvFile();
  const config = loadConfig(process.env);
  if (!part.isWhole) requireSharedDatabase(config, part);
  const log = makeLogger(config);

  const webApp = part.isWeb ? provideWebApp(config, log) : undefined;
  const database = await provideDatabase(config, log);
  onStop('database server', () => database.stop());
  const db = openDatabase(database.connectionString, config.DATABASE_POOL_SIZE);
  onStop('database connections', () => db.destroy());
  await prepareDatabase(db, database.connectionString);
  const keys = await openKeyRing(config, db);

  const waker = makeWaker(db, log);
  onStop('waker', () => waker.stop());
  const host = makePluginHost({ config, db, clock: systemClock, log, keys });
  onStop('plugins', () => host.stop());
  catchStrayFaults(host, log);
  const shared = { config, db, log, plugins: { host, keys } };
  const server = part.isWeb
    ? await startServer({ ...shared, waker, webApp: await webApp })
    : await startStatusServer(shared);
  onStop('web server', () => server.stop());
  if (part.isWorker) {
    const { connectionString } = database;
    const worker = await startWorker({ config, keys, db, connectionString, log, host, waker });
    onStop('worker', () => worker.stop());
  }

  console.log(`Stint${part.label} is ready: ${server.url}  (database: ${database.description})`);
  const link =
    part.isWeb && (await prepareSetupLink({ db, clock: server.clock, baseUrl: server.url }));
  if (link) console.log(`Set it up here, once: ${link}`);
  console.log('Stop it with Ctrl-C.');
  returnStartMemory();
});
