/**
 * Entries of which the file knows the day and the length alone: one after another, in the order of the
 * file, from nine in the morning; from midnight on days so full that the evening would not do.
 */
import type { Context } from '../infra/context.ts';

const NINE = 9 * 3600;
const DAY = 24 * 3600;

/** After the rows have their fingerprints: those must not depend on what else the day holds. */
export async function layOutDays({ db }: Context): Promise<void> {
  await db.raw(
    `UPDATE import_rows r SET start_time = r.start_time + laid.shift, end_time = r.end_time + laid.shift
     FROM (
       SELECT n, make_interval(secs => (CASE WHEN sum(seconds) OVER day <= ? THEN ? ELSE 0 END
         + sum(seconds) OVER (day ORDER BY n) - seconds)::double precision) AS shift
       FROM (
         SELECT n, user_id, start_time, extract(epoch FROM end_time - start_time) AS seconds
         FROM import_rows WHERE is_day_only AND NOT is_bad
       ) rows
       WINDOW day AS (PARTITION BY user_id, start_time)
     ) laid WHERE laid.n = r.n`,
    [DAY - NINE, NINE],
  );
}
