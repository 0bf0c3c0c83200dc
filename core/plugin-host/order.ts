/** Which plugin starts before which. A missing dependency or a cycle is a fault of those plugins alone. */
import semver from 'semver';
import type { Found } from './discover.ts';
import { ERR_PLUGIN_ALIAS, ERR_PLUGIN_DEPENDENCY, ERR_PLUGIN_DUPLICATE } from './errors.ts';

/** The same plugins, dependencies first; faults are written on those that have one. */
export function orderPlugins(all: readonly Found[]): Found[] {
  // One that can be read goes before one that only happens to lie in a folder of that name.
  const found = all.toSorted((a, b) => Number(!a.package) - Number(!b.package));
  const byId = new Map<string, Found>();
  for (const plugin of found) {
    const first = byId.get(plugin.id);
    if (!first) byId.set(plugin.id, plugin);
    else plugin.fault ??= new ERR_PLUGIN_DUPLICATE(first.folder);
  }
  const owners = new Map<string, string>();
  for (const plugin of found) {
    for (const alias of plugin.package?.stint.aliases ?? []) {
      const owner = owners.get(alias);
      if (owner !== undefined) plugin.fault ??= new ERR_PLUGIN_ALIAS(alias, owner);
      else if (!plugin.fault) owners.set(alias, plugin.id);
    }
  }
  const ordered: Found[] = [];
  const visiting = new Set<string>();

  function visit(plugin: Found, path: string[]): void {
    if (ordered.includes(plugin)) return;
    visiting.add(plugin.id);
    for (const [id, range] of Object.entries(plugin.package?.stint.dependencies ?? {})) {
      plugin.fault ??= dependencyFault(
        id,
        range,
        byId.get(id),
        visiting.has(id) ? [...path, plugin.id, id] : undefined,
      );
      const dependency = byId.get(id);
      if (dependency && !visiting.has(id)) visit(dependency, [...path, plugin.id]);
      if (dependency?.fault)
        plugin.fault ??= new ERR_PLUGIN_DEPENDENCY(
          `It needs the plugin ${id}, which cannot start.`,
        );
    }
    visiting.delete(plugin.id);
    ordered.push(plugin);
  }

  for (const plugin of found) visit(plugin, []);
  return ordered;
}

function dependencyFault(
  id: string,
  range: string,
  dependency: Found | undefined,
  cycle?: string[],
): Error | undefined {
  if (cycle) return new ERR_PLUGIN_DEPENDENCY(`Dependencies go round: ${cycle.join(' → ')}.`);
  if (!dependency?.package)
    return new ERR_PLUGIN_DEPENDENCY(`It needs the plugin ${id}, which is not here.`);
  const { version } = dependency.package;
  if (semver.satisfies(version, range)) return undefined;
  return new ERR_PLUGIN_DEPENDENCY(
    `It needs the plugin ${id} in version ${range}; ${version} is here.`,
  );
}
