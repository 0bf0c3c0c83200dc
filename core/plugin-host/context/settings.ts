/** `ctx.settings`: what people set, with its secrets in clear. */
import type { Manifest, PluginSettings, SettingsSchemas } from '@stint/plugin';
import { splitSecrets } from '../../secrets/schema-secrets.ts';
import type { HostDeps } from '../host-deps.ts';
import type { SecretMemory } from '../secret-memory.ts';
import { readSettings, scopeOf } from '../settings/store.ts';

export function makeSettings(
  deps: HostDeps,
  { id }: Manifest,
  schemas: SettingsSchemas = {},
  memory: SecretMemory,
): PluginSettings {
  async function read<T>(userId: number | null): Promise<T> {
    const schema = schemas[scopeOf(userId)];
    const values = await readSettings(deps, id, schema, userId);
    // From here on the plugin may say them.
    if (schema) {
      const { secrets } = splitSecrets(schema, values);
      memory.learn(Object.values(secrets).filter((secret) => secret !== null));
    }
    return values as T;
  }
  return { instance: <T>() => read<T>(null), user: <T>(userId: number) => read<T>(userId) };
}
