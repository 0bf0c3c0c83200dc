/** Saves made-up settings in every scope that the plugin has, as people would. */
import assert from 'node:assert/strict';
import type { Caller } from '../callers.ts';
import type { TestHost } from '../test-host.ts';
import type { ConformanceOptions } from './options.ts';
import { type Schema, sampleOf } from './sample.ts';

/**
 * @param secret stands where a secret is asked for
 * @returns whose settings they are
 */
export async function fillSettings(
  host: TestHost,
  secret: string,
  options: ConformanceOptions = {},
): Promise<Caller> {
  const { host: plugins, plugin } = host;
  const person = await host.person();
  for (const scope of ['instance', 'user'] as const) {
    const schema = plugins.get(plugin.id)?.settingsSchema(scope) as Schema | undefined;
    if (!schema) continue;
    const values = sampleOf(schema, secret) as Record<string, unknown>;
    const saved = await plugin.saveSettings(values, scope === 'user' ? person : undefined);
    assert.equal(saved.status, 200, `made-up settings are refused: ${saved.body?.detail}`);
  }
  const { run } = plugins.get(plugin.id) ?? {};
  if (run?.definition.settings?.connection) await connectPerson(host, person, secret, options);
  return person;
}

interface Connected {
  generated?: Record<string, string>;
  webhooks?: { name: string; url: string }[];
}

/** Connects somebody with made-up settings; of choices the plugin's own first. */
export async function connectPerson(
  { host, plugin, request }: TestHost,
  person: Caller,
  secret: string,
  { connection }: ConformanceOptions,
): Promise<Connected> {
  const schema = host.get(plugin.id)?.settingsSchema('connection') as Schema;
  const values = { ...(sampleOf(schema, secret) as Record<string, unknown>), ...connection };
  for (const [field, { 'x-optionsFrom': name }] of Object.entries(schema.properties ?? {})) {
    if (!name || connection?.[field] !== undefined) continue;
    const { body } = await request(plugin.route('/options'), {
      as: person,
      body: { name, values },
    });
    const [choice] = body?.options ?? [];
    if (choice) values[field] = choice.value;
  }
  const saved = await request(plugin.route('/config'), { as: person, body: values });
  assert.equal(
    saved.status,
    200,
    `a made-up connection is refused; say examples in its schema: ${saved.body?.detail}`,
  );
  // Without a refresh token: one that is refused is at its end, whatever the other side suffers from.
  if (host.get(plugin.id)?.run?.surfaces?.oauth)
    await plugin.grant(person, { access_token: secret, expires_in: 3600 });
  return saved.body;
}
