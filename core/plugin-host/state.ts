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
] as const;

export type PluginState = (typeof pluginStates)[number];

/** In these states it serves routes, handles events and runs jobs. */
export function isRunning(state: PluginState): boolean {
  return state === 'active' || state === 'degraded';
}
