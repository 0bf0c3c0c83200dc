/**
 * `npm run plugins -- list | enable | disable`: what is here and in which state, and switching it, by the
 * database alone. No code of a plugin runs here, so it helps where one keeps Stint from starting.
 */
import { type Context, inTransaction } from '../../infra/context.ts';
import { recordAudit } from '../../infra/record-audit.ts';
import { decide } from '../plugin-record.ts';
import { getPlugin, listPlugins } from '../service.ts';
import { replaceSubscriptions } from '../subscriptions.ts';
import type { SwitchOptions } from './command-options.ts';
import { ERR_PLUGIN_COMMAND } from './errors.ts';

export async function printPlugins(context: Context): Promise<void> {
  const plugins = await listPlugins(context, { include_uninstalled: false });
  if (plugins.length === 0) console.log('There are no plugins.');
  for (const { id, version, enabled, state, last_error } of plugins) {
    const shown = enabled ? state : 'disabled';
    console.log(`${id} ${version}  ${shown}${last_error === null ? '' : `: ${last_error}`}`);
  }
}

/** Whatever runs follows at once; the rest at its start. @throws STINT_ERR_NOT_FOUND, STINT_ERR_PLUGIN_COMMAND */
export async function switchPlugin(
  context: Context,
  { command, id }: SwitchOptions,
): Promise<void> {
  const { uninstalled_at } = await getPlugin(context, id);
  if (uninstalled_at) throw new ERR_PLUGIN_COMMAND(`${id} is uninstalled: restore it first.`);
  const enabled = command === 'enable';
  await inTransaction(context, async (context) => {
    const { db } = context;
    if (!enabled) await replaceSubscriptions(db, id, []);
    // Somebody has looked at it: it gets another chance.
    await decide(db, id, enabled ? { enabled, crashes: 0, last_error: null } : { enabled });
    const action = `plugin.${command}d`;
    await recordAudit(context, {
      action,
      entity: 'plugin',
      entity_id: null,
      changes: { plugin: id },
    });
  });
  console.log(`${id} is ${command}d.`);
}
