/** Which plugins could not run under another version of the contract. Reads manifests, runs nothing. */
import type { PackageJson } from '@stint/plugin';
import semver from 'semver';
import type { Found } from '../discover.ts';
import { ERR_PLUGIN_INCOMPATIBLE } from '../errors.ts';
import { contractVersion } from '../manifest-check.ts';
import { orderPlugins } from '../order.ts';
import { ERR_UPGRADE_CHECK } from './errors.ts';
import type { UpgradeReport } from './schema.ts';

/** @throws STINT_ERR_UPGRADE_CHECK where that is no version */
export function checkUpgrade(found: readonly Found[], contract: string): UpgradeReport {
  if (!semver.valid(contract))
    throw new ERR_UPGRADE_CHECK(`"${contract}" is no version: write it as 2.0.0.`);
  const now = judge(found, contractVersion);
  const then = judge(found, contract);
  const data = found
    .filter((one): one is Found & { package: PackageJson } => one.package !== undefined)
    .map(({ id, package: { version, engines, stint } }) => {
      const [before, after] = [now.get(id), then.get(id)];
      return {
        id,
        display_name: stint.displayName,
        version,
        needs_contract: engines.stint,
        verdict: after
          ? before
            ? ('cannot_run' as const)
            : ('stops' as const)
          : before
            ? ('could_run' as const)
            : ('runs' as const),
        reason: (after ?? before)?.message ?? null,
      };
    })
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  const stops = data.filter(({ verdict }) => verdict === 'stops').length;
  return { contract: { current: contractVersion, target: contract }, stops, data };
}

/** The fault of each that cannot run, also for want of another one. */
function judge(found: readonly Found[], contract: string): Map<string, Error> {
  const judged = found.map(({ id, folder, package: json, fault }): Found => {
    const isCompatible = json && semver.satisfies(contract, json.engines.stint);
    // Whatever else is wrong with it stays wrong.
    const other = fault instanceof ERR_PLUGIN_INCOMPATIBLE ? undefined : fault;
    const mine = isCompatible
      ? other
      : new ERR_PLUGIN_INCOMPATIBLE(json?.engines.stint ?? '', contract);
    return { id, folder, package: json, ...((mine ?? other) && { fault: mine ?? other }) };
  });
  return new Map(
    orderPlugins(judged).flatMap(({ id, fault }) => (fault ? [[id, fault] as const] : [])),
  );
}
