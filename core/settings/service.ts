/** The rules of settings: everyone reads them, administrators change them. One row, never deleted. */
import type { Knex } from 'knex';
import { hasRole } from '../infra/access.ts';
import { type Context, inTransaction } from '../infra/context.ts';
import { askGuards } from '../infra/guards.ts';
import { requireVersion } from '../infra/preconditions.ts';
import { recordChange } from '../infra/record-change.ts';
import { nextVersion } from '../infra/versions.ts';
import {
  defaultSettings,
  type SettingsPatch,
  SettingsPatch as SettingsPatchSchema,
  type SettingsRow,
} from './schema.ts';

export async function getSettings({ db, actor }: Context): Promise<SettingsRow> {
  const settings = await readSettings(db);
  // What clients pay is the managers' business.
  if (!hasRole(actor.role, 'manager')) settings.default_hourly_rate = null;
  return settings;
}

export async function updateSettings(
  context: Context,
  given: SettingsPatch,
  expected?: string,
): Promise<SettingsRow> {
  const patch = await guardSettings(context, given);
  return inTransaction(context, async (context) => {
    const { db } = context;
    const before = await readSettings(db, true);
    requireVersion(before, expected);
    const changed = { ...patch };
    if (patch.default_hourly_rate) changed.default_hourly_rate = toCents(patch.default_hourly_rate);
    await db('settings').update({
      data: db.raw('data || ?::jsonb', [JSON.stringify(changed)]),
      ...nextVersion(context, before),
    });
    const after = await readSettings(db);
    await recordChange(context, { type: 'settings.changed', entity: 'settings', before, after });
    return after;
  });
}

// The settings of plugins are not asked about: they hold secrets, and one plugin's are not another's.
async function guardSettings(context: Context, input: SettingsPatch): Promise<SettingsPatch> {
  const point = 'settings.beforeSave';
  if (!context.guards || context.guards.isOpen(point)) return input;
  const before = await readSettings(context.db);
  return askGuards(context, { point, schema: SettingsPatchSchema, input, before });
}

async function readSettings(db: Knex, forUpdate = false): Promise<SettingsRow> {
  const query = db('settings').first('id', 'data', 'version', 'updated_at');
  const { data, ...row } = await (forUpdate ? query.forUpdate() : query);
  return { ...defaultSettings, ...data, ...row };
}

// As the numeric columns of other rates come: one amount, one text.
function toCents(amount: string): string {
  const [whole = '', cents = ''] = amount.split('.');
  return `${BigInt(whole)}.${cents.padEnd(2, '0')}`;
}
