/**
 * Taking a plugin away: its data is kept for a while, in which it can come back, and is purged then.
 * None of this needs its code.
 */
import { type Context, inTransaction } from '../infra/context.ts';
import { recordAudit } from '../infra/record-audit.ts';
import type { PluginHost } from './host.ts';
import { ERR_PLUGIN_FILES } from './install/errors.ts';
import { findRecord } from './plugin-record.ts';
import { purgePlugin } from './purge.ts';
import { getPlugin, KEPT_DAYS } from './service.ts';

const DAY_MS = 86_400_000;

/** Stops it for good here; its data stays for a later return, or goes. */
export async function uninstallPlugin(
  context: Context,
  host: PluginHost,
  id: string,
  dropData: boolean,
): Promise<void> {
  const { uninstalled_at } = await getPlugin(context, id);
  if (uninstalled_at && !dropData) return;
  await host.uninstall(id, dropData);
  if (dropData) return purge(context, host, id);
  await inTransaction(context, async (inside) => {
    await inside
      .db('plugins')
      .where({ id })
      // Also of one that is nowhere here, and writes no state of its own.
      .update({
        enabled: false,
        uninstalled_at: inside.clock.now(),
        state: 'uninstalled',
        state_since: inside.clock.now(),
      });
    await note(inside, 'plugin.uninstalled', id);
  });
}

/** Brings back what was uninstalled, with its data, and starts it. @throws STINT_ERR_PLUGIN_FILES */
export async function restorePlugin(context: Context, host: PluginHost, id: string): Promise<void> {
  const { uninstalled_at } = await getPlugin(context, id);
  if (!uninstalled_at) return;
  const fault = host.get(id)?.found.fault;
  if (!host.get(id) || fault instanceof ERR_PLUGIN_FILES)
    throw new ERR_PLUGIN_FILES(
      `Its files are gone from this machine: install it again, and it finds its data (${fault?.message ?? 'no folder has this plugin'}).`,
    );
  await host.enable(id);
  await note(context, 'plugin.restored', id);
}

/** Those whose time is up. Returns their ids. */
export async function purgeUninstalled(context: Context, host: PluginHost): Promise<string[]> {
  const until = new Date(context.clock.now().getTime() - KEPT_DAYS * DAY_MS);
  const ids: string[] = await context
    .db('plugins')
    .where('uninstalled_at', '<=', until)
    .orderBy('id')
    .pluck('id');
  const purged: string[] = [];
  for (const id of ids) {
    // Somebody may have brought it back just now.
    const record = await findRecord(context.db, id);
    if (!record?.uninstalled_at || record.uninstalled_at > until) continue;
    await purge(context, host, id);
    purged.push(id);
  }
  return purged;
}

async function purge(context: Context, host: PluginHost, id: string): Promise<void> {
  await inTransaction(context, async (inside) => {
    await purgePlugin(inside.db, id);
    await note(inside, 'plugin.purged', id);
  });
  await host.forget(id);
}

async function note(context: Context, action: string, plugin: string): Promise<void> {
  await recordAudit(context, { action, entity: 'plugin', entity_id: null, changes: { plugin } });
}
