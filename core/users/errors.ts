/** Codes of users. */
import createError from '@fastify/error';

export const ERR_LAST_ADMIN = createError<[number]>(
  'STINT_ERR_LAST_ADMIN',
  'User %d is the last administrator who can sign in: make another one first.',
  409,
);
export const ERR_USER_DISABLED = createError<[number]>(
  'STINT_ERR_USER_DISABLED',
  'User %d is disabled: enable them first.',
  409,
);
export const ERR_TIME_ZONE_UNKNOWN = createError<[string]>(
  'STINT_ERR_TIME_ZONE_UNKNOWN',
  'The database does not know the time zone %s: use an older name of the same zone.',
  422,
);
