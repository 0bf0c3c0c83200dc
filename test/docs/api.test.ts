/** The examples of the API pages and of the README, against a real server. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import t from 'tap';
import { startHost } from '../fixtures/app.ts';
import { readBlocks, readCommands, runBlocks } from '../fixtures/doc-page.ts';
import { makeProject } from '../fixtures/work.ts';

for (const page of [
  'README.md',
  'docs/README.md',
  'docs/api/README.md',
  'docs/api/imports.md',
  'docs/api/exports.md',
  'docs/api/events.md',
  'docs/api/archive.md',
]) {
  t.test(`every command of ${page} works as it stands`, async (t) => {
    const host = await startHost(t, { now: new Date().toISOString() });
    const folder = await mkdtemp(join(tmpdir(), 'stint-docs-'));
    t.teardown(() => rm(folder, { recursive: true, force: true }));
    const person = await host.person({ role: 'admin', time_zone: 'Europe/Berlin' });
    await makeProject(host.db);
    const base = await host.app.listen({ port: 0 });
    const { code, stderr, outputs } = await runBlocks(await readCommands(page), {
      cwd: folder,
      env: { BASE: base, TOKEN: person.token, ...(await emptyInstance(t, page)) },
    });
    t.equal(code, 0, stderr + outputs.join('\n'));
    if (page === 'README.md') {
      t.match(outputs[0], /"data":\[\{"id":1/);
      t.match(outputs[1], /"start_time":"2025-01-27T09:00:00\+01:00".*"duration_seconds":28800/);
    }
  });
}

/** Where the page on archives reads its archive into. */
async function emptyInstance(
  t: Parameters<typeof startHost>[0],
  page: string,
): Promise<Record<string, string>> {
  if (page !== 'docs/api/archive.md') return {};
  const host = await startHost(t);
  const { token } = await host.person({ role: 'admin' });
  return { NEW_BASE: await host.app.listen({ port: 0 }), NEW_TOKEN: token };
}

t.test('the example of a problem is what the server answers', async (t) => {
  const host = await startHost(t);
  const person = await host.person();
  const { body } = await person.post('/time-entries', { start_time: 5 });
  const [json] = (await readBlocks('docs/api/README.md')).filter(
    ({ language }) => language === 'json',
  );
  t.same(body, { ...JSON.parse((json as { text: string }).text), request_id: body.request_id });
});
