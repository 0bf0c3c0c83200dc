/**
 * Finds the clients, projects and tasks that rows name, and refuses rows that may not stand where
 * they say: the rules of `entries/placement.ts`, for all rows at once. It creates nothing.
 */
import { hasRole } from '../infra/access.ts';
import type { Context } from '../infra/context.ts';
import type { Rejections } from './rejections.ts';
import { open } from './staging.ts';

// Whether the user of the row may use project p; u is that user.
const usable = `(p.visibility = 'everyone' OR u.role <> 'member' OR EXISTS (
  SELECT FROM project_members m WHERE m.project_id = p.id AND m.user_id = u.id))`;
const unplaced = `${open} AND r.project <> '' AND r.project_id IS NULL`;

export async function placeRows(
  context: Context,
  rejections: Rejections,
  createMissing: boolean,
): Promise<void> {
  await findClients(context);
  await findProjects(context);
  await rejectArchived(rejections);
  await rejectUnusable(rejections);
  await findOnlyProject(context, rejections);
  await rejectMissingProjects(context, rejections, createMissing);
  await findTasks(context);
  if (!createMissing) await rejectMissingParts(rejections);
}

export async function findClients({ db }: Context): Promise<void> {
  await db.raw(`UPDATE import_rows r SET client_id = c.id FROM clients c
    WHERE ${open} AND r.client <> '' AND lower(c.name) = lower(r.client)`);
}

/** By name and client, both as the file has them. */
export async function findProjects({ db }: Context): Promise<void> {
  await db.raw(`UPDATE import_rows r SET project_id = p.id FROM projects p
    WHERE ${unplaced} AND lower(p.name) = lower(r.project)
      AND CASE WHEN r.client = '' THEN p.client_id IS NULL ELSE p.client_id = r.client_id END`);
}

export async function findTasks({ db }: Context): Promise<void> {
  await db.raw(`UPDATE import_rows r SET task_id = found.id
    FROM (
      SELECT project_id, lower(name) AS name, min(id) AS id FROM tasks GROUP BY project_id, lower(name)
    ) found
    WHERE ${open} AND r.task <> '' AND found.project_id = r.project_id AND found.name = lower(r.task)`);
}

/** Holds the tags until the end, since the arrays that name them have no foreign key. */
export async function findTags({ db }: Context): Promise<void> {
  await db.raw(`SELECT FROM tags WHERE lower(name) IN (
    SELECT lower(tag) FROM import_rows r, unnest(r.tags) AS tag WHERE ${open}) ORDER BY id FOR KEY SHARE`);
  await db.raw(`UPDATE import_rows r SET tag_ids = found.ids
    FROM (
      SELECT n, array_agg(DISTINCT t.id ORDER BY t.id) AS ids
      FROM import_rows r CROSS JOIN unnest(r.tags) AS tag JOIN tags t ON lower(t.name) = lower(tag)
      WHERE ${open} GROUP BY n
    ) found WHERE found.n = r.n`);
}

/** A row without a client means a project with one, if only one has this name. */
async function findOnlyProject({ db }: Context, rejections: Rejections): Promise<void> {
  const candidates = `import_rows r JOIN users u ON u.id = r.user_id
    JOIN projects p ON lower(p.name) = lower(r.project) AND p.archived_at IS NULL AND ${usable}
    WHERE ${unplaced} AND r.client = ''`;
  await rejections.reject(
    { code: 'project_ambiguous', field: 'project' },
    `SELECT r.n, r.project AS value, format('Several projects have this name: name the client (%s).',
       string_agg(c.name, ', ' ORDER BY c.name)) AS reason
     FROM (SELECT r.n, r.project, p.client_id FROM ${candidates}) r JOIN clients c ON c.id = r.client_id
     GROUP BY r.n, r.project HAVING count(*) > 1`,
  );
  await db.raw(`UPDATE import_rows r SET project_id = found.id
    FROM (SELECT r.n, min(p.id) AS id FROM ${candidates} GROUP BY r.n) found WHERE found.n = r.n`);
}

async function rejectArchived(rejections: Rejections): Promise<void> {
  await rejections.reject(
    { code: 'project_archived', field: 'project' },
    `SELECT r.n, r.project AS value,
       'The project is archived: no more time can be tracked on it until it is restored.' AS reason
     FROM import_rows r JOIN users u ON u.id = r.user_id JOIN projects p ON p.id = r.project_id
     WHERE ${open} AND r.start_time IS NOT NULL AND p.archived_at IS NOT NULL AND ${usable}`,
  );
}

// To a member, a project that they may not see is one that does not exist.
async function rejectUnusable(rejections: Rejections): Promise<void> {
  await rejections.reject(
    { code: 'project_unknown', field: 'project' },
    `SELECT r.n, r.project AS value, format('There is no such project that %s may use.', u.name) AS reason
     FROM import_rows r JOIN users u ON u.id = r.user_id JOIN projects p ON p.id = r.project_id
     WHERE ${open} AND NOT ${usable}`,
  );
}

async function rejectMissingProjects(
  { actor }: Context,
  rejections: Rejections,
  createMissing: boolean,
): Promise<void> {
  const mayCreate = createMissing && hasRole(actor.role, 'manager');
  const hint = createMissing ? 'only managers may create it' : 'create_missing is false';
  await rejections.reject(
    { code: 'project_unknown', field: 'project' },
    `SELECT r.n, r.project AS value,
       format('There is no such project that %s may use, and ${hint}.', u.name) AS reason
     FROM import_rows r JOIN users u ON u.id = r.user_id WHERE ${unplaced} AND NOT ?`,
    [mayCreate],
  );
  await rejections.reject(
    { code: 'client_archived', field: 'client' },
    `SELECT r.n, r.client AS value, 'The client is archived: it gets no new project.' AS reason
     FROM import_rows r JOIN clients c ON c.id = r.client_id
     WHERE ${unplaced} AND c.archived_at IS NOT NULL`,
  );
}

async function rejectMissingParts(rejections: Rejections): Promise<void> {
  await rejections.reject(
    { code: 'task_unknown', field: 'task' },
    `SELECT r.n, r.task AS value, 'The project has no such task, and create_missing is false.' AS reason
     FROM import_rows r WHERE ${open} AND r.task <> '' AND r.task_id IS NULL`,
  );
  await rejections.reject(
    { code: 'tag_unknown', field: 'tags' },
    `SELECT r.n, string_agg(tag, ', ') AS value, 'No such tag, and create_missing is false.' AS reason
     FROM import_rows r CROSS JOIN unnest(r.tags) AS tag
     WHERE ${open} AND NOT EXISTS (SELECT FROM tags t WHERE lower(t.name) = lower(tag)) GROUP BY r.n`,
  );
}
