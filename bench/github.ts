/**
 * What GitHub's deliveries cost: how many are accepted a second, by a web process alone, beside a bare route that
 * checks the same signature and inserts one row; and how long each waits at fifty a second while the worker makes
 * tasks of them.
 */
import { createHmac, randomUUID } from 'node:crypto';
import { createRequire } from 'node:module';
import { setTimeout as sleep } from 'node:timers/promises';
import { openDatabase } from '../core/infra/database.ts';
import { generateKey } from '../core/secrets/key-ring.ts';
import { startGithub } from '../plugins/github-connector/test/github-server.ts';
import { type Call, compareLoads, putUnderLoad } from './measure.ts';
import type { BenchOptions } from './options.ts';
import { type ServerProcess, startProcess } from './processes.ts';
import { type Caller, databaseOf, type Stage } from './stage.ts';
import { atRate, percentile } from './steady.ts';
import type { TableRow } from './table.ts';
import { startWhole } from './whole.ts';

const NAME = 'github';
const LEAST_RATIO = 0.5;
const DELIVERIES_A_SECOND = 50;
const MOST_P99_MS = 100;
const REPOSITORY = 'acme/shop';

interface Payload {
  action?: string;
  issue: object;
  repository: object;
}
const examples: { name: string; examples: Payload[] }[] = createRequire(import.meta.url)(
  '@octokit/webhooks-examples',
);
const example = examples
  .find(({ name }) => name === 'issues')
  ?.examples.find(({ action }) => action === 'opened') as Payload;

interface Receiver {
  path: string;
  secret: string;
}

export async function compareGithub(
  { small }: Stage,
  { rounds, seconds, only }: BenchOptions,
): Promise<TableRow[]> {
  if (!NAME.includes(only)) return [];
  console.error(`Measuring: ${NAME} …`);
  const github = await startGithub();
  const database = 'github';
  await small.db.raw('CREATE DATABASE ?? TEMPLATE ground', [database]);
  const DATABASE_URL = databaseOf(small.connectionString, database);
  const env = {
    DATABASE_URL,
    SECRET_KEY: generateKey(),
    OUTGOING_ALLOW_PRIVATE: '127.0.0.1',
    RATE_LIMIT_PER_MINUTE: '0',
  };
  const running: ServerProcess[] = [];
  const keep = async (server: Promise<ServerProcess>) => {
    running.push(await server);
    return server;
  };
  try {
    const whole = await keep(startWhole(env));
    const receiver = await connect(whole.url, DATABASE_URL, small.callers[0] as Caller, github.url);
    const waits: number[] = [];
    await atRate(DELIVERIES_A_SECOND, 1, () => deliver(whole.url, receiver));
    for (let round = 0; round < rounds; round += 1)
      waits.push(
        ...(await atRate(DELIVERIES_A_SECOND, seconds, () => deliver(whole.url, receiver))),
      );
    await whole.stop();
    const web = await keep(startWhole(env, 'web'));
    while ((await post(web.url, receiver)).status === 503) await sleep(50);
    const bare = await keep(startProcess('yardstick', DATABASE_URL));
    const run = (url: string, path: string) => () =>
      putUnderLoad(url, () => [signedCall(path, receiver.secret)], seconds);
    const {
      ours,
      bare: theirs,
      ratio,
    } = await compareLoads(
      run(web.url, receiver.path),
      run(bare.url, `/deliveries?secret=${receiver.secret}`),
      rounds,
    );
    const p99 = percentile(waits, 0.99);
    const ms = (value: number) => `${value.toFixed(1)} ms`;
    return [
      {
        what: 'signed deliveries : bare HMAC and INSERT',
        ours: `${Math.round(ours.requestsPerSecond)}/s`,
        bare: `${Math.round(theirs.requestsPerSecond)}/s`,
        ratio: `${Math.round(ratio * 100)} %`,
        target: `>= ${LEAST_RATIO * 100} %`,
        isMet: ratio >= LEAST_RATIO,
        latency: `${ours.p50} / ${ours.p99} ms`,
      },
      {
        what: `deliveries at ${DELIVERIES_A_SECOND}/s, p99`,
        ours: ms(p99),
        target: `< ${MOST_P99_MS} ms`,
        isMet: p99 < MOST_P99_MS,
        latency: `${ms(percentile(waits, 0.5))} / ${ms(p99)}`,
      },
    ];
  } finally {
    await Promise.all(running.map((server) => server.stop()));
    await github.stop();
  }
}

/** Somebody connects; the address and the secret of their webhook. */
async function connect(
  url: string,
  database: string,
  { user_id, token }: Caller,
  api_url: string,
): Promise<Receiver> {
  const db = openDatabase(database, 1);
  try {
    await db.raw(
      `UPDATE api_tokens SET scopes = scopes || '{read:github_connector,write:github_connector}'`,
    );
    await db('users').where({ id: user_id }).update({ role: 'admin' });
    const project = await db('projects').where({ archived_at: null }).orderBy('id').first('id');
    const own = `${url}/api/plugins/github_connector`;
    const call = async (method: string, to: string, body: object) => {
      const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
      const reply = await fetch(to, { method, headers, body: JSON.stringify(body) });
      const text = await reply.text();
      if (!reply.ok) throw new Error(`${to}: ${reply.status} ${text}`);
      return JSON.parse(text);
    };
    const ready = async () => {
      while ((await fetch(`${own}/status`)).status === 503) await sleep(50);
    };
    await ready();
    await call('PUT', `${url}/api/v1/plugins/github_connector/settings`, { api_url });
    await ready();
    const [repo_owner, repo_name] = REPOSITORY.split('/');
    const { webhooks, generated } = await call('POST', `${own}/config`, {
      github_token: 'ghp_ada',
      repo_owner,
      repo_name,
      default_project_id: project.id,
    });
    return { path: new URL(webhooks[0].url).pathname, secret: generated.webhook_secret };
  } finally {
    await db.destroy();
  }
}

let issues = 0;

/** GitHub's own example of an issue that was opened, each time another one. */
function nextBody(): object {
  issues += 1;
  const { issue, repository } = example;
  return {
    ...example,
    issue: { ...issue, number: issues, title: `Issue ${issues}` },
    repository: { ...repository, full_name: REPOSITORY },
  };
}

function headersOf(secret: string, text: string): Record<string, string> {
  return {
    'x-github-event': 'issues',
    'x-github-delivery': randomUUID(),
    'x-hub-signature-256': `sha256=${createHmac('sha256', secret).update(text).digest('hex')}`,
  };
}

function signedCall(path: string, secret: string): Call {
  return { method: 'POST', path, body: nextBody, headers: (text) => headersOf(secret, text) };
}

function post(url: string, { path, secret }: Receiver): Promise<Response> {
  const body = JSON.stringify(nextBody());
  const headers = { 'content-type': 'application/json', ...headersOf(secret, body) };
  return fetch(url + path, { method: 'POST', headers, body });
}

async function deliver(url: string, receiver: Receiver): Promise<void> {
  const reply = await post(url, receiver);
  const text = await reply.text();
  if (reply.status !== 200) throw new Error(`A delivery: ${reply.status} ${text}`);
}
