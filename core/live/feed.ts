/**
 * The new events, told to every stream of this process. One reader for all of them: it looks when a
 * process says that something changed. Best effort; whoever misses something is told to ask anew.
 */
import type { FastifyBaseLogger } from 'fastify';
import type { Knex } from 'knex';
import { Listener } from '../infra/listener.ts';
import { CHANGES } from '../infra/waker.ts';
import type { Change } from './change.ts';

export interface Follower {
  onChange(change: Change): void;
  /** There were more changes than are told one by one, or some that nobody heard of. */
  onGap(): void;
}

/** More at once are a gap: an import, or a long sleep. */
export const MOST_CHANGES = 200;
// Positions are given before the commit: what commits late appears behind what was read already.
const LATE = 200;

const columns = ['position', 'type', 'occurred_at', 'entity_type', 'entity_id'];
// What plugins put there may be anything.
const owner = `CASE WHEN data ->> 'user_id' ~ '^[0-9]{1,9}$' THEN (data ->> 'user_id')::int END AS user_id`;

export class LiveFeed {
  readonly #db: Knex;
  readonly #log: FastifyBaseLogger;
  readonly #followers = new Set<Follower>();
  readonly #listener: Listener;
  #listening: Promise<void> | undefined;
  #told = new Set<number>();
  #last = 0;
  #isDue = false;
  #reading: Promise<void> | undefined;

  constructor(db: Knex, log: FastifyBaseLogger) {
    this.#db = db;
    this.#log = log;
    this.#listener = new Listener({
      db,
      log,
      channel: CHANGES,
      onMessage: () => this.#look(),
      onReturn: () => this.#skip(),
    });
  }

  /** Follows from now on. @returns where "now" is, and how to end it */
  async follow(follower: Follower): Promise<{ position: number; unfollow: () => void }> {
    this.#listening ??= this.#listener.start();
    await this.#listening;
    if (this.#followers.size === 0) await this.#begin();
    this.#followers.add(follower);
    return { position: this.#last, unfollow: () => this.#followers.delete(follower) };
  }

  /** What happened after a position, or nothing where that is no longer known. */
  async since(position: number): Promise<Change[] | undefined> {
    const first = await this.#db('events').orderBy('position').first('position');
    const isKnown = first && position >= Number(first.position) - 1 && position <= this.#last;
    if (!isKnown) return undefined;
    const changes = await this.#read(position);
    return changes.length > MOST_CHANGES ? undefined : changes;
  }

  async stop(): Promise<void> {
    await this.#listener.stop();
    await this.#reading;
  }

  /** What is there already is told to nobody. */
  async #begin(): Promise<void> {
    const newest = await this.#db('events').orderBy('position', 'desc').first('position');
    this.#last = Number(newest?.position ?? 0);
    this.#told = new Set((await this.#read(this.#last - LATE)).map(({ position }) => position));
  }

  /** Nobody can know what was missed. */
  #skip(): void {
    for (const follower of this.#followers) follower.onGap();
    this.#look();
  }

  #look(): void {
    this.#isDue = true;
    this.#reading ??= this.#readWhileDue().finally(() => {
      this.#reading = undefined;
    });
  }

  async #readWhileDue(): Promise<void> {
    while (this.#isDue) {
      this.#isDue = false;
      if (this.#followers.size === 0) continue;
      await this.#tell().catch((error) => {
        this.#log.warn({ err: error }, 'changes were not read');
        for (const follower of this.#followers) follower.onGap();
      });
    }
  }

  async #tell(): Promise<void> {
    const rows = await this.#read(this.#last - LATE);
    if (rows.length > MOST_CHANGES + LATE) {
      await this.#begin();
      for (const follower of this.#followers) follower.onGap();
      return;
    }
    for (const change of rows) {
      if (this.#told.has(change.position)) continue;
      for (const follower of this.#followers) follower.onChange(change);
      this.#last = Math.max(this.#last, change.position);
    }
    this.#told = new Set(rows.map(({ position }) => position));
  }

  async #read(after: number): Promise<Change[]> {
    const rows = await this.#db('events')
      .where('position', '>', after)
      .orderBy('position')
      .limit(MOST_CHANGES + LATE + 1)
      .select([...columns, this.#db.raw(owner)]);
    return rows.map((row) => ({ ...row, position: Number(row.position) }));
  }
}
