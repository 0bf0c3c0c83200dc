/** The rules about when an entry may be: locked periods and the overlap policy, for all rows at once. */
import { MAX_ENTRY_DAYS } from '../entries/span.ts';
import type { Context } from '../infra/context.ts';
import { FAULT_LIMIT } from './faults.ts';
import type { Rejections } from './rejections.ts';
import { headerOf, type Reading } from './row-reader.ts';
import { open, select } from './staging.ts';

/** The set-based twin of `requireUnlocked` in `locks/service.ts`. */
export async function rejectLocked({ actor }: Context, rejections: Rejections): Promise<void> {
  if (actor.role === 'admin') return;
  await rejections.reject(
    { code: 'period_locked', field: 'start' },
    `SELECT r.n, r.start_text AS value, format('The period %s to %s is locked.',
       coalesce(min(l.starts_on)::text, '…'), max(l.ends_on)) AS reason
     FROM import_rows r JOIN users u ON u.id = r.user_id JOIN period_locks l
       ON (l.user_id IS NULL OR l.user_id = r.user_id)
       AND (l.project_id IS NULL OR l.project_id = r.project_id)
       AND l.ends_on >= (r.start_time AT TIME ZONE u.time_zone)::date
       AND (l.starts_on IS NULL OR l.starts_on <=
         (greatest(r.start_time, r.end_time - interval '1 second') AT TIME ZONE u.time_zone)::date)
     WHERE ${open} AND r.start_time IS NOT NULL GROUP BY r.n`,
  );
}

/** Holds the users' rows as every writer does who has to forbid overlaps. */
export async function holdUsers({ db, settings }: Context): Promise<void> {
  if (settings.overlap_policy !== 'forbid') return;
  await db.raw(
    `SELECT FROM users WHERE id IN (SELECT user_id FROM import_rows) ORDER BY id FOR NO KEY UPDATE`,
  );
}

interface Span {
  n: number;
  line: number;
  user_id: number;
  start: number;
  end: number;
  value: string;
  meets_entry: boolean;
}

/** Refuses or warns of rows that overlap with an entry, or with a row that starts before them. */
export async function applyOverlapPolicy(
  { db, settings }: Context,
  reading: Reading,
  rejections: Rejections,
): Promise<void> {
  if (settings.overlap_policy === 'allow') return;
  const isForbidden = settings.overlap_policy === 'forbid';
  const overlapping = overlapsOf(await listSpans(db), isForbidden);
  const reason = 'It overlaps with another time entry of the same person.';
  if (isForbidden) {
    await rejections.reject(
      { code: 'overlap', field: 'start' },
      `SELECT n, start_text AS value, ?::text AS reason FROM import_rows WHERE n = ANY(?::int[])`,
      [reason, overlapping.map(({ n }) => n)],
    );
    return;
  }
  reading.warnings.addCounted(
    overlapping
      .sort((a, b) => a.line - b.line)
      .slice(0, FAULT_LIMIT)
      .map(({ line, value }) => ({
        line,
        column: headerOf(reading, 'start'),
        value,
        reason,
        code: 'overlap',
      })),
    overlapping.length,
  );
}

async function listSpans(db: Context['db']): Promise<Span[]> {
  return select<Span>(
    db,
    `SELECT n, line, user_id, extract(epoch FROM start_time)::bigint AS start,
       extract(epoch FROM end_time)::bigint AS "end", start_text AS value,
       EXISTS (SELECT FROM time_entries e
         WHERE e.user_id = r.user_id AND e.deleted_at IS NULL AND e.start_time < r.end_time
           AND e.start_time > r.start_time - interval '${MAX_ENTRY_DAYS} days'
           AND coalesce(e.end_time, 'infinity') > r.start_time) AS meets_entry
     FROM import_rows r WHERE ${open} AND r.start_time IS NOT NULL ORDER BY user_id, start_time, n`,
  );
}

/** Where overlaps are forbidden, a row that is refused is in nobody's way. */
function overlapsOf(spans: Span[], isForbidden: boolean): Span[] {
  let reaching: Span | undefined;
  return spans.filter((span) => {
    if (reaching?.user_id !== span.user_id) reaching = undefined;
    const meetsRow =
      reaching !== undefined && reaching.end > span.start && reaching.start < span.end;
    const overlaps = span.meets_entry || meetsRow;
    if (!(overlaps && isForbidden) && (!reaching || span.end > reaching.end)) reaching = span;
    return overlaps;
  });
}
