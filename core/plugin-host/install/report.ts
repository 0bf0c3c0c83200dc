/** What a person has to see of a package before they say yes. */
import type { PackageJson } from '@stint/plugin';
import { contractVersion } from '../manifest-check.ts';
import { addedPermissions, RIGHTS } from './inspect.ts';
import type { Examined } from './receive.ts';
import type { InstallReport } from './schema.ts';

export type { InstallReport };

/** @param current the version in whose place it would come */
export function describeExamined(
  { inspection, files, fingerprint }: Examined,
  current: PackageJson | undefined,
): InstallReport {
  const { package: json, ignored_scripts } = inspection;
  const { id, displayName, description = null, permissions = {} } = json.stint;
  return {
    dry_run: true,
    id,
    version: json.version,
    display_name: displayName,
    description,
    sha256: fingerprint,
    files: files.size,
    bytes: files.bytes,
    needs_contract: json.engines.stint,
    contract: contractVersion,
    permissions,
    added_permissions: addedPermissions(json, current),
    rights: RIGHTS,
    ignored_scripts,
    manifest: json.stint,
    current_version: current?.version ?? null,
  };
}
