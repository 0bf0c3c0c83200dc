/**
 * Which events somebody may read: what they could read of the thing itself. The one place that says so,
 * for the list, the stream and webhooks. Notifications are their reader's alone, whoever asks.
 */
import type { Knex } from 'knex';
import { hasRole } from '../infra/access.ts';
import type { Actor } from '../infra/context.ts';

type Reader = Pick<Actor, 'user_id' | 'role'>;

/**
 * A WHERE condition on `events e`. It judges the row as `image` has it, so what somebody may not see
 * of the row before a change is asked for again, with the image before.
 */
export function visibleEvents(db: Knex, { user_id, role }: Reader, image = 'e.data'): Knex.Raw {
  const own = `${image} ->> 'user_id' = :me`;
  const bindings = { me: String(user_id ?? '') };
  if (role === 'admin') return db.raw(`(e.entity_type <> 'notification' OR ${own})`, bindings);
  const theirs = `SELECT pm.project_id::text FROM project_members pm WHERE pm.user_id::text = :me`;
  if (hasRole(role, 'manager')) {
    return db.raw(
      `(CASE
         WHEN e.entity_type = 'time_entry' THEN ${own} OR ${image} ->> 'project_id' IN (${theirs})
         WHEN e.entity_type IN ('client', 'project', 'task', 'tag', 'user', 'lock', 'settings') THEN true
         ELSE ${own} END)`,
      bindings,
    );
  }
  const open = `SELECT p.id::text FROM projects p WHERE p.visibility = 'everyone'`;
  return db.raw(
    `(CASE
       WHEN e.type LIKE 'project.member\\_%' THEN ${own}
       WHEN e.entity_type = 'project' THEN ${image} ->> 'visibility' = 'everyone' OR ${image} ->> 'id' IN (${theirs})
       WHEN e.entity_type = 'task' THEN ${image} ->> 'project_id' IN (${theirs} UNION ALL ${open})
       WHEN e.entity_type IN ('client', 'tag', 'settings') THEN true
       WHEN e.entity_type = 'user' THEN ${image} ->> 'id' = :me
       WHEN e.entity_type = 'lock' THEN ${own} OR ${image} ->> 'user_id' IS NULL
       ELSE ${own} END)`,
    bindings,
  );
}

const rates = ['hourly_rate', 'default_hourly_rate'];

/** What the API hides from members in a row that they may see: rates, but of their own time. */
export function hideRates<Image extends Record<string, unknown> | null>(
  { role }: Reader,
  entityType: string,
  image: Image,
): Image {
  if (image === null || entityType === 'time_entry' || hasRole(role, 'manager')) return image;
  const hidden = rates.filter((rate) => rate in image).map((rate) => [rate, null]);
  return { ...image, ...Object.fromEntries(hidden) };
}
