import t from 'tap';
import { buildApp } from '../../core/app.ts';
import { takeFromWindow } from '../../core/infra/rate-limit.ts';
import { startHost } from '../fixtures/app.ts';

t.test('requests are counted', async (t) => {
  const host = await startHost(t, {
    env: { RATE_LIMIT_PER_MINUTE: '5', TRUST_PROXY: 'true' },
  });
  const from = (ip: string) => ({ 'x-forwarded-for': ip });

  t.test('for each user, and told in the standard headers', async (t) => {
    const user = await host.person();
    const another = await host.person();
    const left = [];
    for (let i = 0; i < 5; i += 1) {
      const { status, headers } = await user.get('/me', from(`192.0.2.${i}`));
      t.equal(status, 200);
      t.equal(headers['ratelimit-limit'], '5');
      t.ok(Number(headers['ratelimit-reset']) > 0 && Number(headers['ratelimit-reset']) <= 60);
      left.push(Number(headers['ratelimit-remaining']));
    }
    t.same(left, [4, 3, 2, 1, 0]);
    const refused = await user.get('/me', from('192.0.2.9'));
    t.equal(refused.status, 429);
    t.match(refused.headers['content-type'], /^application\/problem\+json/);
    t.match(refused.body, { code: 'STINT_ERR_RATE_LIMITED', status: 429 });
    t.ok(
      Number(refused.headers['retry-after']) > 0 && Number(refused.headers['retry-after']) <= 60,
    );
    t.equal((await another.get('/me', from('192.0.2.9'))).status, 200);
  });

  t.test('for each address that is not signed in, wrong credentials too', async (t) => {
    const statuses = [];
    for (const token of [undefined, 'stint_a', 'stint_b', undefined, 'stint_c', 'stint_d']) {
      const { status } = await host.withToken(token).get('/me', from('198.51.100.1'));
      statuses.push(status);
    }
    t.same(statuses, [401, 401, 401, 401, 401, 429]);
    t.equal((await host.withToken(undefined).get('/me', from('198.51.100.2'))).status, 401);
  });

  t.test('by all processes together', async (t) => {
    const second = await buildApp({ config: host.app.config, db: host.db, clock: host.clock });
    t.teardown(() => second.close());
    const user = await host.person();
    const statuses = [];
    for (let i = 0; i < 7; i += 1) {
      const { statusCode } = await (i % 2 ? second : host.app).inject({
        url: '/api/v1/me',
        headers: { authorization: `Bearer ${user.token}` },
      });
      statuses.push(statusCode);
    }
    t.same(statuses, [200, 200, 200, 200, 200, 429, 429]);
  });

  t.test('but not for health checks', async (t) => {
    for (let i = 0; i < 8; i += 1) {
      t.equal((await host.inject({ url: '/healthz' })).status, 200);
    }
  });
});

t.test('a window', async (t) => {
  const host = await startHost(t);

  t.test('counts exactly, however many take from it at once', async (t) => {
    const taken = await Promise.all(
      Array.from({ length: 40 }, () => takeFromWindow(host.db, 'busy')),
    );
    const used = taken.map((one) => one.used).sort((a, b) => a - b);
    t.same(
      used,
      Array.from({ length: 40 }, (_, i) => i + 1),
    );
  });

  t.test('starts anew when it has ended', async (t) => {
    await takeFromWindow(host.db, 'old', 30);
    await host.db('rate_limits').where({ key: 'old' }).update({ window_ends_at: host.db.fn.now() });
    const { used, ttl } = await takeFromWindow(host.db, 'old');
    t.equal(used, 1);
    t.ok(ttl > 59_000 && ttl <= 60_000);
  });
});

t.test('with leases of a large limit no process lets more through than the limit', async (t) => {
  const host = await startHost(t, { env: { RATE_LIMIT_PER_MINUTE: '60' } });
  const second = await buildApp({ config: host.app.config, db: host.db, clock: host.clock });
  t.teardown(() => second.close());
  const user = await host.person();
  const answers = await Promise.all(
    Array.from({ length: 100 }, (_, i) =>
      (i % 2 ? second : host.app).inject({
        url: '/api/v1/me',
        headers: { authorization: `Bearer ${user.token}` },
      }),
    ),
  );
  const passed = answers.filter(({ statusCode }) => statusCode === 200).length;
  t.equal(passed, 60);
});
