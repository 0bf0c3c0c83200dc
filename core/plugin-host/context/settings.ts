/** `ctx.settings`: what people set, with its secrets in clear. */
import type { Manifest, Person, PluginSettings, SettingsSchemas } from '@stint/plugin';
import { splitSecrets } from '../../secrets/schema-secrets.ts';
import { hasSecrets } from '../../secrets/secret-fields.ts';
import type { HostDeps } from '../host-deps.ts';
import { personColumns, personOf } from '../people.ts';
import type { SecretMemory } from '../secret-memory.ts';
import { containsFolded } from '../settings/contains-folded.ts';
import { readSettings, scopeOf } from '../settings/store.ts';
import { type Values, withDefaults } from '../settings/values.ts';

const PAGE = 200;

export function makeSettings(
  deps: HostDeps,
  { id }: Manifest,
  schemas: SettingsSchemas = {},
  memory: SecretMemory,
): PluginSettings {
  const { db } = deps;

  async function read(userId: number | null): Promise<Values> {
    const schema = schemas[scopeOf(userId)];
    const values = await readSettings(deps, id, schema, userId);
    // From here on the plugin may say them.
    if (schema) {
      const { secrets } = splitSecrets(schema, values);
      memory.learn(Object.values(secrets).filter((secret) => secret !== null));
    }
    return values;
  }

  async function* users(like?: Values): AsyncIterable<{ user: Person; settings: Values }> {
    const schema = schemas.user ?? { type: 'object' };
    // Only secrets are kept apart, and cost a look for each person.
    const isWhole = !hasSecrets(schema);
    let after = 0;
    for (;;) {
      const page: (Person & { data: Values })[] = await db('plugin_settings as s')
        .join('users as u', 'u.id', 's.user_id')
        .where({ 's.plugin_id': id, 'u.active': true })
        .where('u.id', '>', after)
        .modify((query) => {
          if (like) query.whereRaw(containsFolded('s.data'), [JSON.stringify(like)]);
        })
        .orderBy('u.id')
        .limit(PAGE)
        .select([...personColumns, 's.data']);
      for (const { data, ...user } of page) {
        const settings = isWhole ? withDefaults(schema, data) : await read(user.id);
        yield { user: personOf(user), settings };
      }
      const last = page.at(-1);
      if (!last || page.length < PAGE) return;
      after = last.id;
    }
  }

  return { instance: () => read(null), user: (userId) => read(userId), users };
}
