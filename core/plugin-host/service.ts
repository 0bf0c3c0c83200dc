/** What administrators do with plugins. Each change is in the audit log. */
import type { Knex } from 'knex';
import { ERR_NOT_FOUND } from '../errors.ts';
import { type Context, inTransaction } from '../infra/context.ts';
import { recordAudit } from '../infra/record-audit.ts';
import { ERR_PLUGIN_GUARD, ERR_PLUGIN_UNINSTALLED } from './errors.ts';
import type { PluginHost } from './host.ts';
import type { Plugin } from './plugin.ts';
import type { PluginInfo, PluginsQuery } from './schema.ts';

/** How long what was uninstalled keeps its data. */
export const KEPT_DAYS = 30;

export async function listPlugins(
  { db }: Context,
  { include_uninstalled }: PluginsQuery,
): Promise<PluginInfo[]> {
  return selectPlugins(db).modify((query) => {
    if (!include_uninstalled) query.whereNull('p.uninstalled_at');
  });
}

/** Also one that was uninstalled and still has its data. @throws STINT_ERR_NOT_FOUND */
export async function getPlugin({ db }: Context, id: string): Promise<PluginInfo> {
  const plugin = await selectPlugins(db).where('p.id', id).first();
  if (!plugin) throw new ERR_NOT_FOUND('plugin', id);
  return plugin;
}

function selectPlugins(db: Knex): Knex.QueryBuilder {
  return db('plugins as p')
    .orderBy('p.id')
    .select(
      'p.*',
      db.raw(`p.uninstalled_at + make_interval(days => ?) AS purge_at`, [KEPT_DAYS]),
      db.raw(`coalesce((SELECT jsonb_agg(to_jsonb(i) - 'plugin_id' ORDER BY i.raised_at)
        FROM plugin_issues i WHERE i.plugin_id = p.id), '[]') AS issues`),
    );
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
  if ((await getPlugin(context, id)).uninstalled_at) throw new ERR_PLUGIN_UNINSTALLED(id);
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

/** @throws STINT_ERR_PLUGIN_GUARD where it holds no such guard */
export async function closeGuards(
  context: Context,
  plugin: Plugin,
  closed_guards: PluginInfo['closed_guards'],
): Promise<PluginInfo> {
  const { id, found, run } = plugin;
  const declared = found.package?.stint.contributes?.guards ?? [];
  const held = new Set<string>([...declared, ...(run?.registrations.guards.keys() ?? [])]);
  const none = closed_guards.find((point) => !held.has(point));
  if (none) throw new ERR_PLUGIN_GUARD(id, none);
  const before = (await getPlugin(context, id)).closed_guards;
  await inTransaction(context, async (inside) => {
    await plugin.decide({ closed_guards }, inside.db);
    const changes = { plugin: id, before, after: closed_guards };
    const action = 'plugin.guards_changed';
    await recordAudit(inside, { action, entity: 'plugin', entity_id: null, changes });
  });
  plugin.closeGuards(closed_guards);
  return getPlugin(context, id);
}

async function note(context: Context, action: string, plugin: string): Promise<void> {
  await recordAudit(context, { action, entity: 'plugin', entity_id: null, changes: { plugin } });
}
