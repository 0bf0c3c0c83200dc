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

// An index range: nothing that started longer ago can still be there, except what runs.
const find: Statement = {
  name: 'entry_overlaps',
  text: `SELECT id FROM time_entries
    WHERE user_id = $1 AND deleted_at IS NULL AND id <> $4
      AND start_time < $3 AND start_time > $2::timestamptz - interval '${MAX_ENTRY_DAYS} days'
      AND coalesce(end_time, 'infinity') > $2
    ORDER BY start_time LIMIT 20`,
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
