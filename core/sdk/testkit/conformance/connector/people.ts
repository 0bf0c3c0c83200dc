/** Who is connected, who is not any more, and that they know nothing of each other. */
import assert from 'node:assert/strict';
import { NOT_CONFIGURED } from '../../../../plugin-host/connectors/schema.ts';
import type { Caller } from '../../callers.ts';
import { findText } from '../contents.ts';
import type { ConformanceOptions } from '../options.ts';
import { type ConnectedHost, type Member, withConnector } from './connected.ts';

export async function checkNotConfigured(
  folder: string,
  options: ConformanceOptions,
): Promise<void> {
  await withConnector(folder, options, async (connected) => {
    await checkStranger(connected, await connected.host.person());
  });
}

/** Every method says so, and the routes of the plugin's own break nothing. */
async function checkStranger({ host, run }: ConnectedHost, as: Caller): Promise<void> {
  const { route } = host.plugin;
  const methods: [path: string, body?: object][] = [
    ['/status'],
    ['/test', {}],
    ['/disconnect', {}],
    ...(run.definition.sync ? ([['/sync', {}]] as [string, object][]) : []),
    ...(run.registrations.providers.has('options')
      ? ([['/options', { name: 'any' }]] as [string, object][])
      : []),
  ];
  for (const [path, body] of methods) {
    const answer = await host.request(route(path), { as, body });
    assert.equal(answer.status, 200, `not connected, ${path} answers ${answer.status}`);
    // How to connect by OAuth 2, where that is the way.
    const { oauth: _, ...said } = answer.body;
    assert.deepEqual(said, NOT_CONFIGURED, `not connected, ${path} answers something else`);
  }
  for (const { method, path } of run.registrations.routes) {
    if (method !== 'GET' || path.includes(':')) continue;
    const { status } = await host.request(route(path), { as });
    assert.ok(status < 500, `not connected, ${method} ${path} answers ${status}`);
  }
}

export async function checkApart(folder: string, options: ConformanceOptions): Promise<void> {
  await withConnector(folder, options, async (connected) => {
    const { host, upstream, connect, run, status } = connected;
    const [ann, bob] = [await connect(), await connect()];
    await upstream.become('broken');
    upstream.refused = bob.secret;
    for (const [one, other] of [
      [bob, ann],
      [ann, bob],
    ] as const) {
      upstream.asked.splice(0);
      if (run.definition.sync) await run.context.connections.sync(one.connection_id);
      else await host.request(host.plugin.route('/test'), { as: one.person, body: {} });
      await host.runJobs();
      assert.ok(
        !upstream.asked.some((asked) => asked.includes(other.secret)),
        "what is done for somebody is done with another's secret",
      );
    }
    const { health } = await status(ann);
    assert.ok(
      health !== 'reconnect',
      "that another's secret is refused shows at a connection that works",
    );
    await checkViews(connected, ann, bob);
    await checkViews(connected, bob, ann);
  });
}

async function checkViews({ host, run }: ConnectedHost, one: Member, other: Member): Promise<void> {
  const own = run.registrations.routes.filter(({ method }) => method === 'GET');
  for (const path of ['/status', '/config', '/deliveries', ...own.map(({ path }) => path)]) {
    const { text } = await host.request(host.plugin.route(path), { as: one.person });
    for (const { secret } of [one, other])
      assert.ok(!text.includes(secret), `GET ${path} shows a secret`);
    for (const webhook of path === '/deliveries' ? [] : other.webhooks)
      assert.ok(!text.includes(webhook.path), `GET ${path} shows the webhook of somebody else`);
  }
}

export async function checkDisconnect(folder: string, options: ConformanceOptions): Promise<void> {
  await withConnector(folder, options, async (connected) => {
    const { host, connect, upstream } = connected;
    const member = await connect();
    await upstream.become('broken');
    const path = host.plugin.route('/disconnect');
    const { status, body } = await host.request(path, { as: member.person, body: {} });
    assert.equal(status, 200, `disconnecting answers ${status}`);
    assert.equal(body.ok, true, 'disconnecting fails when the other side does');
    const left = await host.db('secrets').where('owner', 'like', `plugin:${host.plugin.id}:%`);
    assert.deepEqual(left, [], 'secrets outlive the connection');
    const tables = await findText(host.db, host.plugin.id, member.secret);
    assert.deepEqual(tables, [], 'a secret outlives the connection in these tables');
    await checkStranger(connected, member.person);
    for (const webhook of member.webhooks) {
      const answer = await host.request(webhook.path, { method: 'POST', body: {} });
      assert.deepEqual(answer.body, NOT_CONFIGURED, 'a webhook outlives the connection');
    }
  });
}
