/** Codes of looking ahead at an upgrade. */
import createError from '@fastify/error';

export const ERR_UPGRADE_CHECK = createError<[string]>('STINT_ERR_UPGRADE_CHECK', '%s', 422);
