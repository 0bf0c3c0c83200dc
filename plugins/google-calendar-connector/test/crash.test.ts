/** Whatever breaks wherever: nothing is lost, and nothing is there twice. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TestHost } from '@stint/plugin-testkit';
import { type Connected, connectAda, meeting } from './fixtures/connected.ts';

const nine = { start_time: '2025-01-27T08:00:00Z', end_time: '2025-01-27T09:00:00Z' };
const ids = ['a', 'b', 'c', 'd', 'e'];

/** From now on every second change of `items` that fits fails, after what was done before it. */
async function breakAt({ plugin }: TestHost, when: string): Promise<void> {
  await plugin.query('CREATE SEQUENCE breaks');
  await plugin.query(`CREATE FUNCTION break() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF ${when} AND nextval('${`plugin_${plugin.id}`}.breaks') % 2 = 1 THEN
        RAISE EXCEPTION 'the process ends here';
      END IF;
      RETURN NEW;
    END $$`);
  await plugin.query(
    'CREATE TRIGGER break BEFORE INSERT OR UPDATE ON items FOR EACH ROW EXECUTE FUNCTION break()',
  );
}

/** As often as it takes; the queue would wait longer each time. @returns how many runs failed */
async function syncUntilDone({ sync }: Connected): Promise<number> {
  for (let failed = 0; failed < 40; failed += 1) {
    if ((await sync()).state === 'done') return failed;
  }
  throw new Error('It never ends.');
}

for (const [what, when] of [
  ['before an entry is made', "NEW.state = 'intended' AND NEW.intent_key IS NOT NULL"],
  ['after an entry is made, before it is linked', "NEW.state = 'linked'"],
  ['when an event is first seen', "TG_OP = 'INSERT'"],
] as const) {
  test(`an import that breaks ${what} brings each event once`, async (t) => {
    const connected = await connectAda(t);
    const { google, host, entries } = connected;
    for (const id of ids) google.write(meeting(id));
    await breakAt(host, when);
    assert.ok((await syncUntilDone(connected)) >= 2, 'it broke');
    assert.deepEqual(
      (await entries()).map(({ description }) => description).toSorted(),
      ids.map((id) => `Meeting ${id}`),
    );
  });
}

for (const [what, when] of [
  ['before an event is written', "TG_OP = 'INSERT'"],
  ['after an event is written', "TG_OP = 'UPDATE' AND NEW.entry_version IS NOT NULL"],
] as const) {
  test(`an export that breaks ${what} writes each entry once`, async (t) => {
    const connected = await connectAda(t, { sync_direction: 'export' });
    const { google, host, ada } = connected;
    for (const description of ids) await ada.post('/time-entries', { ...nine, description });
    await breakAt(host, when);
    assert.ok((await syncUntilDone(connected)) >= 2, 'it broke');
    assert.deepEqual(
      google.events().map(({ summary }) => summary),
      ids.map((id) => `[TT] ${id}`),
    );
  });
}

test('a reading that is cut off after any page goes on there', async (t) => {
  const connected = await connectAda(t);
  const { google, entries } = connected;
  for (const id of ids) google.write(meeting(id));
  google.most = 1;
  let asked = 0;
  google.before = ({ path }) => {
    if (!path.endsWith('/events')) return undefined;
    asked += 1;
    return asked % 2 === 0 ? { status: 500, body: {} } : undefined;
  };
  assert.equal(await syncUntilDone(connected), 4);
  assert.equal(asked, 9, 'no page is read twice');
  assert.equal((await entries()).length, 5);
});

test('garbage and half an answer are no news, and change nothing', async (t) => {
  const { google, sync, entries, status } = await connectAda(t);
  google.write(meeting('a'));
  await sync();
  const before = await entries();
  for (const body of [
    { items: [{ id: 7 }] },
    { items: 'none' },
    { items: [{ id: 'a', status: 'confirmed', start: 'now' }] },
    [],
    null,
    {},
  ]) {
    google.before = () => ({ status: 200, body });
    assert.partialDeepStrictEqual(await sync(), { state: 'retrying' }, JSON.stringify(body));
  }
  google.before = () => ({ status: 200, text: '<html>Sorry</html>' });
  assert.partialDeepStrictEqual(await sync(), { state: 'retrying' });
  assert.equal((await status()).health, 'degraded');
  google.before = undefined;
  assert.partialDeepStrictEqual(await sync(), { state: 'done' });
  assert.deepEqual(await entries(), before);
});

test('ten who need access at once renew it once', async (t) => {
  const { google, host, ada } = await connectAda(t);
  const account = google.account('ya29.ada');
  account.tokens = new Set(['ya29.fresh']);
  google.refresh.set('1//ya29.ada', 'ya29.fresh');
  await host.db('oauth_grants').update({ renew_at: new Date(0), expires_at: new Date(0) });
  const asked = Array.from({ length: 10 }, () =>
    host.request(host.plugin.route('/preview'), { as: ada, body: {} }),
  );
  const answers = await Promise.all(asked);
  assert.deepEqual(
    answers.map(({ status }) => status),
    Array(10).fill(200),
  );
  assert.equal(google.asked.filter((one) => one === 'POST /token').length, 1);
});
