/** Codes of the wrapped tools: database, queue, idempotency. */
import createError from '@fastify/error';

export const ERR_DATABASE_UNREACHABLE = createError<[string]>(
  'STINT_ERR_DATABASE_UNREACHABLE',
  'PostgreSQL cannot be reached: %s. Check DATABASE_URL.',
  500,
);
export const ERR_DATABASE_TOO_OLD = createError<[string, number]>(
  'STINT_ERR_DATABASE_TOO_OLD',
  'PostgreSQL %s is too old: Stint needs version %d or newer.',
  500,
);
export const ERR_DATABASE_AHEAD = createError<[string]>(
  'STINT_ERR_DATABASE_AHEAD',
  'The database was migrated by a newer Stint (%s is unknown here): run that version.',
  500,
);
export const ERR_CURSOR_INVALID = createError<[string]>(
  'STINT_ERR_CURSOR_INVALID',
  'The cursor %s was not made by this list with this sort order.',
  400,
);
export const ERR_INSTANT_INVALID = createError<[string]>(
  'STINT_ERR_INSTANT_INVALID',
  '%s is not a point in time: use ISO 8601 such as 2025-01-27T09:00:00 or 2025-01-27T09:00:00+01:00.',
  400,
);
export const ERR_IDEMPOTENCY_KEY_REUSED = createError<[string]>(
  'STINT_ERR_IDEMPOTENCY_KEY_REUSED',
  'Idempotency-Key %s was used for another request.',
  422,
);
export const ERR_IDEMPOTENCY_KEY_RUNNING = createError<[string]>(
  'STINT_ERR_IDEMPOTENCY_KEY_RUNNING',
  'The first request with Idempotency-Key %s is still running.',
  409,
);
export const ERR_IDEMPOTENCY_KEY_INVALID = createError(
  'STINT_ERR_IDEMPOTENCY_KEY_INVALID',
  'Idempotency-Key must be 1 to 255 visible ASCII characters.',
  400,
);
export const ERR_EXPORTS_BUSY = createError<[number]>(
  'STINT_ERR_EXPORTS_BUSY',
  '%d exports are running already: try again when one is done.',
  503,
);
