/**
 * The overlap policy where it forbids. That they are allowed, or warned of, is seen to where an entry
 * is written (`statements.ts`).
 */
import { atField } from '../errors.ts';
import { type Context, inTransaction } from '../infra/context.ts';
import { runPrepared, type Statement } from '../infra/prepared.ts';
import { ERR_ENTRY_OVERLAP } from './errors.ts';
import type { TimeEntry } from './model.ts';
import { MAX_ENTRY_DAYS } from './span.ts';

/**
 * SQL for the ids of a user's other entries in a span; the parts are SQL themselves. An index range:
 * what started longer ago than an entry may last cannot still be there.
 */
export function overlapping(entry: Record<'id' | 'user' | 'start' | 'end', string>): string {
  return `SELECT o.id FROM time_entries o
    WHERE o.user_id = ${entry.user} AND o.deleted_at IS NULL AND o.id <> ${entry.id}
      AND o.start_time < ${entry.end}
      AND o.start_time > ${entry.start} - interval '${MAX_ENTRY_DAYS} days'
      AND coalesce(o.end_time, 'infinity') > ${entry.start}
    ORDER BY o.start_time LIMIT 20`;
}

const find: Statement = {
  name: 'entry_overlaps',
  text: overlapping({ user: '$1', start: '$2::timestamptz', end: '$3', id: '$4' }),
};

interface Candidate {
  id?: number;
  user_id: number;
  start_time: Date;
  end_time: Date | null;
}

/** Ids of the user's other entries in that span; a running one reaches to now. */
async function findOverlaps(context: Context, entry: Candidate): Promise<number[]> {
  const end = entry.end_time ?? context.clock.now();
  const values = [entry.user_id, entry.start_time, end, entry.id ?? 0];
  return (await runPrepared<{ id: number }>(context.db, find, values)).map(({ id }) => id);
}

/**
 * Runs `write` under the policy. To forbid, it holds the user's row: two overlapping entries written
 * at once would not see each other otherwise.
 */
export async function underOverlapPolicy(
  context: Context,
  candidate: Candidate,
  write: (context: Context) => Promise<TimeEntry>,
): Promise<TimeEntry> {
  if (context.settings.overlap_policy !== 'forbid') return write(context);
  return inTransaction(context, async (context) => {
    await context.db.raw('SELECT FROM users WHERE id = ? FOR NO KEY UPDATE', [candidate.user_id]);
    const ids = await findOverlaps(context, candidate);
    if (ids.length > 0) throw atField(new ERR_ENTRY_OVERLAP(ids.join(', ')), '/start_time');
    return write(context);
  });
}
