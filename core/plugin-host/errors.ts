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
  'It registers %s "%s", which its manifest does not declare.',
  500,
);
export const ERR_PLUGIN_UNREGISTERED = createError<[string, string]>(
  'STINT_ERR_PLUGIN_UNREGISTERED',
  'Its manifest declares %s "%s", which it does not register.',
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
  'The payload of the task %s is wrong: %s',
  422,
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
