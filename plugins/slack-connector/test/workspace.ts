/** A Stint with the plugin, a Slack beside it, and people who are in both. */
import assert from 'node:assert/strict';
import { createHmac, randomUUID } from 'node:crypto';
import type { TestContext } from 'node:test';
import {
  type Answer,
  type Caller,
  createTestHost,
  type PersonOptions,
  type TestHost,
} from '@stint/plugin-testkit';
import { type SlackServer, startSlack, TOKEN } from './slack-server.ts';

export const plugin = new URL('..', import.meta.url);
export const SIGNING_SECRET = '8f742231b10e8888abcd99yyyzzz85a5';
export const EVENTS = '/api/integrations/slack/events';

export interface Typed {
  user: string;
  secret?: string;
  command?: string;
  /** What else the form has, or has otherwise. */
  fields?: Record<string, string>;
  path?: string;
}

export interface Workspace {
  host: TestHost;
  slack: SlackServer;
  admin: Caller;
  /** Somebody new, connected and linked with that Slack user. */
  member(slackUser: string, options?: PersonOptions, config?: object): Promise<Caller>;
  connect(person: Caller, config?: object): Promise<Answer>;
  link(person: Caller, slackUser: string): Promise<string>;
  /** Types `/tt <text>`, as Slack would send it, and returns what is shown. */
  type(text: string, typed: Typed): Promise<string>;
  send(text: string, typed: Typed): Promise<Answer>;
  project(name: string, more?: object): Promise<number>;
  /** Texts of what was sent, after the jobs ran. */
  sent(): Promise<(string | undefined)[]>;
  notifications(person: Caller): Promise<Record<string, unknown>[]>;
}

export async function openWorkspace(
  t: TestContext,
  settings: Record<string, unknown> = {},
  now?: string,
): Promise<Workspace> {
  const slack = await startSlack();
  t.after(() => slack.stop());
  const host = await createTestHost({
    plugin,
    now,
    settings: {
      base_url: slack.url,
      bot_token: TOKEN,
      signing_secret: SIGNING_SECRET,
      ...settings,
    },
    env: { OUTGOING_ALLOW_PRIVATE: '127.0.0.1' },
  });
  t.after(() => host.stop());
  const admin = await host.person({ role: 'admin', name: 'Admin' });
  const { route } = host.plugin;

  const connect = async (as: Caller, config: object = {}) => {
    const saved = await host.request(route('/config'), {
      as,
      body: { channel_id: 'C0001', ...config },
    });
    assert.equal(saved.status, 200, saved.text);
    return saved;
  };
  const send = (text: string, typed: Typed) => sendCommand(host, text, typed);
  const type = async (text: string, typed: Typed) => {
    const answer = await send(text, typed);
    assert.equal(answer.status, 200, answer.text);
    assert.equal(answer.body.response_type, 'ephemeral', answer.text);
    return answer.body.text as string;
  };
  const link = async (as: Caller, user: string) => {
    const { body } = await host.request(route('/link-code'), { as, method: 'POST' });
    return type(body.command.replace('/tt ', ''), { user });
  };
  return {
    host,
    slack,
    admin,
    connect,
    send,
    type,
    link,
    async member(slackUser, options, config) {
      const person = await host.person(options);
      await connect(person, config);
      assert.match(await link(person, slackUser), /^(Linked|Verknüpft)/);
      return person;
    },
    async project(name, more) {
      const { body, status } = await admin.post('/projects', { name, color: '#2563eb', ...more });
      assert.equal(status, 201);
      return body.id;
    },
    async sent() {
      await host.runJobs();
      // A worker that finds a queue in use goes home; what waited there is the next one's.
      await host.runJobs();
      return slack.posted.splice(0).map(({ text }) => text);
    },
    async notifications(as) {
      return (await host.request(route('/notifications'), { as })).body.notifications;
    },
  };
}

function sendCommand(
  host: TestHost,
  text: string,
  { user, secret = SIGNING_SECRET, command = '/tt', fields = {}, path = EVENTS }: Typed,
): Promise<Answer> {
  const form = new URLSearchParams({
    token: 'gIkuvaNzQIHg97ATvDxqgjtO',
    team_id: 'T1',
    team_domain: 'acme',
    api_app_id: 'A1',
    channel_id: 'C0001',
    user_id: user,
    user_name: 'somebody',
    command,
    text,
    response_url: 'https://hooks.slack.com/commands/T1/1/x',
    trigger_id: randomUUID(),
    ...fields,
  });
  const body = form.toString();
  return host.request(path, { method: 'POST', body, headers: signForm(host, body, secret) });
}

export function signForm(
  host: TestHost,
  body: string,
  secret: string,
  secondsAway = 0,
): Record<string, string> {
  const seconds = Math.floor(host.clock.now().getTime() / 1000) + secondsAway;
  const mac = createHmac('sha256', secret).update(`v0:${seconds}:${body}`).digest('hex');
  return {
    'content-type': 'application/x-www-form-urlencoded',
    'x-slack-request-timestamp': String(seconds),
    'x-slack-signature': `v0=${mac}`,
  };
}
