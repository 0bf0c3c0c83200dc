/** Under which name the secrets of a connection are kept. */
export function ownerOfConnection(pluginId: string, id: number): string {
  return `plugin:${pluginId}:connection:${id}`;
}
