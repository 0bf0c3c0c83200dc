import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import t, { type Test } from 'tap';
import { scopes } from '../../core/auth/scopes.ts';
import { startPluginHost } from '../fixtures/plugin-app.ts';
import { writePlugin } from '../fixtures/plugin-folder.ts';

const contributes = {
  events: ['entry.created'],
  guards: ['entry.beforeCreate'],
  providers: ['suggestions', 'work-items'],
  tasks: ['work'],
  crons: ['nightly'],
  routes: ['POST /work'],
  webhooks: ['bell'],
};

const code = `
  import { definePlugin, defineTask, NotReady, Reject, AuthFailed } from '@stint/plugin';
  const Work = defineTask('work', { type: 'object', properties: { how: { type: 'string' } } });
  const string = { type: 'string' };
  let refused = false;
  export default definePlugin({
    settings: {
      connection: { type: 'object', properties: { key: { ...string, 'x-secret': true } } },
    },
    setup(ctx) {
      ctx.guard('entry.beforeCreate', ({ input: { description } }) => {
        if (description === 'no') throw new Reject('STINT_ERR_PLG_METER_NO', 'No.');
        if (description === 'odd') throw new Error('Odd.');
        return description === 'tidy' ? { description: 'tidied' } : undefined;
      });
      ctx.on('entry.created', () => {});
      ctx.provide('suggestions', () => []);
      ctx.provide('work-items', () => { throw new Error('None.'); });
      ctx.cron('nightly', { pattern: '* * * * *', run: async () => {} });
      ctx.task(Work, async ({ how }) => {
        if (how === 'later' && !refused) { refused = true; throw new NotReady(1); }
        if (how === 'never') throw new AuthFailed('No.');
        if (how.startsWith('http')) await ctx.http.fetch(how).catch(() => {});
      });
      ctx.route({
        method: 'POST', path: '/work', summary: 'Work', response: {},
        body: { type: 'object', properties: { how: string } },
        handler: async ({ body }) => void (await ctx.jobs.add(Work, body)),
      });
      ctx.webhook('bell', {
        verifier: { kind: 'github' }, secret: '/key', receive: async () => {},
        screen: ({ body }) => (body.ping ? { status: 200, body: {} } : undefined),
      });
    },
    sync: async () => ({ synced: 0, updated: 0, skipped: 0, errors: [] }),
  });
`;

/** Answers 204 to everything. */
async function startElsewhere(t: Test): Promise<string> {
  const server = createServer((_request, response) => response.writeHead(204).end());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.teardown(() => server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

t.test('what plugins do is counted by plugin, and by how it ended', async (t) => {
  const elsewhere = await startElsewhere(t);
  const folder = await writePlugin(t, 'meter', {
    code,
    stint: { contributes, permissions: { network: ['127.0.0.1'] } },
  });
  const host = await startPluginHost(t, [folder], {
    env: { OUTGOING_ALLOW_PRIVATE: '127.0.0.1' },
  });
  const admin = await host.person({
    role: 'admin',
    scopes: [...scopes, 'read:meter', 'write:meter'],
  });
  const at = (path: string) => `/api/plugins/meter${path}`;
  const read = async () => {
    const headers = { authorization: `Bearer ${admin.token}` };
    return (await host.inject({ url: '/metrics', headers })).text;
  };
  const work = (how: string) => admin.post(at('/work'), { how });

  t.test('jobs, with the time that they took', async (t) => {
    for (const how of ['done', 'later', 'never']) await work(how);
    await admin.post('/time-entries', { duration_seconds: 60, description: 'fine' });
    await host.runCrons();
    await host.runJobs();
    host.clock.advance({ seconds: 2 });
    await host.runJobs();
    const text = await read();
    const count = (job: string, outcome: string) =>
      `stint_plugin_job_duration_seconds_count{plugin="meter",job="${job}",outcome="${outcome}"}`;
    t.match(text, `${count('work', 'done')} 2\n`);
    t.match(text, `${count('work', 'later')} 1\n`);
    t.match(text, `${count('work', 'failed')} 1\n`);
    t.match(text, `${count('event:entry.created', 'done')} 1\n`);
    t.match(text, `${count('cron:nightly', 'done')} 1\n`);
    t.match(text, 'stint_plugin_failed_jobs{plugin="meter"} 1\n');
  });

  t.test('guards, and those that are left out', async (t) => {
    const say = (description: string) =>
      admin.post('/time-entries', { duration_seconds: 60, description });
    t.equal((await say('no')).status, 422);
    await say('tidy');
    for (let i = 0; i < 6; i += 1) t.equal((await say('odd')).status, 201);
    const text = await read();
    const count = (outcome: string) =>
      `stint_plugin_guard_duration_seconds_count{plugin="meter",point="entry.beforeCreate",outcome="${outcome}"}`;
    t.match(text, `${count('passed')} 1\n`);
    t.match(text, `${count('refused')} 1\n`);
    t.match(text, `${count('changed')} 1\n`);
    t.match(text, `${count('failed')} 5\n`);
    t.match(text, `${count('left_out')} 1\n`);
  });

  t.test('connections, synchronisations and deliveries', async (t) => {
    const key = 'a-key-of-some-length';
    const { body } = await admin.post(at('/config'), { key });
    const { pathname } = new URL(body.webhooks[0].url);
    const ring = async (content: object, signedWith = key) => {
      const payload = JSON.stringify(content);
      const mac = createHmac('sha256', signedWith).update(payload).digest('hex');
      await host.inject({
        method: 'POST',
        url: pathname,
        payload,
        headers: {
          'content-type': 'application/json',
          'x-hub-signature-256': `sha256=${mac}`,
          'x-github-delivery': 'one',
        },
      });
    };
    await ring({});
    await ring({});
    await ring({ ping: true });
    await ring({}, 'another key');
    // It waits for a worker a while.
    await Promise.all([admin.post(at('/sync'), {}), host.runJobs()]);
    await host.runJobs();
    const text = await read();
    const count = (outcome: string) =>
      `stint_plugin_deliveries_total{plugin="meter",webhook="bell",outcome="${outcome}"} 1\n`;
    for (const outcome of ['kept', 'repeated', 'answered', 'refused'])
      t.match(text, count(outcome));
    t.match(text, 'seconds_count{plugin="meter",job="webhook:bell",outcome="done"} 1\n');
    t.match(text, 'seconds_count{plugin="meter",job="sync",outcome="done"} 1\n');
    t.match(text, 'stint_plugin_connections{plugin="meter",health="connected"} 1\n');
  });

  t.test('calls to elsewhere and answers of providers', async (t) => {
    await work(elsewhere);
    await work('http://198.51.100.1/');
    await host.runJobs();
    for (const kind of ['suggestions', 'work-items']) await admin.get(`/providers/${kind}`);
    const text = await read();
    const calls = (outcome: string) =>
      `stint_plugin_call_duration_seconds_count{plugin="meter",outcome="${outcome}"} 1\n`;
    t.match(text, calls('204'));
    t.match(text, calls('refused'));
    const answers = (kind: string, outcome: string) =>
      `stint_plugin_provider_answers_total{plugin="meter",kind="${kind}",outcome="${outcome}"} 1\n`;
    t.match(text, answers('suggestions', 'given'));
    t.match(text, answers('work-items', 'missing'));
  });
});
