/**
 * Codes of requests that leave Stint. They name the host and never more of the URL: paths, queries,
 * headers and bodies hold credentials, and an address tells about the network that Stint is in.
 */
import createError from '@fastify/error';

export const ERR_OUTGOING_URL_INVALID = createError<[string]>(
  'STINT_ERR_OUTGOING_URL_INVALID',
  'This URL cannot be called: %s.',
  422,
);
export const ERR_OUTGOING_HOST_NOT_ALLOWED = createError<[string]>(
  'STINT_ERR_OUTGOING_HOST_NOT_ALLOWED',
  'The host %s is not among those that may be called.',
  422,
);
export const ERR_OUTGOING_ADDRESS_FORBIDDEN = createError<[string]>(
  'STINT_ERR_OUTGOING_ADDRESS_FORBIDDEN',
  'The host %s is not on the public internet. If it may be called, add it to OUTGOING_ALLOW_PRIVATE.',
  422,
);
export const ERR_OUTGOING_REQUEST_INVALID = createError<[string, string]>(
  'STINT_ERR_OUTGOING_REQUEST_INVALID',
  'The request to %s is not valid: %s.',
  500,
);
export const ERR_OUTGOING_UNREACHABLE = createError<[string, string]>(
  'STINT_ERR_OUTGOING_UNREACHABLE',
  '%s gave no complete answer (%s).',
  502,
);
export const ERR_OUTGOING_TOO_LARGE = createError<[string, string]>(
  'STINT_ERR_OUTGOING_TOO_LARGE',
  'The %s %s is larger than 10 MB.',
  502,
);
export const ERR_OUTGOING_NOT_JSON = createError<[string]>(
  'STINT_ERR_OUTGOING_NOT_JSON',
  'The answer of %s is not JSON.',
  502,
);
export const ERR_OUTGOING_TIMEOUT = createError<[string, number]>(
  'STINT_ERR_OUTGOING_TIMEOUT',
  '%s did not answer within %d s.',
  504,
);
