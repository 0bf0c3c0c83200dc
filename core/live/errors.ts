/** Codes of live streams. */
import createError from '@fastify/error';

export const ERR_LIVE_TOO_MANY = createError<[number]>(
  'STINT_ERR_LIVE_TOO_MANY',
  'You have %d streams open already: close one.',
  429,
);
