/** Codes of the plugin host. */
import createError from '@fastify/error';

export const ERR_PLUGIN_MANIFEST = createError<[string]>(
  'STINT_ERR_PLUGIN_MANIFEST',
  'The manifest is wrong: %s',
  422,
);
export const ERR_PLUGIN_INCOMPATIBLE = createError<[string, string]>(
  'STINT_ERR_PLUGIN_INCOMPATIBLE',
  'It needs version %s of the plugin contract; this is %s.',
  422,
);
export const ERR_PLUGIN_DEPENDENCY = createError<[string]>(
  'STINT_ERR_PLUGIN_DEPENDENCY',
  '%s',
  422,
);
export const ERR_PLUGIN_DUPLICATE = createError<[string]>(
  'STINT_ERR_PLUGIN_DUPLICATE',
  'Another plugin has this id already, from %s.',
  422,
);
export const ERR_PLUGIN_UNDECLARED = createError<[string, string]>(
  'STINT_ERR_PLUGIN_UNDECLARED',
  'It uses the %s "%s", which it does not declare.',
  500,
);
export const ERR_PLUGIN_CONTRIBUTES = createError<[string]>(
  'STINT_ERR_PLUGIN_CONTRIBUTES',
  'Its manifest and its code differ: %s. `stint-plugin manifest --write` writes what the code registers.',
  500,
);
export const ERR_PLUGIN_TIMEOUT = createError<[string, number]>(
  'STINT_ERR_PLUGIN_TIMEOUT',
  '%s took longer than %d ms.',
  504,
);
export const ERR_PLUGIN_MIGRATION = createError<[string]>('STINT_ERR_PLUGIN_MIGRATION', '%s', 500);
export const ERR_PLUGIN_UNAVAILABLE = createError<[string, string]>(
  'STINT_ERR_PLUGIN_UNAVAILABLE',
  'The plugin %s is %s.',
  503,
);
export const ERR_PLUGIN_BUSY = createError<[string]>(
  'STINT_ERR_PLUGIN_BUSY',
  'The plugin %s has as many requests to answer as it may at once.',
  503,
);
export const ERR_PLUGIN_UNINSTALLED = createError<[string]>(
  'STINT_ERR_PLUGIN_UNINSTALLED',
  'The plugin %s is uninstalled: restore it first.',
  409,
);
export const ERR_GUARD_UNANSWERED = createError<[string]>(
  'STINT_ERR_GUARD_UNANSWERED',
  'The plugin %s has to agree to this, and cannot be asked now. Nothing was changed.',
  503,
);
export const ERR_PLUGIN_GUARD = createError<[string, string]>(
  'STINT_ERR_PLUGIN_GUARD',
  'The plugin %s holds no guard at %s.',
  422,
);
export const ERR_PLUGIN_CRASH_LOOP = createError<[number]>(
  'STINT_ERR_PLUGIN_CRASH_LOOP',
  'The process ended %d times while this plugin was starting: it stays off until somebody enables it.',
  500,
);
export const ERR_PLUGIN_FAULT = createError<[string]>(
  'STINT_ERR_PLUGIN_FAULT',
  'The plugin %s failed to answer.',
  502,
);
export const ERR_PLUGIN_PAYLOAD = createError<[string, string]>(
  'STINT_ERR_PLUGIN_PAYLOAD',
  'The data of %s are wrong: %s',
  422,
);
export const ERR_PLUGIN_FILE_SIZE = createError<[string, number]>(
  'STINT_ERR_PLUGIN_FILE_SIZE',
  'The file %s has more than %d bytes.',
  413,
);
export const ERR_PLUGIN_SETTINGS = createError<[string]>(
  'STINT_ERR_PLUGIN_SETTINGS',
  'The settings are wrong: %s',
  422,
);
export const ERR_PLUGIN_ALIAS = createError<[string, string]>(
  'STINT_ERR_PLUGIN_ALIAS',
  'The alias %s belongs to the plugin %s already.',
  422,
);
export const ERR_WEBHOOK_SIGNATURE = createError(
  'STINT_ERR_WEBHOOK_SIGNATURE',
  'The signature is missing, wrong or too old.',
  401,
);
export const ERR_WEBHOOK_BODY = createError<[string]>(
  'STINT_ERR_WEBHOOK_BODY',
  'The body cannot be read: %s.',
  400,
);
