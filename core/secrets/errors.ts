/** Codes of keys and secrets. None of their messages holds a key or a secret. */
import createError from '@fastify/error';

export const ERR_SECRET_KEY_INVALID = createError<[string, string]>(
  'STINT_ERR_SECRET_KEY_INVALID',
  '%s cannot be used: %s.',
  500,
);
export const ERR_SECRET_KEY_WEAK = createError<[string, string]>(
  'STINT_ERR_SECRET_KEY_WEAK',
  '%s is too weak: %s. Make a key with: openssl rand -base64 32',
  500,
);
export const ERR_SECRET_KEY_FILE = createError<[string, string]>(
  'STINT_ERR_SECRET_KEY_FILE',
  'The key file %s cannot be used: %s. Set SECRET_KEY, or correct the folder DATA_DIR.',
  500,
);
export const ERR_SECRET_KEY_MISMATCH = createError<[string, string]>(
  'STINT_ERR_SECRET_KEY_MISMATCH',
  'This database keeps its secrets under the key %s, which %s. Give every process the same SECRET_KEY, or the secret.key that was made at the first start. If that key is lost: npm run rotate-key -- --discard-lost',
  500,
);
export const ERR_SECRET_KEY_UNKNOWN = createError<[string, string, string]>(
  'STINT_ERR_SECRET_KEY_UNKNOWN',
  'The secret %s%s is under the key %s, which this process does not have: restart it with the SECRET_KEY of the others.',
  500,
);
export const ERR_SECRET_KEY_RETIRED = createError<[string]>(
  'STINT_ERR_SECRET_KEY_RETIRED',
  'The key %s was retired while this process ran: restart it with the SECRET_KEY of the others.',
  500,
);
export const ERR_SECRET_TAMPERED = createError<[string, string]>(
  'STINT_ERR_SECRET_TAMPERED',
  'The secret %s%s does not decrypt: its row was changed or moved. Enter it again.',
  500,
);
export const ERR_SECRET_VALUE = createError<[string]>(
  'STINT_ERR_SECRET_VALUE',
  'The secret %s must be a text; null deletes it, and nothing keeps the stored one.',
  422,
);
export const ERR_SECRET_SCHEMA = createError<[string]>(
  'STINT_ERR_SECRET_SCHEMA',
  'x-secret at %s would not be kept apart: it belongs on string properties of objects, also in arrays whose x-key names a property of their items.',
  500,
);
export const ERR_ROTATE_OPTION = createError<[string]>('STINT_ERR_ROTATE_OPTION', '%s', 500);
