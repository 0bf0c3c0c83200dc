/** The receivers of docs/api/webhooks.md, each where its language is on the machine. */
import { spawn, spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import t from 'tap';
import { readBlocks, readCommands, runBlocks } from '../fixtures/doc-page.ts';
import { until } from '../fixtures/until.ts';
import { startWebhookHost } from '../fixtures/webhook-app.ts';

interface Language {
  /** As the page marks its block. */
  name: string;
  file: string;
  /** What says that it is here. */
  probe: [string, string[]];
  command: string;
}

const languages: Language[] = [
  {
    name: 'js',
    file: 'receiver.mjs',
    probe: [process.execPath, ['-v']],
    command: process.execPath,
  },
  { name: 'python', file: 'receiver.py', probe: ['python3', ['--version']], command: 'python3' },
  { name: 'java', file: 'Receiver.java', probe: ['javac', ['-version']], command: 'java' },
];

async function findPort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}

const blocks = await readBlocks('docs/api/webhooks.md');

for (const { name, file, probe, command } of languages) {
  const isHere = spawnSync(...probe).status === 0;
  t.test(
    `the receiver in ${name} takes what is genuine, and nothing else`,
    { skip: isHere ? false : `there is no ${name} here` },
    async (t) => {
      const block = blocks.find(({ language }) => language === name);
      if (!block) throw new Error(`no receiver in ${name}`);
      const host = await startWebhookHost(t);
      const person = await host.person();
      const folder = await mkdtemp(join(tmpdir(), 'stint-receiver-'));
      await writeFile(join(folder, file), block.text);
      const port = await findPort();
      const url = `http://127.0.0.1:${port}/`;
      const { body: hook } = await person.post('/webhooks', { name, url });
      const env = { ...process.env, PORT: String(port), WEBHOOK_SECRET: hook.secret };
      const child = spawn(command, [join(folder, file)], {
        env,
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      t.teardown(async () => {
        child.kill('SIGKILL');
        await rm(folder, { recursive: true, force: true });
      });
      let heard = '';
      child.stdout.on('data', (chunk) => {
        heard += chunk;
      });
      const post = (headers: Record<string, string>, body: string) =>
        fetch(url, { method: 'POST', headers, body }).then(
          ({ status }) => status,
          () => 0,
        );
      await until(async () => (await post({}, '{}')) === 401, 60_000);

      await person.post('/timer/start', { description: 'Grüße — “signed”' });
      await host.send();
      await until(async () => heard.includes('timer.started'));
      const { body: log } = await person.get(`/webhooks/${hook.id}/deliveries`);
      t.match(log.data, [{ state: 'delivered', last_status: 204 }]);

      const { body: sent } = await person.get(`/webhooks/${hook.id}/deliveries/${log.data[0].id}`);
      const { headers } = sent.request;
      t.equal(await post(headers, sent.body), 204);
      t.equal(await post(headers, sent.body.replace('signed', 'forged')), 401);
      const later = String(Number(headers['webhook-timestamp']) - 600);
      t.equal(await post({ ...headers, 'webhook-timestamp': later }, sent.body), 401);
      t.equal(await post({ ...headers, 'webhook-id': 'other' }, sent.body), 401);
    },
  );
}

t.test('every command of the page works as it stands', async (t) => {
  const host = await startWebhookHost(t);
  const { token } = await host.person();
  const base = await host.app.listen({ port: 0, host: '127.0.0.1' });
  const commands = await readCommands('docs/api/webhooks.md');
  t.ok(commands.length >= 2);
  const env = { BASE: base, TOKEN: token };
  const { code, outputs, stderr } = await runBlocks(commands, { cwd: tmpdir(), env });
  t.equal(code, 0, stderr);
  t.match(outputs[0], /"secret":"whsec_/);
  t.match(outputs[1], /"queued":0/);
});
