import t from 'tap';
import { startHost } from '../fixtures/app.ts';

t.test('the process lives and is ready', async (t) => {
  const host = await startHost(t);
  for (const url of ['/healthz', '/readyz']) {
    const { status, body } = await host.inject({ url });
    t.equal(status, 200);
    t.same(body, { ok: true });
  }
});

t.test('a process without its tables lives, but is not ready', async (t) => {
  const host = await startHost(t);
  await host.db.raw('ALTER TABLE settings RENAME TO settings_away');
  t.equal((await host.inject({ url: '/healthz' })).status, 200);
  const { status, headers, text } = await host.inject({ url: '/readyz' });
  t.equal(status, 503);
  t.equal(headers['retry-after'], '1');
  t.notMatch(text, 'settings');
});
