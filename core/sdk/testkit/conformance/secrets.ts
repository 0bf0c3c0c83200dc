/** Secrets in settings: never in an answer, a log line or a table in clear, also after a day at work. */
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { pino } from 'pino';
import { createTestHost } from '../test-host.ts';
import { findText } from './contents.ts';
import { workADay } from './day-of-work.ts';
import { fillSettings } from './fill-settings.ts';
import type { ConformanceOptions } from './options.ts';

export async function checkSecrets(
  folder: string,
  options: ConformanceOptions = {},
): Promise<void> {
  const lines: string[] = [];
  const log = pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) });
  const host = await createTestHost({ plugin: folder, log });
  try {
    const { id, route } = host.plugin;
    const secret = `canary-${randomBytes(12).toString('hex')}`;
    const person = await fillSettings(host, secret, options);
    const admin = await host.person({ role: 'admin' });
    await workADay(host);
    await host.runJobs();
    const own = host.host.get(id)?.run?.registrations.routes ?? [];
    const paths = [
      '/plugins',
      ...['', '/settings', '/diagnostics', '/failures'].map((rest) => `/plugins/${id}${rest}`),
      `/me/plugins/${id}/settings`,
      '/me/notifications',
      '/ui/plugins',
      '/audit-log',
      ...['/status', '/config'].map(route),
      ...own.filter(({ method }) => method === 'GET').map(({ path }) => route(path)),
    ];
    for (const as of [admin, person]) {
      for (const path of paths) {
        const { text } = await host.request(path, { as });
        assert.ok(!text.includes(secret), `GET ${path} shows a secret`);
      }
    }
    const tables = await findText(host.db, id, secret);
    assert.deepEqual(tables, [], 'a secret stands in clear in these tables');
    assert.ok(!lines.some((line) => line.includes(secret)), 'a secret is in the log');
  } finally {
    await host.stop();
  }
}
