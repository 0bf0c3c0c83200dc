/**
 * What a report measures of an entry, in SQL: its work, its rounded work by its user's policy, what
 * that costs, and the share of each that falls into a part of it. All of it in whole numbers.
 */
import type { Settings } from '../settings/schema.ts';
import { entriesThat } from './selection.ts';

/**
 * The entries that meet one of `conditions`, with `rounded`, the `rate` in hundredths where there is
 * one, and `slot`: the piece of the period, counted from 1, that each lies in; its negative id where
 * it crosses into another piece. OFFSET 0 has each policy made once a user, not once an entry.
 */
export function measuredEntries(...conditions: string[]): string {
  const bucket = 'width_bucket(e.start_time, :bounds::timestamptz[])';
  return `SELECT e.*,
      CASE WHEN e.billable AND e.currency IS NOT NULL THEN (e.hourly_rate * 100)::bigint END AS rate,
      CASE WHEN policy.mode IS NULL THEN e.duration_seconds
        ELSE rounded_seconds(e.duration_seconds, policy.mode, policy.minutes) END AS rounded,
      CASE WHEN e.end_time > (:bounds::timestamptz[])[${bucket} + 1] THEN -e.id ELSE ${bucket} END AS slot
    FROM (${entriesThat(...conditions)}) e
    LEFT JOIN (
      SELECT id, coalesce(rounding_mode, :roundingMode) AS mode,
        coalesce(rounding_minutes, :roundingMinutes::integer) AS minutes
      FROM users WHERE coalesce(rounding_mode, :roundingMode) <> 'none' OFFSET 0
    ) policy ON policy.id = e.user_id`;
}

/** The bindings of the instance's rounding. */
export function roundingBindings({ rounding_mode, rounding_minutes }: Settings) {
  return { roundingMode: rounding_mode, roundingMinutes: rounding_minutes };
}

/**
 * What an entry costs, in hundredths, each entry rounded half up. Exact integers, in half the time
 * of numeric; numeric only for rates at which the product could leave 64 bits.
 */
export const cents = `CASE WHEN e.rate IS NULL THEN NULL
  WHEN e.rate < 4000000000 THEN (e.rounded * e.rate + 1800) / 3600
  ELSE div(e.rounded * e.rate::numeric + 1800, 3600)::bigint END`;

/** Hundredths as decimal money. */
export function money(hundredths: string): string {
  return `(${hundredths}::numeric / 100)::numeric(20, 2)`;
}

/**
 * Seconds worked on the entry until the instant `at`. Without breaks it does not call the function,
 * which PostgreSQL cannot inline and which costs as much as all the rest.
 */
export function workedUntil(at: string): string {
  const end = `greatest(e.start_time, least(e.end_time, ${at}))`;
  return `CASE WHEN isempty(e.breaks) THEN extract(epoch FROM ${end} - e.start_time)::integer
    ELSE worked_seconds(e.start_time, ${end}, e.breaks * tstzmultirange(tstzrange(NULL, ${at}))) END`;
}

/**
 * The share of `total` that belongs to the work between `w.before` and `w.upto`. Shares are
 * differences of one growing sequence, so those of all parts add up to `total` exactly.
 */
export function share(total: string): string {
  return `CASE WHEN e.duration_seconds = 0 THEN 0
    ELSE div(${total}::numeric * w.upto, e.duration_seconds) - div(${total}::numeric * w.before, e.duration_seconds)
    END::bigint`;
}
