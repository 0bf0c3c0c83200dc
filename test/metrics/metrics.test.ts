import { join } from 'node:path';
import { pino } from 'pino';
import t from 'tap';
import { scopes } from '../../core/auth/scopes.ts';
import { startHost } from '../fixtures/app.ts';
import { readCommands, runBlocks } from '../fixtures/doc-page.ts';
import { fixturePlugins, startPluginHost } from '../fixtures/plugin-app.ts';

const ledger = join(fixturePlugins, 'ledger');
const all = [...scopes, 'read:ledger', 'write:ledger'];

t.test('the metrics of a process', async (t) => {
  const lines: string[] = [];
  const log = pino({}, { write: (line: string) => void lines.push(line) });
  const host = await startPluginHost(t, [ledger], { log });
  const admin = await host.person({ role: 'admin', scopes: all });
  const read = async () => {
    const answer = await host.inject({
      url: '/metrics',
      headers: { authorization: `Bearer ${admin.token}` },
    });
    t.equal(answer.status, 200, answer.text);
    t.match(answer.headers['content-type'], /^text\/plain; version=0\.0\.4/);
    return answer.text;
  };
  const write = (id: number, text = 'abc') => admin.post('/api/plugins/ledger/lines', { id, text });

  t.test('are for tokens of administrators with their scope', async (t) => {
    const status = async (caller: { token: string }) =>
      (await host.inject({ url: '/metrics', headers: { authorization: `Bearer ${caller.token}` } }))
        .status;
    t.equal((await host.inject({ url: '/metrics' })).status, 401);
    t.equal(await status(await host.person()), 403);
    const narrow = await host.person({ role: 'admin', scopes: ['read:settings'] });
    t.equal(await status(narrow), 403);
    t.equal(await status(await host.person({ role: 'admin', scopes: ['read:metrics'] })), 200);
  });

  t.test('tell of requests by their route, of plugins under their own, each once', async (t) => {
    await admin.get('/clients/77');
    await admin.get('/no/such/thing');
    await write(1);
    const text = await read();
    t.match(
      text,
      /request_duration_seconds_count\{method="GET",route="\/api\/v1\/clients\/:id",status="404"\} 1/,
    );
    t.match(text, /_count\{method="POST",route="\/api\/plugins\/ledger\/lines",status="201"\} 1/);
    t.notMatch(text, /route="\/api\/plugins\/:id/);
    t.notMatch(text, /such/, 'what strangers make up is no label');
  });

  t.test('tell of the process, the queue and the plugins', async (t) => {
    const before = await read();
    t.match(before, /process_cpu_seconds_total \d/);
    t.match(before, /stint_queue_jobs\{task="plugin_task",state="due"\} 1/);
    t.match(before, /stint_events_waiting 1/);
    t.match(before, /stint_plugin_state\{plugin="ledger",state="active"\} 1/);
    t.match(before, /stint_plugin_faults_total\{plugin="ledger"\} 0/);
    await host.runJobs();
    await write(1);
    const after = await read();
    t.notMatch(after, /state="due"/);
    t.match(after, /stint_events_waiting 0/);
    t.match(after, /stint_plugin_state\{plugin="ledger",state="degraded"\} 1/);
    t.match(after, /stint_plugin_faults_total\{plugin="ledger"\} 1/);
  });

  t.test("of a plugin are under the plugin's name", async (t) => {
    const text = await read();
    t.match(text, /stint_plugin_ledger_lines_total\{length="3"\} 1/);
    t.match(text, /stint_plugin_ledger_length_chars_bucket\{le="5"\} 1/);
    t.match(text, /stint_plugin_ledger_last_id 1/);
  });

  t.test('of a plugin stay within limits, and that is said once', async (t) => {
    for (let id = 2; id < 110; id += 1) await write(id, 'x'.repeat(id));
    const text = await read();
    t.equal(text.match(/stint_plugin_ledger_lines_total\{/g)?.length, 100);
    t.match(text, /stint_plugin_ledger_length_chars_count 109/, 'the others go on');
    t.equal(lines.filter((line) => line.includes('lines_total are left out')).length, 1);
  });

  t.test('of a plugin that stopped are gone, and start anew', async (t) => {
    await admin.post('/plugins/ledger/disable');
    t.notMatch(await read(), /stint_plugin_ledger_/);
    await admin.post('/plugins/ledger/enable');
    await write(500);
    t.match(await read(), /stint_plugin_ledger_last_id 500/);
  });

  t.test('are text that Prometheus reads: each name is described once', async (t) => {
    const types = [...(await read()).matchAll(/^# TYPE (\S+)/gm)].map(([, name]) => name);
    t.equal(new Set(types).size, types.length);
  });
});

t.test('every command of the page on metrics works as it stands', async (t) => {
  const host = await startHost(t, { now: new Date().toISOString() });
  const admin = await host.person({ role: 'admin' });
  const base = await host.app.listen({ port: 0 });
  const commands = await readCommands('docs/admin/metrics.md');
  t.equal(commands.length, 1);
  const { code, stderr, outputs } = await runBlocks(commands, {
    cwd: '.',
    env: { BASE: base, TOKEN: admin.token },
  });
  t.equal(code, 0, stderr);
  t.match(outputs[0], /^stint_queue_/m);
});
