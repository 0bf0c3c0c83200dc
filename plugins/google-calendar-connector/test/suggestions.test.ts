import assert from 'node:assert/strict';
import { test } from 'node:test';
import { connectAda, meeting, span } from './fixtures/connected.ts';

test('suggested events stand beside the timer and on the calendar, and are accepted with one click', async (t) => {
  const { google, sync, ada, entries, call, project_id, host } = await connectAda(t, {
    import_mode: 'suggest',
  });
  google.write(meeting('a'));
  google.write(meeting('b', span('2025-01-27T09:00:00Z', '2025-01-27T10:00:00Z')));
  google.write(meeting('soon', span('2025-01-27T14:00:00Z', '2025-01-27T15:00:00Z')));
  await sync();
  assert.deepEqual(await entries(), []);
  const asked = google.asked.length;
  const of = async (kind: string, query = '', person = ada) => {
    const { results, missing } = (await person.get(`/providers/${kind}${query}`)).body;
    assert.deepEqual(missing, []);
    return results.flatMap(({ items }: { items: Record<string, string>[] }) => items);
  };
  const suggested = await of('suggestions');
  assert.partialDeepStrictEqual(suggested, [
    { title: 'Meeting b', start_time: '2025-01-27T09:00:00.000Z', project_id },
    { title: 'Meeting a' },
  ]);
  const blocks = await of('calendar-overlay', '?from=2025-01-27T09:30:00Z&to=2025-01-28T00:00:00Z');
  assert.deepEqual(
    blocks.map(({ title, accept }: Record<string, string>) => [title, !!accept]),
    [
      ['Meeting soon', false],
      ['Meeting b', true],
    ],
  );
  assert.equal(google.asked.length, asked, 'Google is not waited for');
  const stranger = await host.person();
  assert.deepEqual(await of('suggestions', '', stranger), []);

  const click = (what: string, person = ada) => call(what.replace('POST ', ''), {}, person);
  const [b, a] = suggested;
  assert.equal((await click(b.accept, stranger)).status, 404);
  const answers = await Promise.all([click(b.accept), click(b.accept)]);
  assert.deepEqual(answers.map(({ status }) => status).toSorted(), [200, 404]);
  assert.equal(answers.find(({ status }) => status === 200)?.body.message, 'Recorded.');
  assert.equal((await click(a.dismiss)).status, 200);
  assert.partialDeepStrictEqual(await entries(), [{ description: 'Meeting b', project_id }]);
  google.write(meeting('a', { summary: 'Another name' }));
  await sync();
  assert.deepEqual(await of('suggestions'), [], 'what was dismissed stays so');
  google.write(meeting('b', { summary: 'Renamed' }));
  await sync();
  assert.partialDeepStrictEqual(await entries(), [{ description: 'Renamed' }]);
  assert.equal((await entries()).length, 1);
});

test('a suggestion follows its event, and what Stint refuses stays one', async (t) => {
  const { google, sync, ada, call, host } = await connectAda(t, { import_mode: 'suggest' });
  google.write(meeting('a'));
  google.write(meeting('b'));
  await sync();
  google.write(meeting('a', { summary: 'Now so' }));
  google.remove('b');
  assert.partialDeepStrictEqual(await sync(), { updated: 1 });
  const read = async () => (await ada.get('/providers/suggestions')).body.results[0].items;
  const [only, ...others] = await read();
  assert.deepEqual([only.title, others], ['Now so', []]);
  const admin = await host.person({ role: 'admin' });
  const { body: lock } = await admin.post('/locks', { ends_on: '2025-01-27', reason: 'Paid' });
  const accept = () => call(only.accept.replace('POST ', ''), {});
  const refused = await accept();
  assert.equal(refused.status, 422);
  assert.equal(refused.body.code, 'STINT_ERR_PLG_GOOGLE_CALENDAR_CONNECTOR_REFUSED');
  assert.equal((await read()).length, 1);
  await admin.delete(`/locks/${lock.id}`);
  assert.equal((await accept()).status, 200);
});
