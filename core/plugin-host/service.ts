/** What administrators do with plugins. Each change is in the audit log. */
import { ERR_NOT_FOUND } from '../errors.ts';
import type { Context } from '../infra/context.ts';
import { recordAudit } from '../infra/record-audit.ts';
import type { PluginHost } from './host.ts';
import { purgePlugin } from './migrations.ts';
import type { Plugin } from './plugin.ts';
import type { PluginInfo } from './schema.ts';

export async function listPlugins({ db }: Context): Promise<PluginInfo[]> {
  return db('plugins as p')
    .whereNull('p.uninstalled_at')
    .orderBy('p.id')
    .select(
      'p.*',
      db.raw(`coalesce((SELECT jsonb_agg(to_jsonb(i) - 'plugin_id' ORDER BY i.raised_at)
        FROM plugin_issues i WHERE i.plugin_id = p.id), '[]') AS issues`),
    );
}

export async function getPlugin(context: Context, id: string): Promise<PluginInfo> {
  const plugin = (await listPlugins(context)).find((one) => one.id === id);
  if (!plugin) throw new ERR_NOT_FOUND('plugin', id);
  return plugin;
}

/** The plugin in this process. @throws STINT_ERR_NOT_FOUND */
export function findPlugin(host: PluginHost, id: string): Plugin {
  const plugin = host.get(id);
  if (!plugin) throw new ERR_NOT_FOUND('plugin', id);
  return plugin;
}

export async function enablePlugin(
  context: Context,
  host: PluginHost,
  id: string,
): Promise<PluginInfo> {
  await host.enable(findPlugin(host, id).id);
  await note(context, 'plugin.enabled', id);
  return getPlugin(context, id);
}

export async function disablePlugin(
  context: Context,
  host: PluginHost,
  id: string,
): Promise<PluginInfo> {
  await host.disable(findPlugin(host, id).id);
  await note(context, 'plugin.disabled', id);
  return getPlugin(context, id);
}

/** Stops it for good here; its data stays for a later return, or goes. Needs none of its code. */
export async function uninstallPlugin(
  context: Context,
  host: PluginHost,
  id: string,
  dropData: boolean,
): Promise<void> {
  await getPlugin(context, id);
  await host.uninstall(id, dropData);
  if (dropData) await purgePlugin(context.db, id);
  else
    await context
      .db('plugins')
      .where({ id })
      .update({ uninstalled_at: context.clock.now(), enabled: false });
  await note(context, dropData ? 'plugin.purged' : 'plugin.uninstalled', id);
}

async function note(context: Context, action: string, plugin: string): Promise<void> {
  await recordAudit(context, { action, entity: 'plugin', entity_id: null, changes: { plugin } });
}
