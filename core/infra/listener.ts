/**
 * Hears what PostgreSQL notifies on one channel, on a connection of its own, which it makes again when
 * it is lost. What was said meanwhile it cannot know: `onReturn` is where to look.
 */
import type { FastifyBaseLogger } from 'fastify';
import type { Knex } from 'knex';
import pg from 'pg';

const FIRST_WAIT_MS = 200;
const LONGEST_WAIT_MS = 10_000;
// A server that is not there must not keep a process that stops from ending.
const CONNECT_MS = 5_000;

export interface ListenerOptions {
  db: Knex;
  log: FastifyBaseLogger;
  channel: string;
  onMessage: (payload: string) => void;
  /** It listens again after it did not. What it throws loses the connection once more. */
  onReturn: () => void | Promise<void>;
}

export class Listener {
  readonly #options: ListenerOptions;
  #client: pg.Client | undefined;
  #again: NodeJS.Timeout | undefined;
  #waitMs = FIRST_WAIT_MS;
  #isStopped = false;
  #isListening = false;
  #connecting: Promise<void> | undefined;

  constructor(options: ListenerOptions) {
    this.#options = options;
  }

  /** Nothing that is said now is missed. */
  get isListening(): boolean {
    return this.#isListening;
  }

  /** Never rejects: without the connection it tries again. */
  async start(): Promise<void> {
    if (this.#isStopped) return;
    this.#connecting = this.#connect();
    await this.#connecting;
    this.#connecting = undefined;
  }

  async #connect(): Promise<void> {
    const { db, channel, onMessage, onReturn } = this.#options;
    const client = new pg.Client({
      ...db.client.config.connection,
      connectionTimeoutMillis: CONNECT_MS,
    });
    client.on('error', (error) => this.#lose(client, error));
    client.on('end', () => this.#lose(client));
    client.on('notification', ({ payload }) => onMessage(payload ?? ''));
    try {
      this.#client = client;
      await client.connect();
      await client.query(`LISTEN ${channel}`);
      if (this.#isStopped) return await client.end();
      if (this.#waitMs > FIRST_WAIT_MS) await onReturn();
      this.#waitMs = FIRST_WAIT_MS;
      this.#isListening = this.#client === client;
    } catch (error) {
      this.#lose(client, error as Error);
    }
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    this.#isListening = false;
    clearTimeout(this.#again);
    // In the middle of connecting, pg's `end` makes its `connect` wait for ever: let it come to its end first.
    await this.#connecting;
    const client = this.#client;
    this.#client = undefined;
    await client?.end().catch(() => {});
  }

  #lose(client: pg.Client, error?: Error): void {
    if (this.#isStopped || this.#client !== client) return;
    const { log, channel } = this.#options;
    this.#client = undefined;
    this.#isListening = false;
    log.warn({ err: error, channel }, 'nothing is heard for now');
    client.end().catch(() => {});
    this.#waitMs = Math.min(this.#waitMs * 2, LONGEST_WAIT_MS);
    this.#again = setTimeout(() => void this.start(), this.#waitMs).unref();
  }
}
