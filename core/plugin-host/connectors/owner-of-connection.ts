/** Under which name the secrets of a connection are kept. @param id the empty text for what such names begin with */
export function ownerOfConnection(pluginId: string, id: number | ''): string {
  return `plugin:${pluginId}:connection:${id}`;
}
