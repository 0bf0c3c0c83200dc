/** An instance is empty when it has nothing but the person who set it up. */
import type { Context } from '../infra/context.ts';
import { ERR_ARCHIVE_NOT_EMPTY } from './errors.ts';
import type { Person } from './people.ts';

/** Returns who is there: one person at most. @throws STINT_ERR_ARCHIVE_NOT_EMPTY */
export async function requireEmpty({ db }: Context): Promise<Person[]> {
  // Nobody adds anything meanwhile.
  await db.raw(
    'LOCK TABLE users, clients, projects, tags, time_entries IN SHARE ROW EXCLUSIVE MODE',
  );
  for (const table of ['time_entries', 'projects', 'clients', 'tags', 'imports', 'period_locks'])
    if (await db(table).first(db.raw('1')))
      throw new ERR_ARCHIVE_NOT_EMPTY(table.replace('_', ' '));
  const people = await db('users').select('id', 'email').limit(2);
  if (people.length > 1) throw new ERR_ARCHIVE_NOT_EMPTY('more people than one');
  await db('dashboards').delete();
  return people;
}
