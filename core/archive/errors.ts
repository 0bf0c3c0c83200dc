/** Codes of archives: one that cannot be read, or has no place to go. */
import createError from '@fastify/error';

export const ERR_ARCHIVE_NOT_EMPTY = createError<[string]>(
  'STINT_ERR_ARCHIVE_NOT_EMPTY',
  'An archive is read into an empty instance only, and this one has %s.',
  409,
);
export const ERR_ARCHIVE_BROKEN = createError<[string]>(
  'STINT_ERR_ARCHIVE_BROKEN',
  'The archive cannot be read: %s. Nothing was written.',
  422,
);
export const ERR_ARCHIVE_VERSION = createError<[string]>(
  'STINT_ERR_ARCHIVE_VERSION',
  'The archive is of version %s, which this Stint does not know: it may be of a newer one.',
  422,
);
