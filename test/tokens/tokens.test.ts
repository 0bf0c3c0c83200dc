import t from 'tap';
import { startHost } from '../fixtures/app.ts';
import { openBrowser } from '../fixtures/browser.ts';

t.test('API tokens', async (t) => {
  const host = await startHost(t);
  const user = await host.person({ time_zone: 'Europe/Berlin' });
  const browser = await openBrowser(host, user.id);

  t.test('are made by their owner, shown once and kept as a hash', async (t) => {
    const made = await browser.post('/tokens', { name: 'CI', scopes: ['read:me'] });
    t.equal(made.status, 201);
    t.match(made.body, { name: 'CI', scopes: ['read:me'], last_used_at: null, expires_at: null });
    t.match(made.body.token, /^stint_[\w-]{43}$/);
    const listed = await browser.get('/tokens');
    const ids = listed.body.data.map((row: { id: number }) => row.id);
    t.ok(ids.includes(made.body.id));
    t.notMatch(listed.text, made.body.token);
    t.notMatch(JSON.stringify(await host.db('api_tokens')), made.body.token);
    const trail = await host.db('audit_log').where({ action: 'token.created' });
    t.match(trail, [{ actor_id: user.id, entity_type: 'token', entity_id: made.body.id }]);
    t.notMatch(JSON.stringify(trail), made.body.token);
  });

  t.test('show their last use', async (t) => {
    const { body } = await browser.post('/tokens', { name: 'Used', scopes: ['read:me'] });
    await host.withToken(body.token).get('/me');
    const { data } = (await browser.get('/tokens')).body;
    const listed = data.find((row: { name: string }) => row.name === 'Used');
    t.equal(listed.last_used_at, '2025-01-27T13:00:00+01:00');
  });

  t.test('stop working when they expire', async (t) => {
    const { body } = await browser.post('/tokens', {
      name: 'Short',
      scopes: ['read:me'],
      expires_at: '2025-01-27T14:00:00',
    });
    t.equal(body.expires_at, '2025-01-27T14:00:00+01:00');
    host.clock.set('2025-01-27T12:59:59Z');
    t.equal((await host.withToken(body.token).get('/me')).status, 200);
    host.clock.set('2025-01-27T13:00:00Z');
    t.equal((await host.withToken(body.token).get('/me')).status, 401);
  });

  t.test('cannot expire before they are made', async (t) => {
    for (const expires_at of ['2025-01-27T14:00:00', '2020-01-01T00:00:00Z']) {
      const refused = await browser.post('/tokens', { name: 'x', scopes: ['read:me'], expires_at });
      t.equal(refused.status, 422);
      t.match(refused.body, {
        code: 'STINT_ERR_TOKEN_EXPIRED_AT_BIRTH',
        errors: [{ pointer: '/expires_at' }],
      });
    }
  });

  t.test('need a name and scopes that exist', async (t) => {
    for (const body of [
      { name: 'x' },
      { name: 'x', scopes: [] },
      { name: 'x', scopes: ['write:everything'] },
      { name: 'x', scopes: ['read:me', 'read:me'] },
      { scopes: ['read:me'] },
      { name: 'x', scopes: ['read:me'], user_id: 1 },
    ]) {
      t.equal((await browser.post('/tokens', body)).status, 400, JSON.stringify(body));
    }
  });

  t.test('are revoked by their owner only', async (t) => {
    const { body } = await browser.post('/tokens', { name: 'Doomed', scopes: ['read:me'] });
    const admin = await openBrowser(host, (await host.person({ role: 'admin' })).id);
    t.equal((await admin.delete(`/tokens/${body.id}`)).status, 404);
    t.equal((await browser.delete(`/tokens/${body.id}`)).status, 204);
    t.equal((await host.withToken(body.token).get('/me')).status, 401);
    t.equal((await browser.delete(`/tokens/${body.id}`)).status, 404);
    const [trail] = await host.db('audit_log').where({ action: 'token.revoked' });
    t.match(trail, { entity_id: body.id, changes: { name: 'Doomed', scopes: ['read:me'] } });
  });

  t.test('cannot mint, list or revoke tokens', async (t) => {
    t.equal((await user.post('/tokens', { name: 'x', scopes: ['read:me'] })).status, 403);
    t.equal((await user.get('/tokens')).status, 403);
    t.equal((await user.delete('/tokens/1')).status, 403);
  });
});
