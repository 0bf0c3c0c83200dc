/** `ctx.settings`: what people set, with its secrets in clear. */
import type { Manifest, PluginSettings, SettingsSchemas } from '@stint/plugin';
import type { HostDeps } from '../host-deps.ts';
import { readSettings } from '../settings/store.ts';

export function makeSettings(
  deps: HostDeps,
  { id }: Manifest,
  schemas: SettingsSchemas = {},
): PluginSettings {
  return {
    instance: async <T>() => (await readSettings(deps, id, schemas.instance, null)) as T,
    user: async <T>(userId: number) => (await readSettings(deps, id, schemas.user, userId)) as T,
  };
}
