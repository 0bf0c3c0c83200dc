/** Codes of backups. */
import createError from '@fastify/error';

export const ERR_BACKUP_OPTION = createError<[string]>('STINT_ERR_BACKUP_OPTION', '%s', 500);
export const ERR_BACKUP_FILE = createError<[string, string]>(
  'STINT_ERR_BACKUP_FILE',
  'The backup %s cannot be used: %s.',
  500,
);
export const ERR_BACKUP_NEWER = createError<[string, string]>(
  'STINT_ERR_BACKUP_NEWER',
  'The backup %s was made by a newer Stint: this one does not know its migration %s.',
  500,
);
export const ERR_BACKUP_PLUGIN = createError<[string]>(
  'STINT_ERR_BACKUP_PLUGIN',
  'The tables of the plugin %s cannot be backed up: start Stint once with that plugin, or remove its data.',
  500,
);
export const ERR_RESTORE_TARGET = createError<[string]>(
  'STINT_ERR_RESTORE_TARGET',
  'Nothing was restored: %s.',
  500,
);
