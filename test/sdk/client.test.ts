import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import t from 'tap';
import { generateTypes, readTypes } from '../../core/sdk/client/generate.ts';
import {
  allPages,
  createStintClient,
  followEvents,
  StintApiError,
} from '../../core/sdk/client/index.ts';
import { startHost } from '../fixtures/app.ts';
import { readBlocks } from '../fixtures/doc-page.ts';

const run = promisify(execFile);
const example = fileURLToPath(
  new URL('../../core/sdk/client/examples/sort-entries.ts', import.meta.url),
);

t.test('the types of the client are those of the API (else: npm run client)', async (t) => {
  t.ok((await readTypes()) === (await generateTypes()), 'run "npm run client" and commit the file');
});

t.test('the client', async (t) => {
  const host = await startHost(t);
  const url = await host.app.listen({ port: 0, host: '127.0.0.1' });
  const admin = await host.person({ role: 'admin' });
  const stint = createStintClient({ url: `${url}/`, token: admin.token });

  await t.test('calls what the document has, and reads lists whole', async (t) => {
    for (const name of ['One', 'Two', 'Three']) {
      const { data } = await stint.POST('/api/v1/projects', { body: { name } });
      t.equal(data?.name, name);
    }
    const names: string[] = [];
    const pages = allPages((cursor) =>
      stint.GET('/api/v1/projects', { params: { query: { limit: 2, cursor } } }),
    );
    for await (const { name } of pages) names.push(name);
    t.same(names, ['One', 'Three', 'Two']);
  });

  await t.test('throws what the server refuses, with its code', async (t) => {
    await t.rejects(stint.POST('/api/v1/projects', { body: { name: 'One' } }), {
      name: 'StintApiError',
      status: 409,
      code: 'STINT_ERR_DUPLICATE',
    });
    const stranger = createStintClient({ url, token: 'stint_wrong' });
    await t.rejects(stranger.GET('/api/v1/timer'), StintApiError);
    await t.rejects(stint.PATCH('/api/v1/me', { body: { week_start: 9 } }), {
      errors: [{ pointer: '/week_start' }],
    });
  });

  await t.test('follows events from where it was', async (t) => {
    const closing = new AbortController();
    const options = { types: ['tag.created'], everySeconds: 0.05, signal: closing.signal };
    const { data } = await stint.GET('/api/v1/events', { params: { query: { from: 'newest' } } });
    await stint.POST('/api/v1/tags', { body: { name: 'first' } });
    for await (const { events, cursor } of followEvents(stint, {
      ...options,
      cursor: (data as { next_cursor: string }).next_cursor,
    })) {
      t.match(events, [{ type: 'tag.created', data: { name: 'first' } }]);
      t.match(cursor, /^\d+$/);
      closing.abort();
    }
  });
});

t.test('the example sorts entries into projects, once', async (t) => {
  const host = await startHost(t);
  const url = await host.app.listen({ port: 0, host: '127.0.0.1' });
  const admin = await host.person({ role: 'admin' });
  const { body: project } = await admin.post('/projects', { name: 'Acme', code: 'ACME' });
  const ids: number[] = [];
  for (const description of ['ACME: call', 'nothing', 'OTHER: call']) {
    const entry = { date: '2025-01-20', duration_seconds: 60, description };
    ids.push((await admin.post('/time-entries', entry)).body.id);
  }
  const env = { ...process.env, STINT_URL: url, STINT_TOKEN: admin.token };
  for (const isFirst of [true, false]) {
    const { stdout } = await run(process.execPath, [example, '--once'], { env });
    t.equal(stdout.includes(`entry ${ids[0]} goes to Acme`), isFirst, stdout);
  }
  const projects = await Promise.all(
    ids.map(async (id) => (await admin.get(`/time-entries/${id}`)).body.project_id),
  );
  t.same(projects, [project.id, null, null]);
});

t.test('the code of its page runs as it stands', async (t) => {
  const host = await startHost(t);
  const url = await host.app.listen({ port: 0, host: '127.0.0.1' });
  const admin = await host.person({ role: 'admin' });
  await admin.post('/projects', { name: 'Shown' });
  const blocks = (await readBlocks('docs/api/client.md')).filter((one) => one.language === 'ts');
  t.equal(blocks.length, 1);
  for (const { text } of blocks) {
    const { stdout } = await run(process.execPath, ['--input-type=module-typescript', '-e', text], {
      cwd: fileURLToPath(new URL('../../core/sdk/client/', import.meta.url)),
      env: { ...process.env, STINT_URL: url, STINT_TOKEN: admin.token },
    });
    t.match(stdout, /^entry \d+ runs\nShown\n$/);
  }
});
