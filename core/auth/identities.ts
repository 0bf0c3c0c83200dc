/**
 * Who stands behind a credential, remembered until something about anybody changes: asking on every
 * request costs as much as half of what it is asked for. What is remembered is only used while this
 * process hears of changes, at most for a minute, and never past the end of the credential.
 */
import type { FastifyBaseLogger } from 'fastify';
import type { Knex } from 'knex';
import type { Clock } from '../infra/clock.ts';
import { Listener } from '../infra/listener.ts';
import {
  type Credential,
  findIdentity,
  type Identity,
  type IdentityRow,
  noteUse,
  toIdentity,
} from './identity.ts';
import { hashSecret } from './secrets.ts';

// Last use is shown to people, so a minute is exact enough and spares a write on every request. It is
// also how long a process may be wrong whose connection was cut without a word.
const LAST_USED_PRECISION_MS = 60_000;
const MOST = 10_000;

export interface IdentitiesOptions {
  db: Knex;
  clock: Clock;
  log: FastifyBaseLogger;
}

export class Identities {
  readonly #db: Knex;
  readonly #clock: Clock;
  readonly #known = new Map<string, IdentityRow>();
  readonly #listener: Listener;
  /** Counts what may have changed, so that an answer from before is not kept. */
  #changes = 0;

  constructor({ db, clock, log }: IdentitiesOptions) {
    this.#db = db;
    this.#clock = clock;
    const forget = () => this.forget();
    const channel = 'stint_identities';
    this.#listener = new Listener({ db, log, channel, onMessage: forget, onReturn: forget });
  }

  /** Remembers from now on; before, and where nobody calls it, each lookup asks. Never rejects. */
  start(): Promise<void> {
    return this.#listener.start();
  }

  stop(): Promise<void> {
    return this.#listener.stop();
  }

  /** Something about somebody changed here. */
  forget(): void {
    this.#changes += 1;
    this.#known.clear();
  }

  /** The actor and the settings of the instance, or nothing for an unknown or ended credential. */
  async find(credential: Credential, ip: string): Promise<Identity | undefined> {
    const now = this.#clock.now();
    const row = await this.#findRow(credential, now);
    return row && toIdentity(row, credential.kind, ip);
  }

  /** As `find`, of the database alone. */
  async findAnew(credential: Credential, ip: string): Promise<Identity | undefined> {
    const row = await findIdentity(this.#db, credential, this.#clock.now());
    return row && toIdentity(row, credential.kind, ip);
  }

  async #findRow(credential: Credential, now: Date): Promise<IdentityRow | undefined> {
    const key = `${credential.kind}:${hashSecret(credential.secret).toString('base64')}`;
    const known = this.#listener.isListening ? this.#known.get(key) : undefined;
    if (known && isFresh(known, now)) return known;
    const changes = this.#changes;
    const row = await findIdentity(this.#db, credential, now);
    if (!row) return undefined;
    if (now.getTime() - (row.last_used_at?.getTime() ?? 0) >= LAST_USED_PRECISION_MS) {
      await noteUse(this.#db, credential.kind, row.credential_id, now);
      row.last_used_at = now;
    }
    if (this.#listener.isListening && changes === this.#changes) {
      if (this.#known.size >= MOST) this.#known.clear();
      this.#known.set(key, row);
    }
    return row;
  }
}

/** A clock that was set back makes it stale as well. */
function isFresh({ last_used_at, ends_at }: IdentityRow, now: Date): boolean {
  const age = now.getTime() - (last_used_at?.getTime() ?? 0);
  return age >= 0 && age < LAST_USED_PRECISION_MS && (ends_at === null || ends_at > now);
}
