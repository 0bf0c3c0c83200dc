/**
 * How errors are made, and the codes that belong to no single feature. A code has one meaning and
 * is never reused; each feature keeps its own in its `errors.ts`. All are documented in
 * `docs/api/errors.md`, which a test holds to this.
 */
import createError from '@fastify/error';

/** One offending place in a request, as a JSON pointer (RFC 6901) into body, query or path. */
export interface FieldFault {
  pointer: string;
  detail: string;
}

export interface StintError extends Error {
  code: string;
  statusCode: number;
  errors?: FieldFault[];
  headers?: Record<string, string>;
}

export const ERR_CONFIG_INVALID = createError<[string]>(
  'STINT_ERR_CONFIG_INVALID',
  'Invalid setting: %s',
  500,
);
export const ERR_PORT_IN_USE = createError<[number, string]>(
  'STINT_ERR_PORT_IN_USE',
  'Port %d on %s is in use: set PORT to another.',
  500,
);
export const ERR_REQUEST_INVALID = createError<[string]>(
  'STINT_ERR_REQUEST_INVALID',
  'The request is invalid: %s',
  400,
);
export const ERR_NOT_FOUND = createError<[string, string | number]>(
  'STINT_ERR_NOT_FOUND',
  'There is no %s %s, or you may not see it.',
  404,
);
export const ERR_ROUTE_NOT_FOUND = createError<[string]>(
  'STINT_ERR_ROUTE_NOT_FOUND',
  'There is no route %s.',
  404,
);
export const ERR_UNAUTHENTICATED = createError(
  'STINT_ERR_UNAUTHENTICATED',
  'Sign in, or send an API token as "Authorization: Bearer stint_…".',
  401,
);
export const ERR_FORBIDDEN = createError<[string]>('STINT_ERR_FORBIDDEN', '%s', 403);
export const ERR_SCOPE_MISSING = createError<[string]>(
  'STINT_ERR_SCOPE_MISSING',
  'This API token lacks the scope %s.',
  403,
);
export const ERR_CSRF = createError(
  'STINT_ERR_CSRF',
  'A change made with a session cookie needs the header "X-Stint-Csrf: 1".',
  403,
);
export const ERR_RATE_LIMITED = createError<[number]>(
  'STINT_ERR_RATE_LIMITED',
  'Too many requests: try again in %d seconds.',
  429,
);
export const ERR_DUPLICATE = createError<[string]>(
  'STINT_ERR_DUPLICATE',
  'Another record already has this %s.',
  409,
);
export const ERR_IN_USE = createError<[string]>(
  'STINT_ERR_IN_USE',
  'It is still in use (%s): archive it instead.',
  409,
);
export const ERR_VERSION_MISMATCH = createError<[string, string]>(
  'STINT_ERR_VERSION_MISMATCH',
  'It has changed since you read it: If-Match is %s, the current ETag is %s.',
  412,
);
export const ERR_BUSY = createError(
  'STINT_ERR_BUSY',
  'The database could not finish this in time; nothing was changed. Try again.',
  503,
);
export const ERR_INTERNAL = createError(
  'STINT_ERR_INTERNAL',
  'Something went wrong here. It has been logged under this request id.',
  500,
);

/**
 * The same error, pointing at the fields at fault.
 * @example throw atField(new ERR_PROJECT_ARCHIVED(7), '/project_id')
 */
export function atField<E extends Error>(error: E, pointer: string, detail = error.message): E {
  return Object.assign(error, { errors: [{ pointer, detail }] });
}
