import { createHash } from 'node:crypto';
import t from 'tap';
import { startHost } from '../fixtures/app.ts';
import { openBrowser } from '../fixtures/browser.ts';

t.test('Idempotency-Key', async (t) => {
  const host = await startHost(t);
  const user = await host.person({ role: 'admin' });
  const post = (key: string, name: string, caller = user) =>
    caller.post('/clients', { name }, { 'idempotency-key': key });
  const count = async (name: string) => (await host.db('clients').where({ name })).length;

  t.test('replays the answer of the first request, headers included', async (t) => {
    const first = await post('replay', 'Acme');
    const second = await post('replay', 'Acme');
    t.equal(second.status, 201);
    t.same(second.body, first.body);
    for (const name of ['etag', 'location', 'content-type']) {
      t.equal(second.headers[name], first.headers[name], name);
    }
    t.equal(first.headers['idempotency-replayed'], undefined);
    t.equal(second.headers['idempotency-replayed'], 'true');
    t.equal(await count('Acme'), 1);
  });

  t.test('replays a refusal too', async (t) => {
    const first = await post('refusal', 'Acme');
    t.equal(first.status, 409);
    await host.db('clients').where({ name: 'Acme' }).delete();
    const second = await post('refusal', 'Acme');
    t.equal(second.status, 409);
    t.same(second.body, first.body);
    t.match(second.headers['content-type'], /^application\/problem\+json/);
  });

  t.test('refuses another body, route or credential under a key that was used', async (t) => {
    await post('mine', 'One');
    const { body: made } = await (await openBrowser(host, user.id)).post('/tokens', {
      name: 'second',
      scopes: ['write:clients'],
    });
    for (const refused of [
      await post('mine', 'Two'),
      await user.post('/tags', { name: 'One' }, { 'idempotency-key': 'mine' }),
      await post('mine', 'One', host.withToken(made.token)),
    ]) {
      t.equal(refused.status, 422);
      t.equal(refused.body.code, 'STINT_ERR_IDEMPOTENCY_KEY_REUSED');
    }
    t.equal(await count('Two'), 0);
  });

  t.test('belongs to one user: others may use the same', async (t) => {
    const other = await host.person({ role: 'manager' });
    t.equal((await post('shared', 'Three')).status, 201);
    t.equal((await post('shared', 'Four', other)).status, 201);
  });

  t.test('makes one record of twenty requests at once', async (t) => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => post('race', 'Race')));
    t.equal(await count('Race'), 1);
    const ids = new Set(answers.filter((a) => a.status === 201).map((a) => a.body.id));
    t.equal(ids.size, 1);
    for (const { status, body } of answers.filter((a) => a.status !== 201)) {
      t.match([status, body.code], [409, 'STINT_ERR_IDEMPOTENCY_KEY_RUNNING']);
    }
    t.equal((await post('race', 'Race')).status, 201);
  });

  t.test('is refused while the first request runs, and free when that was killed', async (t) => {
    await host.db('idempotency_keys').insert({
      user_id: user.id,
      key: 'killed',
      request_hash: Buffer.from('x'),
      created_at: host.clock.now(),
    });
    await post('living', 'Living');
    await host.db('idempotency_keys').where({ key: 'living' }).update({ status: null });
    await host.db('clients').where({ name: 'Living' }).delete();
    const running = await post('living', 'Living');
    t.match([running.status, running.body.code], [409, 'STINT_ERR_IDEMPOTENCY_KEY_RUNNING']);
    host.clock.advance({ minutes: 1 });
    t.equal((await post('killed', 'Another body')).status, 422);
    t.equal((await post('living', 'Living')).status, 201);
    t.equal(await count('Living'), 1);
  });

  t.test('is kept for 24 hours', async (t) => {
    await post('day', 'Day');
    host.clock.advance({ hours: 23, minutes: 59 });
    t.equal((await post('day', 'Another day')).status, 422);
    host.clock.advance({ minutes: 1 });
    t.equal((await post('day', 'Another day')).status, 201);
  });

  t.test('is freed by a failure of the server', async (t) => {
    await host.db.raw('ALTER TABLE clients RENAME TO clients_away');
    const failed = await post('failure', 'Failure');
    t.equal(failed.status, 500);
    await host.db.raw('ALTER TABLE clients_away RENAME TO clients');
    t.equal((await post('failure', 'Failure')).status, 201);
  });

  t.test('is not used up by a request that was refused before it ran', async (t) => {
    const headers = { 'idempotency-key': 'early' };
    t.equal((await user.post('/clients', { colour: 'red' }, headers)).status, 400);
    t.equal((await post('early', 'Early')).status, 201);
  });

  t.test('is 1 to 255 visible characters', async (t) => {
    for (const key of ['', 'with space', 'x'.repeat(256)]) {
      const refused = await post(key, 'Key');
      t.match([refused.status, refused.body.code], [400, 'STINT_ERR_IDEMPOTENCY_KEY_INVALID']);
    }
  });

  t.test('keeps no secret: not of the answer, and nothing to guess a password by', async (t) => {
    const browser = await openBrowser(host, user.id);
    const headers = { 'idempotency-key': 'secret' };
    const body = { name: 'CI', scopes: ['read:me'] };
    const first = await browser.post('/tokens', body, headers);
    t.match(first.body.token, /^stint_/);
    const second = await browser.post('/tokens', body, headers);
    t.same(second.body, { ...first.body, token: null });
    const invite = { 'idempotency-key': 'invite' };
    const person = { email: 'new@example.com', name: 'New' };
    const { body: created } = await user.post('/users', person, invite);
    t.match(created.invitation_url, /token=/);
    t.equal((await user.post('/users', person, invite)).body.invitation_url, null);
    t.notMatch(
      JSON.stringify(await host.db('idempotency_keys').select('body')),
      /stint_[\w-]{43}|token=/,
    );
    const [one] = await host.db('idempotency_keys').where({ key: 'invite' });
    const plain = `POST /api/v1/users\n${JSON.stringify(person)}`;
    t.notOk(one.request_hash.equals(createHash('sha256').update(plain).digest()));
  });
});
