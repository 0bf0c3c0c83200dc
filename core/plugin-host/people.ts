/** People as plugins are told of them. */
import type { Person } from '@stint/plugin';
import type { Knex } from 'knex';
import type { Actor } from '../infra/context.ts';

/** Of the table `users as u`. */
export const personColumns = ['u.id', 'u.role', 'u.time_zone', 'u.locale', 'u.week_start'] as const;

export function personOf({ id, role, time_zone, locale, week_start }: Person): Person {
  return { id, role, time_zone, locale, week_start };
}

/** Nobody where the system itself acts. */
export function personOfActor(actor: Actor | undefined): Person | null {
  if (actor?.user_id === undefined) return null;
  const { user_id: id, role, time_zone, locale = 'en', week_start } = actor;
  return { id, role, time_zone, locale, week_start };
}

/** Undefined for somebody who is not here, or no longer. */
export async function findPerson(db: Knex, id: number): Promise<Person | undefined> {
  return db('users as u').where({ id, active: true }).first(personColumns);
}
