/** Everything in one process tree: database, web, worker. What `npm start` runs. */
import { loadConfig, loadEnvFile } from './config.ts';
import { systemClock } from './infra/clock.ts';
import { openDatabase } from './infra/database.ts';
import { makeLogger } from './infra/logger.ts';
import { prepareDatabase, provideDatabase } from './infra/provide-database.ts';
import { runUntilSignal } from './infra/shutdown.ts';
import { makeWaker } from './infra/waker.ts';
import { provideWebApp } from './infra/web-app/provide.ts';
import { makePluginHost } from './plugin-host/host.ts';
import { catchStrayFaults } from './plugin-host/stray-faults.ts';
import { openKeyRing } from './secrets/open-key-ring.ts';
import { startServer } from './server.ts';
import { prepareSetupLink } from './setup/service.ts';
import { startWorker } from './worker.ts';

await runUntilSignal(async (onStop) => {
  loadEnvFile();
  const config = loadConfig(process.env);
  const log = makeLogger(config);

  const webApp = provideWebApp(config, log);
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
  const server = await startServer({
    config,
    db,
    log,
    plugins: { host, keys },
    waker,
    webApp: await webApp,
  });
  onStop('web server', () => server.stop());
  const worker = await startWorker({
    db,
    connectionString: database.connectionString,
    log,
    host,
    waker,
  });
  onStop('worker', () => worker.stop());

  const link = await prepareSetupLink({ db, clock: server.clock, baseUrl: server.url });
  console.log(`Stint is ready: ${server.url}  (database: ${database.description})`);
  if (link) console.log(`Set it up here, once: ${link}`);
  console.log('Stop it with Ctrl-C.');
});
