/** A Stint with the plugin, a GitHub beside it, and people who are connected. */
import assert from 'node:assert/strict';
import { createHmac, randomUUID } from 'node:crypto';
import type { TestContext } from 'node:test';
import { type Answer, type Caller, createTestHost, type TestHost } from '@stint/plugin-testkit';
import { type GithubServer, startGithub } from './github-server.ts';

export const plugin = new URL('..', import.meta.url);

export interface Connected {
  host: TestHost;
  github: GithubServer;
  admin: Caller;
  ada: Caller;
  project_id: number;
  /** Connects somebody; what is absent is as Ada has it. */
  connect(person: Caller, settings?: Record<string, unknown>, username?: string): Promise<Link>;
  /** Of Ada. */
  link: Link;
  /** Asks for a synchronisation and waits for its end. */
  sync(person?: Caller): Promise<Record<string, unknown>>;
  status(person?: Caller): Promise<Record<string, unknown>>;
  /** Tasks of the project, by name. */
  tasks(project?: number): Promise<Record<string, unknown>[]>;
  timer(person?: Caller): Promise<Record<string, unknown> | null>;
  /** What became of the latest deliveries, newest first. */
  outcomes(person?: Caller): Promise<[outcome: string, detail: string | null][]>;
}

/** Where news are sent for somebody, and how they are signed. */
export interface Link {
  secret: string;
  path: string;
  /** Signs and sends. */
  deliver(body: object | string, headers?: Record<string, string>): Promise<Answer>;
  /** Signs, sends, and has it handled. */
  report(action: string, issue: object, more?: object): Promise<Answer>;
}

export function sign(secret: string, body: string): string {
  return `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;
}

export async function connectAda(
  t: Pick<TestContext, 'after'>,
  settings: Record<string, unknown> = {},
): Promise<Connected> {
  const github = await startGithub();
  t.after(() => github.stop());
  const host = await createTestHost({
    plugin,
    settings: { api_url: github.url },
    env: { OUTGOING_ALLOW_PRIVATE: '127.0.0.1' },
  });
  t.after(() => host.stop());
  const ada = await host.person({ name: 'Ada', time_zone: 'Europe/Berlin' });
  const admin = await host.person({ role: 'admin' });
  const { body: project } = await admin.post('/projects', { name: 'Shop', color: '#2563eb' });
  const { route } = host.plugin;

  async function connect(
    person: Caller,
    own: Record<string, unknown> = {},
    username?: string,
  ): Promise<Link> {
    if (username) {
      const set = await host.plugin.saveSettings({ github_username: username }, person);
      assert.equal(set.status, 200, set.text);
    }
    const saved = await host.request(route('/config'), {
      as: person,
      body: {
        github_token: 'ghp_ada',
        repo_owner: 'acme',
        repo_name: 'shop',
        default_project_id: project.id,
        ...own,
      },
    });
    assert.equal(saved.status, 200, saved.text);
    const { pathname } = new URL(saved.body.webhooks[0].url);
    const secret: string = saved.body.generated?.webhook_secret ?? own.webhook_secret;
    const deliver: Link['deliver'] = async (payload, headers = {}) => {
      const body = typeof payload === 'string' ? payload : JSON.stringify(payload);
      return host.request(pathname, {
        method: 'POST',
        body,
        headers: {
          'content-type': 'application/json',
          'x-github-event': 'issues',
          'x-github-delivery': randomUUID(),
          'x-hub-signature-256': sign(secret, body),
          ...headers,
        },
      });
    };
    return {
      secret,
      path: pathname,
      deliver,
      async report(action, issue, more = {}) {
        const repository = { full_name: 'acme/shop' };
        const answer = await deliver({ action, issue, repository, ...more });
        await host.runJobs();
        return answer;
      },
    };
  }

  const status = async (person = ada) =>
    (await host.request(route('/status'), { as: person })).body;
  return {
    host,
    github,
    admin,
    ada,
    project_id: project.id,
    connect,
    link: await connect(ada, settings, 'Ada'),
    async sync(person = ada) {
      const asked = host.request(route('/sync'), { as: person, body: {} });
      await host.runJobs();
      await asked;
      await host.runJobs();
      return (await status(person)).sync as Record<string, unknown>;
    },
    status,
    async tasks(id = project.id) {
      const { body } = await admin.get(`/tasks?project_id=${id}&sort=name&limit=200`);
      return body.data;
    },
    timer: async (person = ada) => (await person.get('/timer')).body.timer,
    async outcomes(person = ada) {
      const { body } = await host.request(route('/deliveries'), { as: person });
      return body.data.map((one: { outcome: string; detail: string }) => [one.outcome, one.detail]);
    },
  };
}

let seconds = 0;

/** An issue as GitHub tells of it, later than the one before. */
export function issue(number: number, changes: object = {}) {
  seconds += 1;
  return {
    number,
    title: `Issue ${number}`,
    body: null as string | null,
    state: 'open',
    html_url: `https://github.com/acme/shop/issues/${number}`,
    labels: [] as object[],
    assignees: [] as object[],
    updated_at: new Date(Date.UTC(2025, 0, 1) + seconds * 1000).toISOString().replace('.000', ''),
    ...changes,
  };
}
