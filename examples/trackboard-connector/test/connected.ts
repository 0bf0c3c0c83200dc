/** A Stint with the plugin, a Trackboard beside it, and people who are connected. */
import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import { type Answer, type Caller, createTestHost, type TestHost } from '@stint/plugin-testkit';
import { type Delivery, startTrackboard, type Trackboard } from './trackboard-server.ts';

export const plugin = new URL('..', import.meta.url);

export interface Connected {
  host: TestHost;
  trackboard: Trackboard;
  ada: Caller;
  project_id: number;
  /** Connects somebody; what is absent is as `ada` has it. */
  connect(person: Caller, settings?: Record<string, unknown>): Promise<Link>;
  /** Of Ada. */
  link: Link;
  /** Asks for a synchronisation and waits for its end. */
  sync(person?: Caller): Promise<Record<string, unknown>>;
  status(person?: Caller): Promise<Record<string, unknown>>;
  /** Tasks of the project, by name. */
  tasks(): Promise<Record<string, unknown>[]>;
}

/** Where news are sent for somebody, and how they are signed. */
export interface Link {
  secret: string;
  deliver(delivery: Delivery): Promise<Answer>;
  /** Signs, sends, and has it handled. */
  report(event: string, issue: unknown): Promise<Answer>;
}

export async function connectAda(
  t: TestContext,
  settings: Record<string, unknown> = {},
): Promise<Connected> {
  const trackboard = await startTrackboard();
  t.after(() => trackboard.stop());
  const host = await createTestHost({
    plugin,
    settings: { base_url: trackboard.url },
    env: { OUTGOING_ALLOW_PRIVATE: '127.0.0.1' },
  });
  t.after(() => host.stop());
  const ada = await host.person({ name: 'Ada', locale: 'de', time_zone: 'Europe/Berlin' });
  const admin = await host.person({ role: 'admin' });
  const { body: project } = await admin.post('/projects', { name: 'Shop', color: '#2563eb' });
  const { route } = host.plugin;

  async function connect(person: Caller, own: Record<string, unknown> = {}): Promise<Link> {
    const saved = await host.request(route('/config'), {
      as: person,
      body: {
        token: 'tb_ada',
        login: 'Ada',
        board: 'SHOP',
        default_project_id: project.id,
        ...own,
      },
    });
    assert.equal(saved.status, 200, saved.text);
    const { pathname } = new URL(saved.body.webhooks[0].url);
    const secret: string = saved.body.generated.webhook_secret;
    const deliver = async ({ body, headers }: Delivery) =>
      host.request(pathname, { method: 'POST', body, headers });
    return {
      secret,
      deliver,
      async report(event, issue) {
        const answer = await deliver(trackboard.sign(event, issue, secret, host.clock.now()));
        await host.runJobs();
        return answer;
      },
    };
  }

  const status = async (person = ada) =>
    (await host.request(route('/status'), { as: person })).body;
  return {
    host,
    trackboard,
    ada,
    project_id: project.id,
    connect,
    link: await connect(ada, settings),
    async sync(person = ada) {
      const asked = host.request(route('/sync'), { as: person, body: {} });
      await host.runJobs();
      await asked;
      await host.runJobs();
      return (await status(person)).sync as Record<string, unknown>;
    },
    status,
    async tasks() {
      const { body } = await admin.get(`/tasks?project_id=${project.id}&sort=name&limit=200`);
      return body.data;
    },
  };
}
