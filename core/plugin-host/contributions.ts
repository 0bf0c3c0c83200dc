/** What the code of a plugin takes part in, beside what its manifest says: the same, or every difference. */
import type { Manifest } from '@stint/plugin';

/** The kinds that `setup` registers. Cards, pages and commands are in the manifest alone: they are the page's. */
export const registeredKinds = [
  'events',
  'emits',
  'guards',
  'providers',
  'tasks',
  'crons',
  'routes',
  'webhooks',
] as const;
export type Contributions = Record<(typeof registeredKinds)[number], string[]>;

/** A text each, the field first; empty when the two say the same. Their order does not matter. */
export function compareContributions(
  { contributes = {} }: Manifest,
  registered: Contributions,
): string[] {
  return registeredKinds.flatMap((kind) => {
    const declared = contributes[kind] ?? [];
    const pointer = `/stint/contributes/${kind}`;
    return [
      ...registered[kind]
        .filter((name) => !declared.includes(name))
        .map((name) => `${pointer} lacks "${name}", which the code registers`),
      ...declared
        .filter((name) => !registered[kind].includes(name))
        .map((name) => `${pointer} has "${name}", which the code does not register`),
    ];
  });
}

/** The manifest with what the code registers in place of what it said. */
export function withContributions(manifest: Manifest, registered: Contributions): Manifest {
  const contributes: NonNullable<Manifest['contributes']> = { ...manifest.contributes };
  for (const kind of registeredKinds) {
    if (registered[kind].length > 0) contributes[kind] = registered[kind];
    else delete contributes[kind];
  }
  const { contributes: _old, ...rest } = manifest;
  return Object.keys(contributes).length > 0 ? { ...rest, contributes } : rest;
}
