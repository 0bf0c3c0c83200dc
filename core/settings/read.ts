/** Reading the instance's settings outside of a request, whose context holds them already. */
import type { Knex } from 'knex';
import { defaultSettings, type Settings } from './schema.ts';

export async function readSettings(db: Knex): Promise<Settings> {
  const row: { data: Partial<Settings> } = await db('settings').first('data');
  return { ...defaultSettings, ...row.data };
}
