/**
 * What a package is, said before anything of it is on disk, and without running any of it: its
 * manifest, what it asks for, what it will be able to do. It refuses what could never start.
 */
import type { Manifest, PackageJson } from '@stint/plugin';
import semver from 'semver';
import { ERR_PLUGIN_MANIFEST } from '../errors.ts';
import { checkCompatibility, checkPackage } from '../manifest-check.ts';
import { ERR_PLUGIN_NOT_BUNDLED } from './errors.ts';
import type { PackageFiles } from './package-files.ts';

/** What the host brings along for every plugin. */
export const providedPackages = ['@stint/plugin', 'typebox'];
// It would run all the same, so this is what a person has to hear.
export const RIGHTS =
  'Its code runs inside Stint, with the rights of the server: it can read and change all data, files and secrets that Stint can. The permissions say what it means to do; they are no sandbox. Its cards can do in the page whatever the person who looks at them can.';

/** Of `package.json`, beside what the host reads of every plugin. */
interface RawPackage {
  scripts?: Record<string, unknown>;
  dependencies?: Record<string, unknown>;
  peerDependencies?: Record<string, unknown>;
  peerDependenciesMeta?: Record<string, { optional?: boolean }>;
}

export interface Inspection {
  package: PackageJson;
  /** Of npm, which are not run. */
  ignored_scripts: string[];
}

// npm runs these by itself when a package is installed.
const installScripts = ['preinstall', 'install', 'postinstall', 'prepare'];

/** @throws STINT_ERR_PLUGIN_MANIFEST, STINT_ERR_PLUGIN_INCOMPATIBLE, STINT_ERR_PLUGIN_NOT_BUNDLED */
export function inspectFiles(files: PackageFiles): Inspection {
  const text = files.read('package.json')?.toString('utf8');
  if (text === undefined) throw new ERR_PLUGIN_MANIFEST('there is no package.json');
  const raw = parse(text);
  const found = checkPackage(raw);
  checkCompatibility(found);
  if (semver.valid(found.version) !== found.version)
    throw new ERR_PLUGIN_MANIFEST(`/version must be a version (is ${found.version})`);
  const { entry, ui, migrations } = found.stint;
  for (const [field, path] of Object.entries({ entry, ui, migrations })) {
    if (path !== undefined && !files.has(path.replace(/^\.\//, '').replace(/\/$/, '')))
      throw new ERR_PLUGIN_MANIFEST(`/stint/${field} names ${path}, which is not inside`);
  }
  requireBundled(raw as RawPackage, files);
  const scripts = Object.keys((raw as RawPackage).scripts ?? {});
  return {
    package: found,
    ignored_scripts: scripts.filter((name) => installScripts.includes(name)),
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new ERR_PLUGIN_MANIFEST(`package.json: ${(error as Error).message}`);
  }
}

function requireBundled(raw: RawPackage, files: PackageFiles): void {
  const peers = Object.keys(raw.peerDependencies ?? {}).filter(
    (name) => raw.peerDependenciesMeta?.[name]?.optional !== true,
  );
  const missing = [...Object.keys(raw.dependencies ?? {}), ...peers].filter(
    (name) => !providedPackages.includes(name) && !files.read(`node_modules/${name}/package.json`),
  );
  if (missing.length > 0) throw new ERR_PLUGIN_NOT_BUNDLED([...new Set(missing)].join(', '));
}

/** What the new version asks for and the old one did not, a line each: `network api.github.com`. */
export function addedPermissions(next: PackageJson, now: PackageJson | undefined): string[] {
  const had = new Set(linesOf(now?.stint.permissions));
  return linesOf(next.stint.permissions).filter((line) => !had.has(line));
}

function linesOf({ data = [], network = [], secrets }: Manifest['permissions'] = {}): string[] {
  return [
    ...data.map((scope) => `data ${scope}`),
    ...network.map((host) => `network ${host}`),
    ...(secrets ? ['secrets'] : []),
  ];
}
