/** Creates the clients, projects, tasks and tags that good rows name and that do not exist yet. */
import type { Context } from '../infra/context.ts';
import { changeContext } from '../infra/record-change.ts';
import { pickColor } from '../projects/palette.ts';
import { findClients, findProjects, findTags, findTasks } from './placement.ts';
import { open, select } from './staging.ts';

/** What an import creates besides entries, by name. */
export interface Created {
  clients_created: string[];
  projects_created: string[];
  tasks_created: string[];
  tags_created: string[];
}

export async function createMissing(context: Context): Promise<Created> {
  const clients_created = await create(
    context,
    'client',
    `INSERT INTO clients (name, created_at, updated_at)
     SELECT client, ?, ? FROM (
       SELECT DISTINCT ON (lower(client)) client, n FROM import_rows r
       WHERE ${open} AND project <> '' AND project_id IS NULL AND client <> '' AND client_id IS NULL
       ORDER BY lower(client), n
     ) wanted ORDER BY n ON CONFLICT (lower(name)) DO NOTHING RETURNING *`,
  );
  await findClients(context);
  const projects_created = await create(
    context,
    'project',
    `INSERT INTO projects (created_at, updated_at, client_id, name, color)
     SELECT ?, ?, client_id, project, ?::jsonb ->> project FROM (
       SELECT DISTINCT ON (client_id, lower(project)) client_id, project, n FROM import_rows r
       WHERE ${open} AND project <> '' AND project_id IS NULL
       ORDER BY client_id, lower(project), n
     ) wanted ORDER BY n ON CONFLICT (client_id, lower(name)) DO NOTHING RETURNING *`,
    [JSON.stringify(await colorsByName(context))],
  );
  await findProjects(context);
  const tasks_created = await create(
    context,
    'task',
    `INSERT INTO tasks (created_at, updated_at, project_id, name)
     SELECT ?, ?, project_id, task FROM (
       SELECT DISTINCT ON (project_id, lower(task)) project_id, task, n FROM import_rows r
       WHERE ${open} AND task <> '' AND task_id IS NULL
       ORDER BY project_id, lower(task), n
     ) wanted ORDER BY n RETURNING *`,
  );
  await findTasks(context);
  const tags_created = await create(
    context,
    'tag',
    `INSERT INTO tags (created_at, updated_at, name)
     SELECT ?, ?, tag FROM (
       SELECT DISTINCT ON (lower(tag)) tag, n FROM import_rows r CROSS JOIN unnest(r.tags) AS tag
       WHERE ${open} ORDER BY lower(tag), n
     ) wanted ORDER BY n, tag ON CONFLICT (lower(name)) DO NOTHING RETURNING *`,
  );
  await findTags(context);
  return { clients_created, projects_created, tasks_created, tags_created };
}

/** The colours that new projects would get one by one. */
async function colorsByName({ db }: Context): Promise<Record<string, string>> {
  const wanted = await select<{ project: string }>(
    db,
    `SELECT DISTINCT project FROM import_rows r WHERE ${open} AND project <> '' AND project_id IS NULL`,
  );
  return Object.fromEntries(wanted.map(({ project }) => [project, pickColor(project)]));
}

/** Runs `insert`, whose first two bindings are the time of creation, and records each row that it made. */
async function create(
  context: Context,
  entity: string,
  insert: string,
  bindings: unknown[] = [],
): Promise<string[]> {
  const now = context.clock.now();
  const made = await select<{ name: string }>(
    context.db,
    `WITH made AS (${insert})
     SELECT name, record_change(?, ?, ?, NULL, to_jsonb(made)) FROM made`,
    [now, now, ...bindings, `${entity}.created`, entity, changeContext(context)],
  );
  return made.map(({ name }) => name);
}
