/**
 * A day in the core on which everything happens that plugins can hear of: every type of event, by the
 * API wherever it can be caused there. A test of the core holds that none is missing.
 */
import { sendNotification } from '../../../notifications/service.ts';
import type { Answer, Caller } from '../callers.ts';
import type { TestHost } from '../test-host.ts';

type Day = Pick<TestHost, 'app' | 'db' | 'clock' | 'person'>;

export async function workADay(host: Day): Promise<void> {
  const admin = await host.person({ role: 'admin' });
  const person = await host.person({ time_zone: 'America/New_York', locale: 'de' });
  const project = await prepareWork(admin, person);
  await trackTime(host, admin, person, project);
  await tidyUp(admin, person, project);
  await welcome(host, admin, person);
}

interface Place {
  project_id: number;
  task_id: number;
  tag_ids: number[];
}

async function prepareWork(admin: Caller, person: Caller): Promise<Place> {
  const rates = { hourly_rate: '85.50' };
  const client = await make(admin, '/clients', { name: 'A client', currency: 'USD', ...rates });
  await ok(admin.patch(`/clients/${client.id}`, { name: 'The client' }));
  const planned = { estimate_seconds: 7200, code: 'A-1', client_id: client.id, ...rates };
  const project = await make(admin, '/projects', { name: 'A project', ...planned });
  await ok(admin.patch(`/projects/${project.id}`, { visibility: 'members' }));
  const member = `/projects/${project.id}/members/${person.id}`;
  await ok(admin.put(member, {}));
  await ok(admin.put(member, { hourly_rate: '70' }));
  await ok(admin.delete(member));
  await ok(admin.put(member, { hourly_rate: '70' }));
  const details = { project_id: project.id, due_on: '2025-02-01', assignee_id: person.id };
  const task = await make(admin, '/tasks', { name: 'A task', external_ref: 'x#1', ...details });
  await ok(admin.patch(`/tasks/${task.id}`, { status: 'in_progress', estimate_seconds: 60 }));
  const tag = await make(admin, '/tags', { name: 'a-tag', color: '#2563eb' });
  await ok(admin.patch(`/tags/${tag.id}`, { name: 'the-tag' }));
  return { project_id: project.id, task_id: task.id, tag_ids: [tag.id] };
}

async function trackTime(host: Day, admin: Caller, person: Caller, place: Place): Promise<void> {
  const span = { start_time: '2025-01-27T08:00:00Z', end_time: '2025-01-27T09:30:00Z' };
  const breaks = [{ start_time: '2025-01-27T08:30:00Z', end_time: '2025-01-27T08:45:00Z' }];
  const entry = await make(person, '/time-entries', { ...span, ...place, breaks });
  await ok(person.patch(`/time-entries/${entry.id}`, { description: 'Longer', breaks: [] }));
  await ok(admin.delete(`/tags/${place.tag_ids[0]}`));
  await ok(person.delete(`/time-entries/${entry.id}`));
  await ok(person.post(`/time-entries/${entry.id}/restore`, {}));
  const timer = await make(person, '/timer/start', {
    ...place,
    tag_ids: [],
    description: 'A timer',
  });
  host.clock.advance({ hours: 9 });
  await ok(admin.post(`/time-entries/${timer.id}/ask`, {}));
  await ok(person.post('/timer/keep', {}));
  await ok(person.post('/timer/pause', {}));
  host.clock.advance({ minutes: 5 });
  await ok(person.post('/timer/resume', {}));
  await ok(person.post('/timer/stop', {}));
  await ok(person.post('/timer/start', { ...place, tag_ids: [], description: 'Another' }));
  await ok(person.post('/timer/discard', {}));
  const spare = await make(person, '/time-entries', {
    start_time: '2025-01-26T08:00:00Z',
    end_time: '2025-01-26T09:00:00Z',
  });
  await ok(person.delete(`/time-entries/${spare.id}`));
}

async function tidyUp(admin: Caller, person: Caller, { project_id }: Place): Promise<void> {
  const spare = await make(admin, '/projects', { name: 'A spare project' });
  await make(admin, '/tasks', { name: 'Goes along', project_id: spare.id, estimate_seconds: 60 });
  await ok(admin.put(`/projects/${spare.id}/members/${person.id}`, { hourly_rate: '70' }));
  await ok(admin.delete(`/projects/${spare.id}`));
  const task = await make(admin, '/tasks', { name: 'A spare task', project_id });
  await ok(admin.delete(`/tasks/${task.id}`));
  const client = await make(admin, '/clients', { name: 'A spare client', hourly_rate: '85.50' });
  await ok(admin.delete(`/clients/${client.id}`));
  const lock = await make(admin, '/locks', { ends_on: '2020-01-01', user_id: person.id });
  await ok(admin.patch(`/locks/${lock.id}`, { reason: 'Invoiced', project_id }));
  await ok(admin.delete(`/locks/${lock.id}`));
  await ok(admin.patch('/settings', { currency: 'USD', default_hourly_rate: '99' }));
}

async function welcome(host: Day, admin: Caller, person: Caller): Promise<void> {
  const invited = await make(admin, '/users', { email: 'new@example.com', name: 'New' });
  if (!invited.invitation_url) return;
  const { searchParams } = new URL(invited.invitation_url);
  const accepted = await host.app.inject({
    method: 'POST',
    url: '/api/v1/auth/invitation',
    payload: { token: searchParams.get('token'), password: 'a few unrelated words' },
  });
  if (accepted.statusCode >= 300) throw new Error(accepted.body);
  await ok(
    person.post('/imports?dry_run=false', 'start,end\n2024-05-06 09:00,2024-05-06 10:00\n', {
      'content-type': 'text/csv',
    }),
  );
  const actor = { role: 'admin', via: 'test', time_zone: 'UTC', week_start: 1 } as const;
  const told = { user_id: person.id, plugin_id: null, text: 'Hello', link: '/today', key: 'one' };
  await sendNotification({ db: host.db, clock: host.clock, actor }, told);
  await ok(person.post('/me/notifications/read', { ids: [1] }));
  await ok(person.patch('/me', { rounding_mode: 'up', rounding_minutes: 5 }));
}

interface Made {
  id: number;
  invitation_url?: string;
}

async function make(caller: Caller, path: string, body: object): Promise<Made> {
  return (await ok(caller.post(path, body))).body;
}

/** A plugin under test may refuse, and then less happens. @throws Error when Stint itself fails */
async function ok(asked: Promise<Answer>): Promise<Answer> {
  const answer = await asked;
  if (answer.status >= 500) throw new Error(`A day at work stops: ${answer.status} ${answer.text}`);
  return answer;
}
