/** The columns that every creation and edit of a versioned row sets. */
import type { Context } from './context.ts';

/** When a new row was made, by the clock of the app: edits are compared with it. */
export function firstVersion({ clock }: Context) {
  const now = clock.now();
  return { created_at: now, updated_at: now };
}

/** The version after `row`'s, and when it was made. */
export function nextVersion({ clock }: Context, row: { version: number }) {
  return { version: row.version + 1, updated_at: clock.now() };
}

/** `archived: true | false` of a request as the column `archived_at`; archiving twice keeps the first instant. */
export function toArchivedAt(
  { clock }: Context,
  row: { archived_at: Date | null },
  archived: boolean | undefined,
): { archived_at?: Date | null } {
  if (archived === undefined) return {};
  return { archived_at: archived ? (row.archived_at ?? clock.now()) : null };
}
