/**
 * An automation: time that was tracked without a project gets the one whose code its description begins
 * with ("ACME: call" goes to the project with the code ACME). Run it with STINT_URL and STINT_TOKEN set;
 * `--once` looks at what is kept of events, and ends.
 */
import { allPages, createStintClient, followEvents } from '@stint/client';

const { STINT_URL: url = '', STINT_TOKEN: token = '' } = process.env;
const stint = createStintClient({ url, token });
const isOnce = process.argv.includes('--once');
const closing = new AbortController();

const pages = followEvents(stint, {
  types: ['timer.stopped', 'entry.created'],
  signal: closing.signal,
  everySeconds: 2,
  ...(isOnce && { cursor: '0' }),
});
for await (const { events, cursor } of pages) {
  for (const { data } of events) await sortEntry(Number(data.id), String(data.description));
  // Keep it somewhere, and begin there the next time.
  console.log(`handled up to ${cursor}`);
  if (isOnce) closing.abort();
}

async function sortEntry(id: number, description: string): Promise<void> {
  const code = /^([A-Z0-9]+):/.exec(description)?.[1];
  if (!code) return;
  const projects = allPages((cursor) =>
    stint.GET('/api/v1/projects', { params: { query: { search: code, cursor } } }),
  );
  for await (const project of projects) {
    if (project.code !== code) continue;
    // It may have been sorted meanwhile, by hand or by an earlier run.
    const path = { params: { path: { id } } };
    const { data: entry } = await stint.GET('/api/v1/time-entries/{id}', path);
    if (entry?.project_id !== null) return;
    await stint.PATCH('/api/v1/time-entries/{id}', { ...path, body: { project_id: project.id } });
    console.log(`entry ${id} goes to ${project.name}`);
  }
}
