/**
 * Hears, by LISTEN, of what administrators decide in other processes. On a connection of its own, which
 * it makes again when it is lost; whatever was said meanwhile is asked for then.
 */
import type { Knex } from 'knex';
import pg from 'pg';
import type { Logger } from '../infra/logger.ts';

const CHANNEL = 'stint_plugins';
const FIRST_WAIT_MS = 200;
const LONGEST_WAIT_MS = 10_000;

export class DecisionListener {
  readonly #db: Knex;
  readonly #log: Logger;
  readonly #follow: (pluginId: string) => Promise<void>;
  #client: pg.Client | undefined;
  #again: NodeJS.Timeout | undefined;
  #waitMs = FIRST_WAIT_MS;
  #isStopped = false;

  constructor(db: Knex, log: Logger, follow: (pluginId: string) => Promise<void>) {
    this.#db = db;
    this.#log = log;
    this.#follow = follow;
  }

  /** Never rejects: without the connection it tries again. */
  async start(): Promise<void> {
    const client = new pg.Client(this.#db.client.config.connection);
    client.on('error', (error) => this.#lose(client, error));
    client.on('end', () => this.#lose(client));
    client.on('notification', ({ payload }) => this.#tell(payload ?? ''));
    try {
      this.#client = client;
      await client.connect();
      await client.query(`LISTEN ${CHANNEL}`);
      if (this.#isStopped) return await client.end();
      // What was decided while nobody listened.
      if (this.#waitMs > FIRST_WAIT_MS) {
        for (const id of await this.#db('plugins').pluck<string[]>('id')) this.#tell(id);
      }
      this.#waitMs = FIRST_WAIT_MS;
    } catch (error) {
      this.#lose(client, error as Error);
    }
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    clearTimeout(this.#again);
    const client = this.#client;
    this.#client = undefined;
    await client?.end().catch(() => {});
  }

  #tell(id: string): void {
    this.#follow(id).catch((error) =>
      this.#log.warn({ err: error, plugin: id }, 'a decision was not followed'),
    );
  }

  #lose(client: pg.Client, error?: Error): void {
    if (this.#isStopped || this.#client !== client) return;
    this.#client = undefined;
    this.#log.warn({ err: error }, 'decisions of other processes are not heard');
    client.end().catch(() => {});
    this.#waitMs = Math.min(this.#waitMs * 2, LONGEST_WAIT_MS);
    this.#again = setTimeout(() => void this.start(), this.#waitMs).unref();
  }
}
