/** Hears of what administrators decide in other processes, and asks for what was decided while it could not. */
import type { Knex } from 'knex';
import { Listener } from '../infra/listener.ts';
import type { Logger } from '../infra/logger.ts';

export class DecisionListener {
  readonly #log: Logger;
  readonly #follow: (pluginId: string) => Promise<void>;
  readonly #listener: Listener;

  constructor(db: Knex, log: Logger, follow: (pluginId: string) => Promise<void>) {
    this.#log = log;
    this.#follow = follow;
    this.#listener = new Listener({
      db,
      log,
      channel: 'stint_plugins',
      onMessage: (id) => this.#tell(id),
      onReturn: async () => this.askFor(await db('plugins').pluck<string[]>('id')),
    });
  }

  /** Never rejects. */
  start(): Promise<void> {
    return this.#listener.start();
  }

  /** As if they had been decided about just now. */
  askFor(ids: readonly string[]): void {
    for (const id of ids) this.#tell(id);
  }

  stop(): Promise<void> {
    return this.#listener.stop();
  }

  #tell(id: string): void {
    this.#follow(id).catch((error) =>
      this.#log.warn({ err: error, plugin: id }, 'a decision was not followed'),
    );
  }
}
