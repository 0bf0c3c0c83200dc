/** Imports a plugin's entry, and checks that it is one. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { PluginDefinition } from '@stint/plugin';
import { checkSecretSchema } from '../secrets/secret-fields.ts';
import type { Found } from './discover.ts';
import { ERR_PLUGIN_MANIFEST } from './errors.ts';

/** @param generation how often it was imported: a module is imported once for each address */
export async function loadDefinition(found: Found, generation: number): Promise<PluginDefinition> {
  const entry = found.package?.stint.entry as string;
  const url = pathToFileURL(join(found.folder, entry));
  // This makes a new start see a new file.
  if (generation > 1) url.searchParams.set('start', String(generation));
  const module = await import(url.href);
  const definition: PluginDefinition | undefined = module.default;
  if (typeof definition?.setup !== 'function') {
    throw new ERR_PLUGIN_MANIFEST(`${entry} does not export definePlugin({ setup }) by default`);
  }
  for (const schema of Object.values(definition.settings ?? {})) checkSecretSchema(schema);
  return definition;
}
