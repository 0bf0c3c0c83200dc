/**
 * The people of an archive beside the one person who is here already: who has the same address is the
 * same, and whoever's id is taken gets another.
 */
import type { Context } from '../infra/context.ts';
import type { ArchiveReport } from './schema.ts';

export interface Person {
  id: number;
  email: string;
}

export class PeopleOfArchive {
  readonly mapped: ArchiveReport['users_mapped'] = [];
  /** Archived id → id here, of those that differ. */
  readonly ids = new Map<number, number>();
  #present: Person[];

  constructor(present: Person[]) {
    this.#present = present;
  }

  /** Whether the person is here already, and whom their rows belong to. */
  async place({ db }: Context, { id, email }: Person): Promise<{ isPresent: boolean }> {
    const same = this.#present.find((one) => one.email.toLowerCase() === email.toLowerCase());
    const isTaken = this.#present.some((one) => one.id === id);
    if (!same && !isTaken) return { isPresent: false };
    const user_id = same?.id ?? (await newId(db));
    if (user_id !== id) {
      this.ids.set(id, user_id);
      this.mapped.push({ email, archived_id: id, user_id });
    }
    return { isPresent: same !== undefined };
  }
}

// Far from those of the archive, which are yet to come.
async function newId(db: Context['db']): Promise<number> {
  const { rows } = await db.raw<{ rows: { id: number }[] }>(
    `SELECT nextval(pg_get_serial_sequence('users', 'id')) + 1000000 AS id`,
  );
  return rows[0]?.id as number;
}
