/** What the host adds to a running plugin by itself: its connector surface and its inbound webhooks. */
import type { FastifyInstance } from 'fastify';
import { ERR_PLUGIN_MANIFEST } from '../errors.ts';
import { provideReceivers } from '../inbound/receivers.ts';
import { addInboundSurface } from '../inbound/surface.ts';
import { prefixOf } from '../mount.ts';
import { addOauthSurface } from '../oauth/surface.ts';
import type { ActivePlugin } from './active-plugin.ts';
import { connectAll } from './connect.ts';
import { migrateConfigs } from './migrate-configs.ts';
import { addConnectorSurface } from './surface.ts';

/** On the plugin's instance, beside its own routes. @throws STINT_ERR_PLUGIN_MANIFEST */
export async function addSurfaces(app: FastifyInstance, plugin: ActivePlugin): Promise<void> {
  const prefix = prefixOf(plugin.id);
  if (plugin.definition.settings?.connection) addConnectorSurface(app, prefix, plugin);
  else if (plugin.webhooks.size > 0)
    throw new ERR_PLUGIN_MANIFEST('it declares webhooks, and no settings.connection for them');
  const { oauth } = plugin;
  if (oauth && !plugin.definition.settings?.connection)
    throw new ERR_PLUGIN_MANIFEST('it declares oauth, and no settings.connection for it');
  if (oauth) addOauthSurface(app, prefix, { ...plugin, oauth });
  if (plugin.webhooks.size > 0) await addInboundSurface(app, prefix, plugin);
  await migrateConfigs(plugin);
  await provideReceivers(plugin.deps, plugin);
}

/** Once it is active. Connecting goes on by itself: one slow connection keeps nobody waiting. */
export function startSurfaces(plugin: ActivePlugin): void {
  void connectAll(plugin).catch((error) =>
    plugin.deps.log.warn({ err: error, plugin: plugin.id }, 'connecting failed'),
  );
}
