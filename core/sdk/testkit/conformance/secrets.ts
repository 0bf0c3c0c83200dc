/** Secrets in settings: never in an answer, a log line or a table in clear. */
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { pino } from 'pino';
import { createTestHost, type TestHost } from '../test-host.ts';
import { findText } from './contents.ts';
import { hasSecret, type Schema, sampleOf } from './sample.ts';

export async function checkSecrets(folder: string): Promise<void> {
  const lines: string[] = [];
  const log = pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) });
  const host = await createTestHost({ plugin: folder, log });
  try {
    const { id, route } = host.plugin;
    const plugin = host.host.get(id);
    const person = await host.person();
    const secret = `canary-${randomBytes(12).toString('hex')}`;
    for (const scope of ['instance', 'user'] as const) {
      const schema = plugin?.settingsSchema(scope) as Schema | undefined;
      if (!schema || !hasSecret(schema)) continue;
      const values = sampleOf(schema, secret) as Record<string, unknown>;
      const saved = await host.plugin.saveSettings(values, scope === 'user' ? person : undefined);
      assert.equal(saved.status, 200, `made-up settings are refused: ${saved.body?.detail}`);
    }
    const admin = await host.person({ role: 'admin' });
    const paths = ['/plugins', `/plugins/${id}`, `/plugins/${id}/settings`, '/audit-log'];
    const own = plugin?.run?.registrations.routes.filter(({ method }) => method === 'GET') ?? [];
    for (const caller of [admin, person]) {
      for (const path of [
        ...paths,
        `/me/plugins/${id}/settings`,
        ...own.map((one) => route(one.path)),
      ]) {
        const { text } = await host.request(path, { as: caller });
        assert.ok(!text.includes(secret), `GET ${path} shows a secret`);
      }
    }
    await host.runJobs();
    await assertNowhere(host, secret);
    assert.ok(!lines.some((line) => line.includes(secret)), 'a secret is in the log');
  } finally {
    await host.stop();
  }
}

async function assertNowhere({ db, plugin }: TestHost, secret: string): Promise<void> {
  const tables = await findText(db, plugin.id, secret);
  assert.deepEqual(tables, [], 'a secret stands in clear in these tables');
}
