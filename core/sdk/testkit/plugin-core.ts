/** A core with plugins: the app, its database, and a queue that a test runs by hand. */
import { Logger as QueueLogger, runOnce } from 'graphile-worker';
import pg from 'pg';
import { loadConfig } from '../../config.ts';
import { type Logger, makeLogger } from '../../infra/logger.ts';
import { fanOut } from '../../plugin-host/fan-out.ts';
import { PluginHost } from '../../plugin-host/host.ts';
import { pluginJobs } from '../../plugin-host/jobs.ts';
import { generateKey } from '../../secrets/key-ring.ts';
import { openKeyRing } from '../../secrets/open-key-ring.ts';
import { bootCore, type CoreOptions, type TestCore } from './core-app.ts';

export interface PluginCore extends TestCore {
  host: PluginHost;
  /** Runs every job that is due, with those that they add. */
  runJobs(): Promise<void>;
  /** Looks at the schedules once, as the host does every minute. */
  runCrons(): Promise<void>;
}

export interface PluginCoreOptions extends CoreOptions {
  /** Where the lines of the host and of plugins go. @default nowhere */
  log?: Logger;
  /** Of `generateKey()`, where a test encrypts or decrypts as well. @default a new one */
  secretKey?: string;
}

const nowhere = '/nowhere';

/** Jobs wait by the clock of the database: what was there when the test moved its clock comes nearer. */
async function moveJobs({ db, clock }: TestCore): Promise<void> {
  for (const { at, ms } of clock.takeMoves()) {
    await db.raw(
      `UPDATE graphile_worker._private_jobs SET run_at = run_at - make_interval(secs => ?)
       WHERE created_at <= ? AND locked_at IS NULL`,
      [ms / 1000, at],
    );
  }
}

/** Starts them as the host does: one that cannot start is `failed`, and nothing is thrown. */
export async function bootPlugins(
  folders: string[],
  options: PluginCoreOptions = {},
): Promise<PluginCore & { stop(): Promise<void> }> {
  let made: PluginHost | undefined;
  const { log = makeLogger({ LOG_LEVEL: 'silent' }) } = options;
  const core = await bootCore({
    ...options,
    plugins: async ({ db, clock }) => {
      const keys = await openKeyRing(
        { SECRET_KEY: options.secretKey ?? generateKey(), DATA_DIR: nowhere },
        db,
      );
      const config = loadConfig({ RATE_LIMIT_PER_MINUTE: '0', ...options.env });
      made = new PluginHost({ config, db, clock, log, keys }, { folder: nowhere, named: folders });
      return { host: made, keys };
    },
  });
  const host = made as unknown as PluginHost;
  await host.start();
  const { tasks } = pluginJobs({ db: core.db, clock: core.clock, log }, host);
  return {
    ...core,
    host,
    async runJobs() {
      await moveJobs(core);
      // A pool of our own, ended here: the queue's outlives it and complains when the database goes.
      const pgPool = new pg.Pool({ connectionString: core.connectionString, max: 3 });
      pgPool.on('error', () => {});
      pgPool.on('connect', (client) => client.on('error', () => {}));
      try {
        do {
          await fanOut(core.db, host);
          await runOnce({
            pgPool,
            taskList: tasks,
            forbiddenFlags: host.idlePlugins().map((id) => `plugin:${id}`),
            noHandleSignals: true,
            logger: new QueueLogger(() => () => {}),
          });
        } while (
          (await core.db('event_outbox').first()) ??
          (await core.db('inbound_outbox').first())
        );
      } finally {
        await pgPool.end();
      }
    },
    async runCrons() {
      await tasks.plugin_crons?.({}, {} as never);
    },
    async stop() {
      await host.stop();
      await core.stop();
    },
  };
}
