// The error codes of the embedded PostgreSQL. Each message is one line that names the folder or the
// value at fault; none ever holds the password.

import createError from '@fastify/error';

export const HeldError = createError<[string]>(
  'STINT_ERR_EMBEDDED_POSTGRES_HELD',
  'The data folder %s is held by a second instance of Stint: stop that one first, or use another data folder',
);

export const NoBinariesError = createError<[string]>(
  'STINT_ERR_EMBEDDED_POSTGRES_NO_BINARIES',
  'There is no embedded PostgreSQL for %s: set DATABASE_URL to a PostgreSQL 15 or newer',
);

export const StartFailedError = createError<[string, string]>(
  'STINT_ERR_EMBEDDED_POSTGRES_START_FAILED',
  'The embedded PostgreSQL on %s did not start: %s',
);

export const PermissionError = createError<[string, string, string]>(
  'STINT_ERR_EMBEDDED_POSTGRES_PERMISSION',
  'The data folder cannot be used: %s belongs to %s, and Stint runs as %s',
);

export const RootError = createError<[string, string]>(
  'STINT_ERR_EMBEDDED_POSTGRES_ROOT',
  'PostgreSQL refuses to run as root, user namespaces are not allowed here, and user %s cannot reach %s: run Stint as an ordinary user, or set DATABASE_URL',
);

export const VersionError = createError<[string, string, string]>(
  'STINT_ERR_EMBEDDED_POSTGRES_VERSION',
  'The database in %s was made by PostgreSQL %s and this Stint brings PostgreSQL %s: go back to the Stint that made it, export, and import into a new data folder',
);

export const BadFolderError = createError<[string, string]>(
  'STINT_ERR_EMBEDDED_POSTGRES_BAD_FOLDER',
  '%s cannot hold the embedded PostgreSQL: %s',
);

export const PasswordError = createError<[string, string]>(
  'STINT_ERR_EMBEDDED_POSTGRES_PASSWORD',
  'The password file %s %s: put back the file that belongs to this data folder',
);
