/** Codes of connecting by OAuth 2. */
import createError from '@fastify/error';

export const ERR_OAUTH_NOT_CONFIGURED = createError<[string]>(
  'STINT_ERR_OAUTH_NOT_CONFIGURED',
  'This Stint is not registered with the service yet: an administrator has to set %s.',
  503,
);
export const ERR_OAUTH_STATE = createError(
  'STINT_ERR_OAUTH_STATE',
  'This way back belongs to no attempt of yours that is under way. Begin to connect again.',
  400,
);
export const ERR_OAUTH_DENIED = createError(
  'STINT_ERR_OAUTH_DENIED',
  'The access was not granted.',
  403,
);
export const ERR_OAUTH_SCOPES = createError<[string]>(
  'STINT_ERR_OAUTH_SCOPES',
  'Not all of the access was granted that is needed. Missing: %s.',
  403,
);
export const ERR_OAUTH_FAILED = createError<[string]>(
  'STINT_ERR_OAUTH_FAILED',
  'The service gave no access: %s',
  502,
);
