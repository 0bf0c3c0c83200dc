/** The states of a plugin, and what they mean to a person. */

export const pluginStates = [
  'discovered',
  'incompatible',
  'disabled',
  'migrating',
  'starting',
  'needs_config',
  'active',
  'degraded',
  'failed',
  'stopping',
  'uninstalled',
  'purged',
] as const;

export type PluginState = (typeof pluginStates)[number];

/** Somebody wants it so: nothing waits for it. */
export function isOff(state: PluginState): boolean {
  return state === 'disabled' || state === 'uninstalled' || state === 'purged';
}

/** In these states it serves routes, handles events and runs jobs. */
export function isRunning(state: PluginState): boolean {
  return state === 'active' || state === 'degraded';
}
