/** A core with a connector whose other side is ours, and people who are connected. */
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Health, PackageJson, WebhookDefinition } from '@stint/plugin';
import { pino } from 'pino';
import type { Run } from '../../../../plugin-host/launch.ts';
import type { Caller } from '../../callers.ts';
import { createTestHost, type TestHost } from '../../test-host.ts';
import { connectPerson } from '../fill-settings.ts';
import type { ConformanceOptions } from '../options.ts';
import { startUpstream, type Upstream } from './upstream.ts';

export interface Member {
  person: Caller;
  connection_id: number;
  /** Stands where a secret is asked for. */
  secret: string;
  webhooks: { name: string; path: string; secret: string; definition: WebhookDefinition }[];
}

export interface ConnectedHost {
  host: TestHost;
  upstream: Upstream;
  /** What the host and the plugin logged. */
  lines: string[];
  run: Run;
  /** Somebody new who is connected; or somebody again, with what they had. */
  connect(again?: Member): Promise<Member>;
  status(
    member: Member,
  ): Promise<{ health?: Health; last_error?: string; sync?: { state: string } }>;
}

/** Boots it for as long as `work` takes. */
export async function withConnector(
  folder: string,
  options: ConformanceOptions,
  work: (connected: ConnectedHost) => Promise<void>,
): Promise<void> {
  const upstream = await startUpstream();
  const lines: string[] = [];
  const log = pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) });
  const env = {
    OUTGOING_ALLOW_PRIVATE: '127.0.0.1',
    ...(await readEndpoints(folder, upstream.url)),
  };
  try {
    const host = await createTestHost({ plugin: folder, log, env });
    try {
      await work(await prepare(host, upstream, lines, options));
    } finally {
      await host.stop();
    }
  } finally {
    await upstream.stop();
  }
}

async function prepare(
  host: TestHost,
  upstream: Upstream,
  lines: string[],
  options: ConformanceOptions,
): Promise<ConnectedHost> {
  const { plugin } = host;
  await takeItsPlace(host, upstream.url);
  const admin = await host.person({ role: 'admin' });
  await admin.post('/projects', { name: 'A project', color: '#2563eb' });
  const { run } = host.host.get(plugin.id) ?? {};
  assert.ok(run, `it does not run: ${(await plugin.state()).error}`);

  async function connect(again?: Member): Promise<Member> {
    const person = again?.person ?? (await host.person());
    const secret = again?.secret ?? `canary-${randomBytes(12).toString('hex')}`;
    const { generated = {}, webhooks = [] } = await connectPerson(host, person, secret, options);
    const row = await host.db('integrations').where({ user_id: person.id }).first('id');
    return again ?? { person, connection_id: row.id, secret, webhooks: webhooks.flatMap(find) };

    function find({ name, url }: { name: string; url: string }) {
      const definition = run?.registrations.webhooks.get(name);
      if (!definition) return [];
      const made = generated[definition.secret.slice(1)] ?? secret;
      return [{ name, path: new URL(url).pathname, secret: made, definition }];
    }
  }

  return {
    host,
    upstream,
    lines,
    run,
    connect,
    status: async ({ person }) =>
      (await host.request(plugin.route('/status'), { as: person })).body,
  };
}

/** Where access is granted by OAuth 2, that is the other side's as well. */
async function readEndpoints(folder: string, url: string): Promise<Record<string, string>> {
  const text = await readFile(join(folder, 'package.json'), 'utf8');
  const { id, oauth } = (JSON.parse(text) as PackageJson).stint;
  if (!oauth) return {};
  const prefix = oauth.environment ?? id.toUpperCase();
  return {
    [`${prefix}_CLIENT_ID`]: 'conformance',
    [`${prefix}_CLIENT_SECRET`]: 'conformance-secret',
    [`${prefix}_AUTHORIZATION_URL`]: `${url}/oauth/authorize`,
    [`${prefix}_TOKEN_URL`]: `${url}/oauth/token`,
    [`${prefix}_REVOCATION_URL`]: `${url}/oauth/revoke`,
  };
}

/** At each address of the instance's settings that the manifest allows: `$base_url`. */
async function takeItsPlace({ host, plugin }: TestHost, url: string): Promise<void> {
  const { permissions } = host.get(plugin.id)?.found.package?.stint ?? {};
  const names = (permissions?.network ?? []).filter((pattern) => pattern.startsWith('$'));
  if (names.length === 0) return;
  const schema = host.get(plugin.id)?.settingsSchema('instance') as { properties?: object };
  const addresses = Object.fromEntries(names.map((name) => [name.slice(1), url]));
  for (const name of Object.keys(addresses)) {
    assert.ok(
      Object.hasOwn(schema?.properties ?? {}, name),
      `permissions.network names $${name}, which is no setting of the instance`,
    );
  }
  const saved = await plugin.saveSettings(addresses);
  assert.equal(saved.status, 200, `an address is refused: ${saved.body?.detail}`);
}
