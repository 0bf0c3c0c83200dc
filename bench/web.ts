/** The web process as in production, on a free port. Its rate limit counts, but nobody reaches it. */
import { loadConfig } from '../core/config.ts';
import { openDatabase } from '../core/infra/database.ts';
import { makeLogger } from '../core/infra/logger.ts';
import { runUntilSignal } from '../core/infra/shutdown.ts';
import { startServer } from '../core/server.ts';

await runUntilSignal(async (onStop) => {
  const config = loadConfig({
    ...process.env,
    PORT: '0',
    LOG_LEVEL: 'warn',
    RATE_LIMIT_PER_MINUTE: '1000000',
  });
  const db = openDatabase(config.DATABASE_URL as string, config.DATABASE_POOL_SIZE);
  onStop('database connections', () => db.destroy());
  const server = await startServer({ config, db, log: makeLogger(config) });
  onStop('web server', () => server.stop());
  process.send?.(server.url);
});
