/** What somebody has to show beside their password before they are in. */
import type { Knex } from 'knex';

/** `verify`: a code of the second factor that they have. */
export type SecondFactor = 'verify';

export async function findSecondFactor(
  db: Knex,
  { id }: { id: number },
): Promise<SecondFactor | undefined> {
  const has = await db('two_factors')
    .where({ user_id: id })
    .whereNotNull('confirmed_at')
    .first('user_id');
  return has && 'verify';
}

/** A column for a list of users. */
export function selectTwoFactorSince(db: Knex): Knex.QueryBuilder {
  return db('two_factors')
    .where({ user_id: db.ref('users.id') })
    .select('confirmed_at')
    .as('two_factor_since');
}
