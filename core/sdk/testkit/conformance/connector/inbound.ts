/** What arrives at the webhooks: only what is signed, in time, and each delivery once. */
import assert from 'node:assert/strict';
import { readState } from '../contents.ts';
import type { ConformanceOptions } from '../options.ts';
import { type ConnectedHost, type Member, withConnector } from './connected.ts';
import { type Headers, isTimed, sign } from './sign.ts';

const AT_ONCE = 20;
const TOO_OLD_MS = 600_000;

type Webhook = Member['webhooks'][number];

export async function checkSignatures(folder: string, options: ConformanceOptions): Promise<void> {
  await withConnector(folder, options, async (connected) => {
    const { host, connect } = connected;
    const member = await connect();
    const another = await connect();
    const now = host.clock.now();
    for (const webhook of member.webhooks) {
      const { verifier } = webhook.definition;
      const { body, headers: usual } = sampleOf(options, webhook);
      const signed = (secret: string, signedAt = now) =>
        sign(verifier, { secret, body, signedAt }) ?? {};
      const right = signed(webhook.secret);
      const others =
        another.webhooks.find(({ name }) => name === webhook.name)?.secret ?? 'another';
      const cases: [what: string, headers: Headers, body?: string][] = [
        ['that is not signed', {}],
        ['with an empty signature', mapValues(right, () => '')],
      ];
      if (verifier.kind !== 'custom') {
        cases.push(
          ['signed with another secret', signed(`${webhook.secret}0`)],
          ["signed with somebody else's secret", signed(others)],
          ['whose body was changed', right, `${body} `],
        );
      }
      if (isTimed(verifier)) {
        cases.push(
          ['that is stale', signed(webhook.secret, new Date(now.getTime() - TOO_OLD_MS))],
          ['from the future', signed(webhook.secret, new Date(now.getTime() + TOO_OLD_MS))],
        );
      }
      for (const [what, headers, sent = body] of cases) {
        const { status } = await post(connected, webhook, { ...usual, ...headers }, sent);
        assert.equal(
          status,
          401,
          `the webhook ${webhook.name} answers ${status} to what comes ${what}`,
        );
      }
    }
    assert.equal(await countDeliveries(connected), 0, 'a delivery was kept that was not proved');
  });
}

export async function checkSameDelivery(
  folder: string,
  options: ConformanceOptions,
): Promise<void> {
  await withConnector(folder, options, async (connected) => {
    const { host, connect } = connected;
    const member = await connect();
    for (const webhook of member.webhooks) {
      const { body, headers: usual } = sampleOf(options, webhook);
      const signedAt = host.clock.now();
      const signature = sign(webhook.definition.verifier, {
        secret: webhook.secret,
        body,
        signedAt,
      });
      if (!signature) continue;
      const headers = { ...usual, ...signature };
      const before = await countDeliveries(connected);
      const answers = await Promise.all(
        Array.from({ length: AT_ONCE }, () => post(connected, webhook, headers, body)),
      );
      const texts = new Set(answers.map(({ status, text }) => `${status} ${text}`));
      assert.ok(
        answers.every(({ status }) => status < 500),
        `the webhook ${webhook.name} answers ${[...texts].join(', ')}`,
      );
      const kept = (await countDeliveries(connected)) - before;
      assert.ok(
        kept <= 1,
        `the webhook ${webhook.name} keeps the same delivery ${kept} times: what does its deliveryId say?`,
      );
      await host.runJobs();
      const once = await readState(host.db, host.plugin.id);
      await replayAll(connected, member);
      const twice = await readState(host.db, host.plugin.id);
      assert.deepEqual(
        twice,
        once,
        `a delivery of the webhook ${webhook.name} that is handled twice is not the same as once`,
      );
    }
  });
}

async function replayAll({ host }: ConnectedHost, { person }: Member): Promise<void> {
  const path = host.plugin.route('/deliveries');
  const { body } = await host.request(path, { as: person });
  for (const { id, outcome, detail } of body.data) {
    assert.ok(outcome !== 'failed', `a delivery fails: ${detail}`);
    await host.request(`${path}/${id}/replay`, { as: person, method: 'POST' });
  }
  await host.runJobs();
}

async function countDeliveries({ host }: ConnectedHost): Promise<number> {
  return Number((await host.db('inbound_deliveries').count())[0]?.count);
}

function post({ host }: ConnectedHost, { path }: Webhook, headers: Headers, payload: string) {
  return host.request(path, { method: 'POST', body: payload, headers });
}

function sampleOf({ deliveries }: ConformanceOptions, { name }: Webhook) {
  const { headers = {}, body = {} } = deliveries?.[name] ?? {};
  return {
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json', ...headers },
  };
}

function mapValues(headers: Headers, change: (value: string) => string): Headers {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, change(value)]));
}
