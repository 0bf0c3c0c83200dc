/**
 * Time zones that PostgreSQL can count days in. Node and PostgreSQL carry zone lists of different
 * ages, and a zone that only one of them knows would break every report later.
 */
import type { Knex } from 'knex';
import { atField } from '../errors.ts';
import { isTimeZone } from '../infra/instants.ts';
import { ERR_TIME_ZONE_UNKNOWN } from './errors.ts';

const INVALID_PARAMETER_VALUE = '22023';

/** @throws STINT_ERR_TIME_ZONE_UNKNOWN pointing at `/time_zone` */
export async function requireTimeZone(db: Knex, zone: string | undefined): Promise<void> {
  if (zone === undefined) return;
  await db.raw('SELECT now() AT TIME ZONE ?', [zone]).catch((error: { code?: string }) => {
    if (error.code !== INVALID_PARAMETER_VALUE) throw error;
    throw atField(new ERR_TIME_ZONE_UNKNOWN(zone), '/time_zone');
  });
}

/** The zone of the machine that runs Stint: who sets it up without naming one is likely in it. */
export function serverTimeZone(): string {
  const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  return isTimeZone(zone) ? zone : 'UTC';
}
