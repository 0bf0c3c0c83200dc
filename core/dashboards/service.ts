/**
 * The rules of dashboards: everybody arranges their own, and nobody sees another's. It is a matter of
 * looks and no record of work: it leaves neither trail nor event.
 */
import type { Knex } from 'knex';
import { type Context, inTransaction } from '../infra/context.ts';
import { requireVersion } from '../infra/preconditions.ts';
import type { Dashboard, DashboardInput } from './schema.ts';

export async function getDashboard({ db, actor }: Context): Promise<Dashboard> {
  return readDashboard(db, actor.user_id as number);
}

export async function replaceDashboard(
  context: Context,
  { cards }: DashboardInput,
  expected?: string,
): Promise<Dashboard> {
  return inTransaction(context, async ({ db, actor }) => {
    const user_id = actor.user_id as number;
    // Two at once would both find the same version, or none.
    await db('users').where({ id: user_id }).forNoKeyUpdate().first('id');
    const before = await readDashboard(db, user_id);
    requireVersion(before, expected);
    const after = { cards: cards && JSON.stringify(cards), version: before.version + 1 };
    await db('dashboards')
      .insert({ user_id, ...after })
      .onConflict('user_id')
      .merge();
    return readDashboard(db, user_id);
  });
}

async function readDashboard(db: Knex, id: number): Promise<Dashboard> {
  const row = await db('dashboards').where({ user_id: id }).first('cards', 'version');
  return { id, cards: null, version: 0, ...row };
}
