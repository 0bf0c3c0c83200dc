/**
 * The clients, projects, tasks and tags that good rows name and that do not exist: lists them, or
 * creates them. A dry run only lists, since creating would use up ids even when it is rolled back.
 */
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

// Names that differ in case only are one, as it is first written; n is that row. Before its project
// exists, a task is known by the names around it.
const wanted = {
  client: `SELECT DISTINCT ON (lower(client)) client AS name, n FROM import_rows r
    WHERE ${open} AND project <> '' AND project_id IS NULL AND client <> '' AND client_id IS NULL
    ORDER BY lower(client), n`,
  project: `SELECT DISTINCT ON (lower(client), lower(project)) client_id, project AS name, facts, n FROM import_rows r
    WHERE ${open} AND project <> '' AND project_id IS NULL
    ORDER BY lower(client), lower(project), facts IS NULL, n`,
  task: `SELECT DISTINCT ON (project_id, new_client, new_project, lower(task)) project_id, task AS name, n
    FROM (
      SELECT project_id, task, n, CASE WHEN project_id IS NULL THEN lower(client) END AS new_client,
        CASE WHEN project_id IS NULL THEN lower(project) END AS new_project
      FROM import_rows r WHERE ${open} AND task <> '' AND task_id IS NULL
    ) r ORDER BY project_id, new_client, new_project, lower(task), n`,
  tag: `SELECT DISTINCT ON (lower(tag)) tag AS name, n FROM import_rows r CROSS JOIN unnest(r.tags) AS tag
    WHERE ${open} AND NOT EXISTS (SELECT FROM tags t WHERE lower(t.name) = lower(tag))
    ORDER BY lower(tag), n`,
};
type Kind = keyof typeof wanted;

/** What `createMissing` would create. */
export async function listMissing(context: Context): Promise<Created> {
  return {
    clients_created: await listNames(context, 'client'),
    projects_created: await listNames(context, 'project'),
    tasks_created: await listNames(context, 'task'),
    tags_created: await listNames(context, 'tag'),
  };
}

/** Creates them, each with its audit row and event, and places the rows that wait for them. */
export async function createMissing(context: Context): Promise<Created> {
  const clients_created = await create(
    context,
    'client',
    (from) => `INSERT INTO clients (created_at, updated_at, name) SELECT ?, ?, name ${from}
      ON CONFLICT (lower(name)) DO NOTHING`,
  );
  await findClients(context);
  const colors = (await listNames(context, 'project')).map((name) => [name, pickColor(name)]);
  const projects_created = await create(
    context,
    'project',
    (from) => `INSERT INTO projects (created_at, updated_at, color, client_id, name,
        billable, hourly_rate, estimate_seconds, archived_at)
      SELECT ?, ?, coalesce(facts ->> 'color', ?::jsonb ->> name), client_id, name,
        coalesce((facts ->> 'billable')::boolean, true), (facts ->> 'hourly_rate')::numeric,
        (facts ->> 'estimate_seconds')::bigint,
        CASE WHEN (facts ->> 'is_archived')::boolean THEN ?::timestamptz END ${from}
      ON CONFLICT (client_id, lower(name)) DO NOTHING`,
    [JSON.stringify(Object.fromEntries(colors)), context.clock.now()],
  );
  await findProjects(context);
  const tasks_created = await create(
    context,
    'task',
    (from) => `INSERT INTO tasks (created_at, updated_at, project_id, name)
      SELECT ?, ?, project_id, name ${from}`,
  );
  await findTasks(context);
  const tags_created = await create(
    context,
    'tag',
    (from) => `INSERT INTO tags (created_at, updated_at, name) SELECT ?, ?, name ${from}
      ON CONFLICT (lower(name)) DO NOTHING`,
  );
  await findTags(context);
  return { clients_created, projects_created, tasks_created, tags_created };
}

async function listNames({ db }: Context, kind: Kind): Promise<string[]> {
  const rows = await select<{ name: string }>(db, `SELECT name ${inOrder(kind)}`);
  return rows.map(({ name }) => name);
}

/** Inserts what is wanted, in the order of the file. The first two bindings are the time of creation. */
async function create(
  context: Context,
  kind: Kind,
  insertFrom: (from: string) => string,
  bindings: unknown[] = [],
): Promise<string[]> {
  const now = context.clock.now();
  const made = await select<{ name: string }>(
    context.db,
    `WITH made AS (${insertFrom(inOrder(kind))} RETURNING *)
     SELECT name, record_change(?, ?, ?, NULL, to_jsonb(made)) FROM made`,
    [now, now, ...bindings, `${kind}.created`, kind, changeContext(context)],
  );
  return made.map(({ name }) => name);
}

function inOrder(kind: Kind): string {
  return `FROM (${wanted[kind]}) wanted ORDER BY n, name`;
}
