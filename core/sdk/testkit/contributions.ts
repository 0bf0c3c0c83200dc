/**
 * What a plugin's code registers, by running its set-up once on a real core: the only one who knows is
 * the set-up itself. Whether the manifest says the same is for others to compare.
 */
import type { PackageJson } from '@stint/plugin';
import { loadConfig } from '../../config.ts';
import { makeLogger } from '../../infra/logger.ts';
import type { Contributions } from '../../plugin-host/contributions.ts';
import { discoverPlugins } from '../../plugin-host/discover.ts';
import { HostMetrics } from '../../plugin-host/host-metrics.ts';
import { endRun, launchPlugin } from '../../plugin-host/launch.ts';
import { defaultLimits } from '../../plugin-host/limits.ts';
import { SecretMemory } from '../../plugin-host/secret-memory.ts';
import { generateKey } from '../../secrets/key-ring.ts';
import { openKeyRing } from '../../secrets/open-key-ring.ts';
import { bootCore } from './core-app.ts';

const nowhere = '/nowhere';

export interface Registered {
  package: PackageJson;
  contributions: Contributions;
}

/** @throws what keeps the plugin from registering: a wrong manifest, or what its set-up throws */
export async function readContributions(folder: string): Promise<Registered> {
  const [found] = await discoverPlugins(nowhere, [folder]);
  if (!found?.package || found.fault) throw found?.fault;
  const { app, db, clock, stop } = await bootCore();
  try {
    const config = loadConfig({});
    const log = makeLogger({ LOG_LEVEL: 'silent' });
    const keys = await openKeyRing({ SECRET_KEY: generateKey(), DATA_DIR: nowhere }, db);
    const deps = { config, db, clock, log, keys, metrics: new HostMetrics(), app: () => app };
    let contributions: Contributions | undefined;
    const complain = () => {};
    try {
      const run = await launchPlugin(deps, found, {
        limits: defaultLimits,
        secrets: new SecretMemory(),
        abort: new AbortController(),
        generation: 1,
        onStep: async () => {},
        onDefinition: () => {},
        onRegistered: (registered) => {
          contributions = registered;
        },
        degrade: complain,
        complain,
      });
      await endRun(found.id, run, defaultLimits.stopMs, complain);
    } catch (error) {
      // That the manifest says something else is why this was asked.
      if (!contributions) throw error;
    }
    if (!contributions) throw new Error(`${found.id} did not come to its set-up.`);
    return { package: found.package, contributions };
  } finally {
    await stop();
  }
}
