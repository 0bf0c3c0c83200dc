import t from 'tap';
import { startHost } from '../fixtures/app.ts';

t.test('dashboards', async (t) => {
  const host = await startHost(t);
  const anna = await host.person();
  const ben = await host.person({ role: 'admin' });
  const cards = [
    { card: 'core/hours', columns: 4, rows: 2, config: {} },
    { card: 'gone_plugin/week', columns: 12, rows: 1, config: { goals: [1, { deep: true }] } },
  ];

  t.test('are the one that Stint comes with until somebody arranges theirs', async (t) => {
    const { body, headers } = await anna.get('/me/dashboard');
    t.same(body, { id: anna.id, cards: null, version: 0 });
    t.equal(headers.etag, `"${anna.id}-0"`);
  });

  t.test('are kept for each person, cards that are not installed included', async (t) => {
    const saved = await anna.put('/me/dashboard', { cards });
    t.same(saved.body, { id: anna.id, cards, version: 1 });
    t.same((await anna.get('/me/dashboard')).body, saved.body);
    t.equal((await ben.get('/me/dashboard')).body.cards, null);
  });

  t.test('are not written over by whoever looks at an old one', async (t) => {
    const stale = await anna.put('/me/dashboard', { cards: [] }, { 'if-match': `"${anna.id}-0"` });
    t.match(stale, { status: 412, body: { code: 'STINT_ERR_VERSION_MISMATCH' } });
    const { headers } = await anna.get('/me/dashboard');
    const fresh = { 'if-match': headers.etag as string };
    t.equal((await anna.put('/me/dashboard', { cards: [] }, fresh)).status, 200);
    const first = { 'if-match': `"${ben.id}-0"` };
    const raced = await Promise.all(
      Array.from({ length: 5 }, () => ben.put('/me/dashboard', { cards }, first)),
    );
    t.same(raced.map(({ status }) => status).sort(), [200, 412, 412, 412, 412]);
  });

  t.test('go back to the one that Stint comes with', async (t) => {
    t.match((await anna.put('/me/dashboard', { cards: null })).body, { cards: null, version: 3 });
  });

  t.test('hold cards of the right form, and not too much of them', async (t) => {
    const refused = async (card: object) =>
      (await anna.put('/me/dashboard', { cards: [card] })).body;
    const [good] = cards;
    t.match(await refused({ ...good, card: '../etc' }), {
      errors: [{ pointer: '/cards/0/card' }],
    });
    t.match(await refused({ ...good, columns: 13 }), { errors: [{ pointer: '/cards/0/columns' }] });
    t.match(await refused({ ...good, extra: 1 }), { errors: [{ pointer: '/cards/0/extra' }] });
    t.equal((await anna.put('/me/dashboard', { cards: Array(51).fill(good) })).status, 400);
    t.equal((await anna.put('/me/dashboard', {})).status, 400);
    const large = { ...good, config: { text: 'x'.repeat(70_000) } };
    t.match(await refused(large), { status: 413, code: 'STINT_ERR_REQUEST_INVALID' });
  });
});
