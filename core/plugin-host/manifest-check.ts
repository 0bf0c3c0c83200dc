/** Checks a plugin's `package.json` against the manifest's schema, without running any of its code. */
import { readFileSync } from 'node:fs';
import { PackageJson } from '@stint/plugin';
import { Ajv } from 'ajv';
import semver from 'semver';
import { ERR_PLUGIN_INCOMPATIBLE, ERR_PLUGIN_MANIFEST } from './errors.ts';
import { findReferenceFaults } from './manifest-references.ts';

const contract = new URL('../sdk/plugin/package.json', import.meta.url);

/** The version of the contract that this host speaks. */
export const contractVersion: string = JSON.parse(readFileSync(contract, 'utf8')).version;

const validate = new Ajv({ allErrors: true, strict: false }).compile(PackageJson);

/** @throws STINT_ERR_PLUGIN_MANIFEST naming each field and its value */
export function checkPackage(json: unknown): PackageJson {
  if (validate(json)) {
    const faults = findReferenceFaults(json.stint);
    if (faults.length > 0) throw new ERR_PLUGIN_MANIFEST(faults.join('; '));
    return json;
  }
  const faults = (validate.errors ?? []).map(({ instancePath, message, params }) => {
    const extra = params.additionalProperty ?? params.missingProperty;
    const path = extra === undefined ? instancePath : `${instancePath}/${extra}`;
    return `${path || '/'} ${message}${shown(json, path)}`;
  });
  throw new ERR_PLUGIN_MANIFEST([...new Set(faults)].join('; '));
}

/** @throws STINT_ERR_PLUGIN_INCOMPATIBLE */
export function checkCompatibility({ engines }: PackageJson): void {
  if (!semver.satisfies(contractVersion, engines.stint)) {
    throw new ERR_PLUGIN_INCOMPATIBLE(engines.stint, contractVersion);
  }
}

function shown(json: unknown, path: string): string {
  let value: unknown = json;
  for (const key of path.split('/').slice(1))
    value = (value as Record<string, unknown> | undefined)?.[key];
  return value === undefined || typeof value === 'object' ? '' : ` (is ${JSON.stringify(value)})`;
}
