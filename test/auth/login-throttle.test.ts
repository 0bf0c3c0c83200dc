import t from 'tap';
import { buildApp } from '../../core/app.ts';
import { startHost } from '../fixtures/app.ts';

t.test('attempts to sign in', async (t) => {
  const host = await startHost(t, {
    env: { LOGIN_ATTEMPTS_PER_MINUTE: '3', TRUST_PROXY: 'true' },
  });
  await host.person({ email: 'known@example.com' });
  const attempt = async (email: string, ip: string, app = host.app) => {
    const { statusCode, headers } = await app.inject({
      method: 'POST',
      url: '/api/v1/auth/login',
      headers: { 'x-forwarded-for': ip },
      payload: { email, password: 'wrong password' },
    });
    return { status: statusCode, retryAfter: Number(headers['retry-after']) };
  };

  t.test('are counted for each account, from wherever they come', async (t) => {
    for (const name of ['known', 'unknown']) {
      const statuses = [];
      for (let i = 1; i <= 4; i += 1) {
        statuses.push((await attempt(`${name}@example.com`, `192.0.2.${i}`)).status);
      }
      t.same(statuses, [401, 401, 401, 429], name);
    }
    const { retryAfter } = await attempt('KNOWN@example.com', '192.0.2.9');
    t.ok(retryAfter >= 1 && retryAfter <= 60);
  });

  t.test('are counted for each address, whatever accounts they try', async (t) => {
    const statuses = [];
    for (let i = 1; i <= 4; i += 1) {
      statuses.push((await attempt(`person${i}@example.org`, '198.51.100.1')).status);
    }
    t.same(statuses, [401, 401, 401, 429]);
  });

  t.test('are counted by all processes together', async (t) => {
    const second = await buildApp({ config: host.app.config, db: host.db, clock: host.clock });
    t.teardown(() => second.close());
    const statuses = [];
    for (let i = 1; i <= 4; i += 1) {
      const app = i % 2 ? host.app : second;
      statuses.push((await attempt('shared@example.com', `203.0.113.${i}`, app)).status);
    }
    t.same(statuses, [401, 401, 401, 429]);
  });
});
