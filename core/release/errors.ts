/** Codes of making a release. */
import createError from '@fastify/error';

export const ERR_RELEASE_UNCOMMITTED = createError<[string]>(
  'STINT_ERR_RELEASE_UNCOMMITTED',
  'A release is made of a commit, and %s is not as committed: commit or remove it.',
  500,
);
