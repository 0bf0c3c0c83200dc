/**
 * The processes that live, by heartbeat, and what is to be done when one died: its jobs are unlocked,
 * and the plugins that were starting in it are counted as the suspects.
 */
import { randomBytes } from 'node:crypto';
import { hostname } from 'node:os';
import type { Knex } from 'knex';
import type { Logger } from '../infra/logger.ts';
import type { Limits } from './limits.ts';

interface ProcessRow {
  id: string;
  host: string;
  pid: number;
  is_late: boolean;
}

export class Processes {
  readonly id = randomBytes(9).toString('hex');
  readonly #db: Knex;
  readonly #log: Logger;
  readonly #limits: Limits;
  readonly #workerIds: string[] = [];
  #timers: NodeJS.Timeout[] = [];
  #last: Promise<unknown> = Promise.resolve();

  constructor(db: Knex, log: Logger, limits: Limits) {
    this.#db = db;
    this.#log = log;
    this.#limits = limits;
  }

  /** Registers this one, buries the dead, and goes on doing both. */
  async start(): Promise<void> {
    await this.#beat();
    await this.#bury();
    const { heartbeatMs, sweepMs } = this.#limits;
    this.#every(heartbeatMs, () => this.#beat());
    this.#every(sweepMs, () => this.#bury());
  }

  /** Under which name this process locks jobs. */
  noteWorker(workerId: string): void {
    this.#workerIds.push(workerId);
    this.#run(() => this.#beat());
  }

  /** After the worker: what it did not end in time is for others to do, and nobody will look for it. */
  async stop(): Promise<void> {
    for (const timer of this.#timers) clearInterval(timer);
    this.#timers = [];
    await this.#last;
    await this.#unlock(this.#workerIds);
    await this.#db('processes').where({ id: this.id }).delete();
  }

  /** Before any code of the plugin runs, and after it ran. */
  async markStarting(plugin_id: string, isStarting: boolean): Promise<void> {
    const mark = { plugin_id, process_id: this.id };
    const write = () => this.#db('plugin_starts').insert(mark).onConflict().ignore();
    if (!isStarting) await this.#db('plugin_starts').where(mark).delete();
    // The others took this one for dead.
    else await write().catch(() => this.#beat().then(write));
  }

  #every(ms: number, work: () => Promise<void>): void {
    this.#timers.push(setInterval(() => this.#run(work), ms).unref());
  }

  #run(work: () => Promise<void>): void {
    this.#last = work().catch((error) =>
      this.#log.warn({ err: error }, 'the heartbeat of this process failed'),
    );
  }

  async #beat(): Promise<void> {
    // Inserted again when the others took this one for dead: it was blocked, and lives.
    await this.#db('processes')
      .insert({ id: this.id, host: hostname(), pid: process.pid, worker_ids: this.#workerIds })
      .onConflict('id')
      .merge({ heartbeat_at: this.#db.fn.now(), worker_ids: this.#workerIds });
  }

  async #bury(): Promise<void> {
    const others: ProcessRow[] = await this.#db('processes')
      .whereNot({ id: this.id })
      .select('id', 'host', 'pid')
      .select(
        this.#db.raw(`heartbeat_at < now() - make_interval(secs => ?) AS is_late`, [
          this.#limits.deadAfterMs / 1000,
        ]),
      );
    const dead = others.filter(isDead).map(({ id }) => id);
    if (dead.length === 0) return;
    // One statement: of several living processes, one counts and unlocks.
    const { rows } = await this.#db.raw(
      `WITH dead AS (DELETE FROM processes WHERE id IN
           (SELECT id FROM processes WHERE id = ANY(:dead) FOR UPDATE SKIP LOCKED) RETURNING id, worker_ids),
         suspects AS (SELECT s.plugin_id, count(*)::int AS times
           FROM plugin_starts s JOIN dead d ON d.id = s.process_id GROUP BY 1),
         counted AS (UPDATE plugins p SET crashes = p.crashes + s.times FROM suspects s WHERE p.id = s.plugin_id)
       SELECT worker_ids FROM dead`,
      { dead },
    );
    const workers = rows.flatMap((row: { worker_ids: string[] }) => row.worker_ids);
    await this.#unlock(workers);
    this.#log.warn({ processes: dead, workers }, 'processes ended without a word');
  }

  async #unlock(workers: string[]): Promise<void> {
    if (workers.length === 0) return;
    await this.#db.raw('SELECT graphile_worker.force_unlock_workers(?::text[])', [workers]);
  }
}

/** Known at once on the same machine, by its silence elsewhere. */
function isDead({ host, pid, is_late }: ProcessRow): boolean {
  if (is_late) return true;
  if (host !== hostname()) return false;
  // A container that starts again has the same name and numbers its processes alike.
  if (pid === process.pid) return true;
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}
