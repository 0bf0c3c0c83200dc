/** Secrets that the host makes: properties with `x-secret` and `x-generate` that have none, or whose old one was deleted. */
import { randomBytes } from 'node:crypto';
import { isObject, isSecret, type SettingsSchema } from '../../secrets/secret-fields.ts';
import type { Values } from '../settings/values.ts';

const BYTES = 32;

/** The input with what was made; of the top level only. In hex, which every service takes. */
export function generateSecrets(
  { properties = {} }: SettingsSchema,
  input: Values,
  storedPaths: readonly string[],
): { input: Values; generated: Record<string, string> } {
  const generated = Object.fromEntries(
    Object.entries(properties)
      .filter(([name, field]) => isSecret(field) && 'x-generate' in field && isMissing(name))
      .map(([name]) => [name, randomBytes(BYTES).toString('hex')]),
  );
  return { input: { ...input, ...generated }, generated };

  function isMissing(name: string): boolean {
    const sent = Object.hasOwn(input, name) ? input[name] : undefined;
    if (sent === null) return true;
    return (
      (sent === undefined || sent === '' || isObject(sent)) && !storedPaths.includes(`/${name}`)
    );
  }
}
