/** Imports a plugin's entry, and checks that it is one. */
import { realpath } from 'node:fs/promises';
import { join } from 'node:path';
import type { PluginDefinition } from '@stint/plugin';
import { checkSecretSchema } from '../secrets/secret-fields.ts';
import type { Found } from './discover.ts';
import { ERR_PLUGIN_MANIFEST } from './errors.ts';
import { moduleOf } from './module-realm.ts';

/** @param generation which start of this process it is: each sees the files as they are then */
export async function loadDefinition(found: Found, generation: number): Promise<PluginDefinition> {
  const entry = found.package?.stint.entry as string;
  const folder = await realpath(found.folder);
  const module = await import(moduleOf(join(folder, entry), folder, generation));
  const definition: PluginDefinition | undefined = module.default;
  if (typeof definition?.setup !== 'function') {
    throw new ERR_PLUGIN_MANIFEST(`${entry} does not export definePlugin({ setup }) by default`);
  }
  for (const schema of Object.values(definition.settings ?? {})) checkSecretSchema(schema);
  return definition;
}
