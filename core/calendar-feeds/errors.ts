/** Codes of calendar feeds. */
import createError from '@fastify/error';

export const ERR_CALENDAR_UNKNOWN = createError(
  'STINT_ERR_CALENDAR_UNKNOWN',
  'There is no calendar here, or it was revoked.',
  404,
);
