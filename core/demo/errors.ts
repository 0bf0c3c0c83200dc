/** Codes of the demo data. */
import createError from '@fastify/error';

export const ERR_DEMO_NOT_EMPTY = createError<[number]>(
  'STINT_ERR_DEMO_NOT_EMPTY',
  'This database already holds %d users: demo data goes into an empty one only. Point DATA_DIR or DATABASE_URL at another.',
  500,
);
export const ERR_DEMO_OPTION = createError<[string]>('STINT_ERR_DEMO_OPTION', '%s', 500);
