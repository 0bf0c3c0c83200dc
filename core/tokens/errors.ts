/** Codes of API tokens. */
import createError from '@fastify/error';

export const ERR_TOKEN_EXPIRED_AT_BIRTH = createError<[string]>(
  'STINT_ERR_TOKEN_EXPIRED_AT_BIRTH',
  'A token cannot expire at %s: that is not in the future.',
  422,
);
