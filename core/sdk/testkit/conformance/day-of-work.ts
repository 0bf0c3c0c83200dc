/** Somebody's day in the core, so that most kinds of events have happened. */
import type { TestHost } from '../test-host.ts';

export async function workADay(host: TestHost): Promise<void> {
  const admin = await host.person({ role: 'admin' });
  const person = await host.person({ time_zone: 'America/New_York' });
  const client = (await admin.post('/clients', { name: 'A client' })).body;
  const project = (
    await admin.post('/projects', { name: 'A project', color: '#2563eb', client_id: client.id })
  ).body;
  await admin.put(`/projects/${project.id}/members/${person.id}`, {});
  const task = (await admin.post('/tasks', { name: 'A task', project_id: project.id })).body;
  const tag = (await admin.post('/tags', { name: 'a-tag' })).body;
  const first = {
    start_time: '2025-01-27T08:00:00Z',
    end_time: '2025-01-27T09:30:00Z',
    project_id: project.id,
    task_id: task.id,
  };
  const entry = (await person.post('/time-entries', first)).body;
  await person.patch(`/time-entries/${entry.id}`, { end_time: '2025-01-27T10:00:00Z' });
  await person.delete(`/time-entries/${entry.id}`);
  await person.post('/timer/start', { description: 'A timer' });
  host.clock.advance({ minutes: 30 });
  await person.post('/timer/pause', {});
  host.clock.advance({ minutes: 5 });
  await person.post('/timer/resume', {});
  host.clock.advance({ minutes: 25 });
  await person.post('/timer/stop', {});
  await person.post('/timer/start', { description: 'Another', project_id: project.id });
  await person.post('/timer/discard', {});
  await admin.patch(`/clients/${client.id}`, { name: 'The client' });
  await admin.patch(`/projects/${project.id}`, { name: 'The project' });
  await admin.patch(`/tasks/${task.id}`, { name: 'The task' });
  await admin.patch(`/tags/${tag.id}`, { name: 'the-tag' });
  await admin.delete(`/tags/${tag.id}`);
  await person.patch('/me', { week_start: 7 });
}
