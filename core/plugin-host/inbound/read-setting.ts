/** One value of settings, by JSON pointer; and whether the schema keeps a secret there. */
import {
  getOwn,
  isObject,
  isSecret,
  readPointer,
  type SettingsSchema,
} from '../../secrets/secret-fields.ts';

export function readSetting(config: Record<string, unknown>, pointer: string): unknown {
  return readPointer(pointer).reduce<unknown>(
    (node, step) => (isObject(node) ? getOwn(node, step) : undefined),
    config,
  );
}

export function isSecretSetting(schema: SettingsSchema, pointer: string): boolean {
  const field = readPointer(pointer).reduce<SettingsSchema | undefined>(
    (node, step) => getOwn(node?.properties, step),
    schema,
  );
  return isSecret(field);
}
