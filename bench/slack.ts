/**
 * What Slack costs: how long a command waits for its answer at fifty a second, and what telling Slack of each
 * start and stop adds to them. Both at a steady rate, as people work: under full load the jobs that tell would be
 * measured, and not the requests. A Slack that answers at once stands in this process.
 */
import { createHmac, randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { openDatabase } from '../core/infra/database.ts';
import { generateKey } from '../core/secrets/key-ring.ts';
import { median } from './measure.ts';
import type { BenchOptions } from './options.ts';
import type { ServerProcess } from './processes.ts';
import { type Caller, databaseOf, type Stage } from './stage.ts';
import { atRate, percentile } from './steady.ts';
import type { TableRow } from './table.ts';
import { startWhole } from './whole.ts';

const NAME = 'slack';
const COMMANDS_A_SECOND = 50;
const MOST_P99_MS = 300;
const PAIRS_A_SECOND = 10;
const MOST_COST = 1.15;
const SIGNING_SECRET = 'of the benchmark';
const TEXTS = ['status', 'start', 'today', 'stop', 'help'];

export async function compareSlack(
  { small }: Stage,
  { rounds, seconds, only }: BenchOptions,
): Promise<TableRow[]> {
  if (!NAME.includes(only)) return [];
  console.error(`Measuring: ${NAME} …`);
  const slack = await startSlack();
  const people = small.callers;
  const start = async (database: string, env: NodeJS.ProcessEnv) => {
    await small.db.raw('CREATE DATABASE ?? TEMPLATE ground', [database]);
    const DATABASE_URL = databaseOf(small.connectionString, database);
    const whole = await startWhole({
      DATABASE_URL,
      RATE_LIMIT_PER_MINUTE: '0',
      OUTGOING_ALLOW_PRIVATE: '127.0.0.1',
      ...env,
    });
    return { ...whole, DATABASE_URL };
  };
  const told = await start('slack_told', { SECRET_KEY: generateKey() });
  const silent = await start('slack_silent', { PLUGINS_DISABLED: 'slack_connector' });
  try {
    await setUp(told, people, slack.url);
    const type = (n: number) => sendCommand(told, n % people.length, TEXTS[n % TEXTS.length]);
    // Once, unmeasured: what is compiled at the first use is no one's every day.
    for (let n = 0; n < people.length * 2; n += 1) await type(n);
    const waits: number[] = [];
    for (let round = 0; round < rounds; round += 1)
      waits.push(...(await atRate(COMMANDS_A_SECOND, seconds, type)));
    const ours: number[] = [];
    const bare: number[] = [];
    for (const { url } of [told, silent]) for (const one of people) await startAndStop(url, one);
    for (let round = 0; round < rounds; round += 1) {
      for (const [{ url }, times] of [
        [told, ours],
        [silent, bare],
      ] as const) {
        const pair = (n: number) => startAndStop(url, people[n % people.length] as Caller);
        times.push(median(await atRate(PAIRS_A_SECOND, seconds, pair)));
      }
    }
    const p99 = percentile(waits, 0.99);
    const cost = median(ours.map((time, i) => time / (bare[i] as number)));
    const ms = (value: number) => `${value.toFixed(1)} ms`;
    return [
      {
        what: `slash commands at ${COMMANDS_A_SECOND}/s, p99`,
        ours: ms(p99),
        target: `< ${MOST_P99_MS} ms`,
        isMet: p99 < MOST_P99_MS,
        latency: `${ms(percentile(waits, 0.5))} / ${ms(p99)}`,
      },
      {
        what: 'start and stop, told to Slack : without the plugin',
        ours: ms(median(ours)),
        bare: ms(median(bare)),
        ratio: cost.toFixed(2),
        target: `<= ${MOST_COST}`,
        isMet: cost <= MOST_COST,
      },
    ];
  } finally {
    await Promise.all([told.stop(), silent.stop()]);
    await slack.stop();
  }
}

/** Everybody is connected by the app for everybody, and linked. */
async function setUp(
  { url, DATABASE_URL }: ServerProcess & { DATABASE_URL: string },
  people: Caller[],
  slack: string,
): Promise<void> {
  const db = openDatabase(DATABASE_URL, 1);
  try {
    await db.raw(
      `UPDATE api_tokens SET scopes = scopes || '{read:slack_connector,write:slack_connector}'`,
    );
    await db('users').where({ id: people[0]?.user_id }).update({ role: 'admin' });
  } finally {
    await db.destroy();
  }
  const own = `${url}/api/plugins/slack_connector`;
  while ((await fetch(`${own}/status`)).status === 503) await sleep(50);
  const settings = { base_url: slack, bot_token: 'xoxb-bench', signing_secret: SIGNING_SECRET };
  await call(
    `${url}/api/v1/plugins/slack_connector/settings`,
    people[0] as Caller,
    settings,
    'PUT',
  );
  while ((await fetch(`${own}/status`)).status === 503) await sleep(50);
  for (const [i, person] of people.entries()) {
    await call(`${own}/config`, person, { channel_id: `C00${i}` });
    const { command } = await call(`${own}/link-code`, person);
    await sendCommand({ url }, i, command.replace('/tt ', ''));
  }
  await call(`${url}/api/v1/timer`, people[0] as Caller, undefined, 'GET');
}

async function startAndStop(url: string, person: Caller): Promise<void> {
  await call(`${url}/api/v1/timer/start`, person, { on_running: 'switch' });
  await call(`${url}/api/v1/timer/stop`, person, {});
}

async function call(
  url: string,
  { token }: Caller,
  body?: object,
  method = 'POST',
  // biome-ignore lint/suspicious/noExplicitAny: what is read of it is the benchmark's own
): Promise<any> {
  const reply = await fetch(url, {
    method,
    headers: {
      authorization: `Bearer ${token}`,
      ...(body && { 'content-type': 'application/json' }),
    },
    ...(body && { body: JSON.stringify(body) }),
  });
  const text = await reply.text();
  if (!reply.ok) throw new Error(`${url}: ${reply.status} ${text}`);
  return text === '' ? undefined : JSON.parse(text);
}

async function sendCommand(
  { url }: Pick<ServerProcess, 'url'>,
  person: number,
  text = 'help',
): Promise<void> {
  const body = new URLSearchParams({
    team_id: 'T1',
    api_app_id: 'A1',
    user_id: `U00${person}`,
    command: '/tt',
    text,
    trigger_id: randomUUID(),
  }).toString();
  const seconds = Math.floor(Date.now() / 1000);
  const mac = createHmac('sha256', SIGNING_SECRET).update(`v0:${seconds}:${body}`).digest('hex');
  const reply = await fetch(`${url}/api/integrations/slack/events`, {
    method: 'POST',
    body,
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'x-slack-request-timestamp': String(seconds),
      'x-slack-signature': `v0=${mac}`,
    },
  });
  const answer = await reply.text();
  if (reply.status !== 200 || /not linked|not good|went wrong|"ok":true/.test(answer))
    throw new Error(`/tt ${text}: ${reply.status} ${answer}`);
}

async function startSlack() {
  let posted = 0;
  const server = createServer((request, response) => {
    request.resume().on('end', () => {
      posted += 1;
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ ok: true, ts: `${posted}.1`, team_id: 'T1' }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
