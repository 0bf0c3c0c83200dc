/** Inserts the demo's company: people, clients, projects with members and tasks, tags. */
import type { Knex } from 'knex';
import { addDays } from '../infra/instants.ts';
import { clients, type PlannedProject, projects, tags } from './catalogue.ts';
import type { Person } from './people.ts';
import { Random } from './random.ts';
import { insertRows } from './rows.ts';
import { trades } from './trades.ts';
import type { PlacedProject, Worker } from './work.ts';

interface CompanyInput {
  people: Person[];
  passwordHash: string;
  now: Date;
}

interface Company {
  workers: Worker[];
  tagIds: Map<string, number>;
}

const DAY_MS = 86_400_000;
// Neighbours share three of these, so that every project has time and most have a team.
const PROJECTS_PER_PERSON = 7;
const STEP = 4;

export async function insertCompany(
  trx: Knex,
  { people, passwordHash, now }: CompanyInput,
): Promise<Company> {
  const createdAt = daysBefore(now, 366);
  const stamps = { version: 1, created_at: createdAt, updated_at: createdAt };
  const insert = (table: string, type: string, rows: object[], actorId?: number) =>
    insertRows(trx, {
      table,
      type,
      rows: rows.map((row) => ({ ...row, ...stamps })),
      createdAt,
      actorId,
    });

  const userIds = await insert(
    'users',
    'user.created',
    people.map((person) => ({ ...person, active: true, password_hash: passwordHash })),
  );
  const admin = userIds[0];
  const clientRows = clients.map((client) => ({ ...client, notes: '' }));
  const clientIds = await insert('clients', 'client.created', clientRows, admin);
  const archivedAt = ({ archivedDaysAgo: days }: PlannedProject) =>
    days === undefined ? null : daysBefore(now, days);
  const projectRows = projects.map((plan) => ({
    client_id: plan.client && clientIds[clients.findIndex(({ name }) => name === plan.client)],
    name: plan.name,
    code: plan.code,
    color: plan.color,
    notes: '',
    billable: plan.client !== null,
    hourly_rate: plan.hourly_rate ?? null,
    estimate_seconds: plan.hours && plan.hours * 3600,
    visibility: plan.isPrivate ? 'members' : 'everyone',
    archived_at: archivedAt(plan),
  }));
  const projectIds = await insert('projects', 'project.created', projectRows, admin);
  const tagIds = await insert('tags', 'tag.created', [...tags], admin);
  const placed = projects.map((plan, i): PlacedProject => {
    return { id: projectIds[i] as number, plan, archived_at: archivedAt(plan), task_ids: [] };
  });

  const workers = people.map(({ time_zone }, i): Worker => {
    return { user_id: userIds[i] as number, time_zone, projects: chooseProjects(placed, i) };
  });
  const members = workers.flatMap((worker, i) =>
    worker.projects.map(({ id, plan }, j) => ({
      project_id: id,
      user_id: worker.user_id,
      hourly_rate: i % 2 === 1 && j < 2 && plan.client ? `${90 + 5 * j}.00` : null,
      created_at: createdAt,
    })),
  );
  await insertRows(trx, {
    table: 'project_members',
    type: 'project.member_added',
    rows: members,
    createdAt,
    actorId: admin,
    image: `jsonb_build_object('id', e.project_id, 'user_id', e.user_id, 'hourly_rate', e.hourly_rate::text)`,
  });
  const tasks = planTasks(placed, workers, now);
  const taskIds = await insert('tasks', 'task.created', tasks, admin);
  for (const [i, { project_id, status }] of tasks.entries()) {
    const project = placed.find(({ id }) => id === project_id);
    // Nobody has worked yet on what is still to do.
    if (status !== 'todo') project?.task_ids.push(taskIds[i] as number);
  }
  return { workers, tagIds: new Map(tags.map(({ name }, i) => [name, tagIds[i] as number])) };
}

function chooseProjects(placed: PlacedProject[], i: number): PlacedProject[] {
  const billed = placed.filter(({ plan }) => plan.client !== null);
  const internal = placed.filter(({ plan }) => plan.client === null);
  const chosen = Array.from({ length: PROJECTS_PER_PERSON }, (_, j) => {
    return billed[(i * STEP + j) % billed.length] as PlacedProject;
  });
  return [...chosen, ...internal];
}

/** The last task of each project cycles through the states, so that all of them are there. */
function planTasks(placed: PlacedProject[], workers: Worker[], now: Date) {
  const random = new Random(2);
  const today = now.toISOString().slice(0, 10);
  return placed.flatMap(({ id, plan, archived_at }, p) => {
    const team = workers.filter(({ projects }) => projects.some((project) => project.id === id));
    return trades[plan.trade].tasks.map((name, t) => {
      const last = (['todo', 'in_progress', 'done'] as const)[p % 3] as string;
      const status = archived_at ? 'done' : (['done', 'in_progress', last][t] as string);
      const isDated = random.chance(0.6);
      const daysFromNow =
        status === 'done' ? -random.wholeBetween(5, 90) : random.wholeBetween(-3, 60);
      return {
        project_id: id,
        name,
        description: '',
        status,
        priority: random.pick(['low', 'medium', 'medium', 'high']),
        assignee_id: team.length > 0 && random.chance(0.8) ? random.pick(team).user_id : null,
        due_on: isDated ? addDays(today, daysFromNow) : null,
        estimate_seconds: random.chance(0.5) ? random.wholeBetween(4, 60) * 3600 : null,
        external_ref: random.chance(0.3) ? `${plan.code}#${random.wholeBetween(10, 400)}` : null,
      };
    });
  });
}

function daysBefore(instant: Date, days: number): Date {
  return new Date(instant.getTime() - days * DAY_MS);
}
