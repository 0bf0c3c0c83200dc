/** Codes of installing plugins. */
import createError from '@fastify/error';

export const ERR_PLUGIN_ARCHIVE = createError<[string]>(
  'STINT_ERR_PLUGIN_ARCHIVE',
  'This is no plugin that can be unpacked: %s',
  422,
);
export const ERR_PLUGIN_NOT_BUNDLED = createError<[string]>(
  'STINT_ERR_PLUGIN_NOT_BUNDLED',
  'It depends on %s, which is not inside. Nothing is downloaded here: bundle it into the plugin, or put it into the package by "bundleDependencies".',
  422,
);
export const ERR_PLUGIN_HASH = createError<[string, string]>(
  'STINT_ERR_PLUGIN_HASH',
  'Its SHA-256 is %s, and not %s: this is another file than the one that was looked at.',
  422,
);
export const ERR_PLUGIN_UNCONFIRMED = createError<[string]>(
  'STINT_ERR_PLUGIN_UNCONFIRMED',
  'Confirm what was looked at: send its SHA-256 along (%s).',
  422,
);
export const ERR_PLUGIN_ID_TAKEN = createError<[string, string]>(
  'STINT_ERR_PLUGIN_ID_TAKEN',
  'There is a plugin %s in %s, which is not installed but found there: take it away first.',
  409,
);
export const ERR_PLUGIN_VERSION_TAKEN = createError<[string, string]>(
  'STINT_ERR_PLUGIN_VERSION_TAKEN',
  'Version %s of %s is here with another content. A version never changes: give this one a new number.',
  409,
);
export const ERR_PLUGIN_VERSION_UNKNOWN = createError<[string, string]>(
  'STINT_ERR_PLUGIN_VERSION_UNKNOWN',
  'There is no version %s of %s to go to.',
  422,
);
export const ERR_PLUGIN_NOT_SWAPPED = createError<[string, string, string]>(
  'STINT_ERR_PLUGIN_NOT_SWAPPED',
  'Version %s could not start, so %s goes on: %s',
  422,
);
export const ERR_PLUGIN_FILES = createError<[string]>('STINT_ERR_PLUGIN_FILES', '%s', 422);
export const ERR_PLUGIN_COMMAND = createError<[string]>('STINT_ERR_PLUGIN_COMMAND', '%s', 500);
