/**
 * Whose time a file holds: the people in it, matched to users by email address or as the asker says.
 * Whoever is no administrator imports for themselves alone, and learns nothing about other users.
 */
import { atField } from '../errors.ts';
import type { Context } from '../infra/context.ts';
import { User } from '../users/model.ts';
import {
  ERR_IMPORT_FOR_OTHERS,
  ERR_IMPORT_MAPPING_INVALID,
  ERR_IMPORT_USER_UNKNOWN,
} from './errors.ts';
import type { ImportRow } from './format.ts';
import type { ImportQuery } from './schema.ts';

/** Who a row names: the email address, or else the name; empty for a file without such columns. */
export function personOf({ user_email, user_name }: ImportRow): string {
  return user_email || user_name;
}

/** Two spellings of one person have the same key. */
export function keyOf(person: string): string {
  return person.toLowerCase();
}

export interface PeopleMap {
  /** Key of a person in the file → user id. */
  users: Map<string, number>;
  /** Takes the rows of everyone else. */
  defaultUser?: number;
}

/**
 * Reads `map_user` and `default_user`.
 * @throws STINT_ERR_IMPORT_MAPPING_INVALID, STINT_ERR_IMPORT_USER_UNKNOWN, STINT_ERR_IMPORT_FOR_OTHERS
 */
export async function readPeopleMap(
  context: Context,
  { map_user = [], default_user }: Pick<ImportQuery, 'map_user' | 'default_user'>,
): Promise<PeopleMap> {
  const pairs = map_user.map((text) => splitPair(text));
  const known = await findUsers(context, [
    ...pairs.map(({ email }) => email),
    ...(default_user ? [fixPlus(default_user)] : []),
  ]);
  const users = new Map<string, number>();
  for (const [i, { person, email }] of pairs.entries()) {
    if (users.has(keyOf(person)))
      throw mappingError(map_user[i] as string, 'maps this person a second time');
    users.set(keyOf(person), requireUser(context, known, email, '/map_user'));
  }
  if (!default_user) return { users };
  return {
    users,
    defaultUser: requireUser(context, known, fixPlus(default_user), '/default_user'),
  };
}

/** Who the people of a file are; those that nobody is found for are left out. */
export async function matchPeople(
  context: Context,
  people: Iterable<string>,
  { users, defaultUser }: PeopleMap,
): Promise<Map<string, number>> {
  const persons = [...people];
  const known = await findUsers(context, persons);
  const matched = new Map<string, number>();
  for (const person of persons) {
    const key = keyOf(person);
    const self = person === '' ? context.actor.user_id : undefined;
    const id = users.get(key) ?? known.get(key) ?? defaultUser ?? self;
    if (id !== undefined) matched.set(key, id);
  }
  return matched;
}

/** Key of an email address → user id, as far as the asker may import for them. */
async function findUsers({ db, actor }: Context, emails: string[]): Promise<Map<string, number>> {
  const query = User.query(db)
    .select('id', 'email')
    .whereRaw('lower(email) IN (SELECT lower(wanted) FROM unnest(?::text[]) AS wanted)', [emails]);
  if (actor.role !== 'admin') query.where({ id: actor.user_id ?? null });
  return new Map((await query).map(({ id, email }) => [keyOf(email), id]));
}

function requireUser(
  { actor }: Context,
  known: Map<string, number>,
  email: string,
  pointer: string,
): number {
  const id = known.get(keyOf(email));
  if (id !== undefined) return id;
  const Refusal = actor.role === 'admin' ? ERR_IMPORT_USER_UNKNOWN : ERR_IMPORT_FOR_OTHERS;
  throw atField(new Refusal(JSON.stringify(email)), pointer);
}

function splitPair(text: string): { person: string; email: string } {
  const at = text.lastIndexOf('=');
  const person = text.slice(0, at).trim();
  const email = text.slice(at + 1).trim();
  if (at < 1 || person === '' || email === '') {
    throw mappingError(text, 'is not of the form email-in-the-file=email-in-stint');
  }
  return { person: person.includes('@') ? fixPlus(person) : person, email: fixPlus(email) };
}

// An unescaped "+" in a query string arrives as a space, which no address has.
function fixPlus(email: string): string {
  return email.trim().replaceAll(' ', '+');
}

function mappingError(text: string, problem: string): Error {
  return atField(new ERR_IMPORT_MAPPING_INVALID(JSON.stringify(text), problem), '/map_user');
}
