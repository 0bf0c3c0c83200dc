/** Codes of period locks. */
import createError from '@fastify/error';

export const ERR_PERIOD_LOCKED = createError<[string]>(
  'STINT_ERR_PERIOD_LOCKED',
  'The period %s is locked: its time entries can no longer change.',
  409,
);
export const ERR_LOCK_RANGE_INVALID = createError<[string, string]>(
  'STINT_ERR_LOCK_RANGE_INVALID',
  'The first locked day %s is after the last, %s.',
  422,
);
