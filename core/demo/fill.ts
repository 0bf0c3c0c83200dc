/** Fills an empty database with the demo's company and its year of work, all of it or nothing. */
import type { Knex } from 'knex';
import { readSettings } from '../settings/read.ts';
import type { TagName } from './catalogue.ts';
import { insertCompany } from './company.ts';
import { ERR_DEMO_NOT_EMPTY } from './errors.ts';
import type { DemoSize } from './options.ts';
import { listPeople, type Person } from './people.ts';
import { insertEntries } from './rows.ts';
import { inventRunning, inventWork } from './work.ts';

export interface DemoInput extends DemoSize {
  /** Of everybody: the demo has one password. */
  passwordHash: string;
  now: Date;
}

/** @throws STINT_ERR_DEMO_NOT_EMPTY */
export async function fillDemo(db: Knex, input: DemoInput): Promise<Person[]> {
  const { now, passwordHash } = input;
  const people = listPeople(input.users);
  await db.transaction(async (trx) => {
    // Whoever is setting this instance up at this moment comes before or after, not in between.
    await trx.raw(`SELECT pg_advisory_xact_lock(hashtext('stint.setup'))`);
    await requireEmpty(trx);
    const { workers, tagIds } = await insertCompany(trx, { people, passwordHash, now });
    const entries = workers.flatMap((worker, i) => {
      const count = shareOf(input, i);
      if (i > 0) return inventWork(worker, count, now);
      return [...inventWork(worker, count - 1, now), inventRunning(worker, now)];
    });
    const rows = entries.map((entry) => ({
      ...entry,
      tag_ids: entry.tags.map((name: TagName) => tagIds.get(name) as number),
    }));
    await insertEntries(trx, await readSettings(trx), rows);
  });
  await db.raw('ANALYZE');
  return people;
}

async function requireEmpty(trx: Knex): Promise<void> {
  const row = await trx('users').count({ users: '*' }).first<{ users: number }>();
  if (row.users > 0) throw new ERR_DEMO_NOT_EMPTY(row.users);
}

/** Everybody the same, and what is left over to the first. */
function shareOf({ entries, users }: DemoSize, i: number): number {
  return Math.floor(entries / users) + (i < entries % users ? 1 : 0);
}
