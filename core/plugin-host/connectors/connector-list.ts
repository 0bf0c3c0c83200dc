/** Which services somebody can connect to, and how their connections are: one line for each on their settings page. */
import type { Context } from '../../infra/context.ts';
import type { PluginHost } from '../host.ts';
import { prefixOf } from '../mount.ts';
import type { Row } from './rows.ts';
import type { ConnectorInfo } from './schema.ts';

/** Also those that do not run now, as far as this process has ever seen their form. */
export async function listConnectors(
  { db, actor }: Context,
  host: PluginHost,
): Promise<ConnectorInfo[]> {
  const rows: Row[] = await db('integrations').where({ user_id: actor.user_id ?? 0 });
  const own = new Map(rows.map((row) => [row.provider, row]));
  return host
    .list()
    .filter((plugin) => plugin.settingsSchema('connection') || own.has(plugin.id))
    .map(({ id, state, run, found }) => {
      const row = own.get(id);
      const connected = row?.is_active ? row : undefined;
      const oauth = run?.surfaces.oauth;
      return {
        id,
        display_name: found.package?.stint.displayName ?? id,
        description: found.package?.stint.description ?? null,
        address: prefixOf(id),
        state,
        health: run ? (connected?.health ?? 'not_configured') : 'disabled',
        last_sync_at: connected?.last_sync_at ?? null,
        next_sync_at:
          run && connected ? nextSync(connected, run.definition.syncEveryMinutes) : null,
        last_error: connected?.last_error ?? null,
        can_sync: run?.definition.sync !== undefined,
        has_webhooks: (run?.registrations.webhooks.size ?? 0) > 0,
        connect_path: oauth ? oauth.client.address + oauth.client.connectPath : null,
      };
    });
}

/** Those that wait for somebody to mend them are not tried. */
function nextSync({ health, last_sync_at }: Row, everyMinutes: number | undefined): Date | null {
  if (!everyMinutes || !last_sync_at || health === 'reconnect' || health === 'error') return null;
  return new Date(last_sync_at.getTime() + everyMinutes * 60_000);
}
