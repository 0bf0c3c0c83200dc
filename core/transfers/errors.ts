/** Codes of imports and exports that run as jobs. */
import createError from '@fastify/error';

export const ERR_TRANSFER_NOT_FOUND = createError<[string]>(
  'STINT_ERR_TRANSFER_NOT_FOUND',
  'You have no such job: %s. Jobs and their files are kept for a week.',
  404,
);
export const ERR_TRANSFER_NOT_READY = createError<[string]>(
  'STINT_ERR_TRANSFER_NOT_READY',
  'The file is not ready: the job is %s.',
  409,
);
