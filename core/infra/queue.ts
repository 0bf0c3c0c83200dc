/** Graphile Worker: runs tasks and cron in PostgreSQL. It knows no task. */
import { EventEmitter } from 'node:events';
import {
  Logger as GraphileLogger,
  parseCronItems,
  run,
  type TaskList,
  type WorkerEvents,
} from 'graphile-worker';
import type { Knex } from 'knex';
import type { Clock } from './clock.ts';
import type { Logger } from './logger.ts';
import { openQueuePool } from './queue-pool.ts';

/** What a feature's `jobs.ts` provides. */
export interface Jobs {
  /** Task name → idempotent function. */
  tasks: TaskList;
  /** Task name → crontab pattern, UTC. */
  crons: Record<string, string>;
}

/** What a job may use. */
export interface JobDeps {
  db: Knex;
  clock: Clock;
  log: Logger;
}

export interface Queue {
  /** Resolves when the running jobs have ended. */
  stop(): Promise<void>;
}

export interface QueueOptions {
  connectionString: string;
  jobs: Jobs[];
  log: Logger;
  concurrency?: number;
  /** Jobs with one of these flags wait. Asked before each fetch. */
  forbiddenFlags?: () => string[];
  /** Told after each job that succeeded. */
  onDone?: () => void;
  /** Told the name under which this process is about to lock jobs. */
  onWorker?: (workerId: string) => void;
}

// Of a job only the beginning and the end need one.
const MOST_CONNECTIONS = 4;

export async function startQueue({
  connectionString,
  jobs,
  log,
  concurrency = 4,
  forbiddenFlags,
  onDone,
  onWorker,
}: QueueOptions): Promise<Queue> {
  const pool = openQueuePool(connectionString, Math.min(concurrency, MOST_CONNECTIONS) + 2, log);
  const crons = jobs.flatMap(({ crons }) => Object.entries(crons));
  const events: WorkerEvents = new EventEmitter();
  events.on('pool:create', ({ workerPool }) => onWorker?.(workerPool.id));
  if (onDone) events.on('job:success', onDone);
  const runner = await run({
    pgPool: pool,
    events,
    concurrency,
    noHandleSignals: true,
    ...(forbiddenFlags && { forbiddenFlags }),
    taskList: Object.assign({}, ...jobs.map(({ tasks }) => tasks)),
    parsedCronItems: parseCronItems(crons.map(([task, match]) => ({ task, match }))),
    logger: graphileLogger(log),
  });
  return {
    async stop() {
      await runner.stop();
      await pool.end();
    },
  };
}

// It would rather have a connection for each job. Ours know their number, and most wait for others.
const knownAdvice = 'having maxPoolSize';

const levels = { error: 'error', warning: 'warn', info: 'debug', debug: 'trace' } as const;

function graphileLogger(log: Logger): GraphileLogger {
  return new GraphileLogger(({ jobId, taskIdentifier }) => (level, message) => {
    const isKnown = message.includes(knownAdvice);
    log[isKnown ? 'debug' : (levels[level as keyof typeof levels] ?? 'debug')](
      { job_id: jobId, task: taskIdentifier },
      message,
    );
  });
}
