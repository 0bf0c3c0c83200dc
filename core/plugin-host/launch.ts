/**
 * One start of one version of a plugin: migrations, import, settings, set-up, routes, in that order,
 * each within its time. What it makes is not in use yet: whoever asked for it decides that.
 */
import { join } from 'node:path';
import type { Manifest, PluginContext, PluginDefinition } from '@stint/plugin';
import type { FastifyInstance } from 'fastify';
import type { ActivePlugin } from './connectors/active-plugin.ts';
import { addSurfaces } from './connectors/surfaces.ts';
import { makeContext } from './context/make-context.ts';
import type { Contributions } from './contributions.ts';
import { withDeadline } from './deadline.ts';
import type { Found } from './discover.ts';
import { ERR_PLUGIN_UNAVAILABLE } from './errors.ts';
import type { HostDeps } from './host-deps.ts';
import type { Limits } from './limits.ts';
import { loadDefinition } from './load.ts';
import { migratePlugin } from './migrations.ts';
import { buildMount } from './mount.ts';
import { readOauthClient } from './oauth/client.ts';
import { Oauth } from './oauth/oauth.ts';
import { runAs } from './owner.ts';
import { Registrations } from './registrations.ts';
import type { SecretMemory } from './secret-memory.ts';
import { migrateSettings } from './settings/migrate.ts';
import { readTranslations } from './translations.ts';

/** What exists only while the plugin runs. */
export interface Run {
  definition: PluginDefinition;
  registrations: Registrations;
  context: PluginContext;
  abort: AbortController;
  mount: FastifyInstance;
  /** As the host's own routes and jobs for it see it. */
  surfaces: ActivePlugin;
  timings: Timings;
}

/** Milliseconds of each step of a start. */
export type Timings = Partial<
  Record<'migration' | 'import' | 'settings' | 'set-up' | 'routes', number>
>;

export interface Launch {
  limits: Limits;
  secrets: SecretMemory;
  /** Gives the start up, and later ends what it made. */
  abort: AbortController;
  /** Which start of this process it is: a module is imported once for each. */
  generation: number;
  onStep: (step: 'migrating' | 'starting') => Promise<void>;
  /** Also of a start that fails later: what is missing may be a setting, whose form comes from it. */
  onDefinition: (definition: PluginDefinition) => void;
  /** What it registers, also where the manifest says something else. */
  onRegistered?: (contributions: Contributions) => void;
  degrade: (thrown: unknown) => void;
  /** What failed while it was thrown away. */
  complain: (thrown: unknown) => void;
}

/** @throws what the plugin throws, or that it took too long; nothing of it is left then */
export async function launchPlugin(deps: HostDeps, found: Found, launch: Launch): Promise<Run> {
  const manifest = found.package?.stint;
  if (!manifest) throw found.fault;
  const { id } = manifest;
  const { limits, secrets, abort, degrade } = launch;
  let registrations = new Registrations(manifest);
  const timings: Timings = {};
  let mount: Promise<FastifyInstance> | undefined;
  async function within<T>(what: keyof Timings, work: () => T | Promise<T>): Promise<T> {
    const ms = what === 'migration' ? limits.migrationMs : limits.setupMs;
    const from = performance.now();
    try {
      return await withDeadline(`The ${what} of ${id}`, ms, () => runAs(id, work), abort.signal);
    } finally {
      timings[what] = Math.round(performance.now() - from);
    }
  }
  try {
    await launch.onStep('migrating');
    const folder = manifest.migrations && join(found.folder, manifest.migrations);
    await within('migration', () => migratePlugin(deps.db, id, folder));
    await launch.onStep('starting');
    const definition = await within('import', () => loadDefinition(found, launch.generation));
    launch.onDefinition(definition);
    const translations = await readTranslations(found);
    await within('settings', async () => {
      await secrets.learnStored(deps.db, deps.keys, id);
      await migrateSettings(deps, found, definition);
    });
    registrations = new Registrations(manifest, definition.emits);
    const { signal } = abort;
    const schemas = definition.settings;
    const oauth = makeOauth(deps, manifest, secrets, registrations);
    const context = makeContext(deps, {
      oauth,
      manifest,
      registrations,
      schemas,
      translations,
      signal,
      secrets,
    });
    await within('set-up', () => definition.setup(context));
    launch.onRegistered?.(registrations.contributions());
    registrations.requireDeclared();
    const surfaces: ActivePlugin = {
      id,
      deps,
      definition,
      context,
      webhooks: registrations.webhooks,
      provideOptions: registrations.providers.get('options'),
      schema: schemas?.connection ?? { type: 'object' },
      settingsVersion: manifest.settingsVersion ?? 1,
      ...(oauth && { oauth }),
      secrets,
      degrade,
    };
    await within('routes', () => {
      const { openRequests } = limits;
      mount = buildMount(deps, id, registrations.routes, degrade, openRequests, (app) =>
        addSurfaces(app, surfaces),
      );
      return mount;
    });
    const built = (await mount) as unknown as FastifyInstance;
    signal.throwIfAborted();
    return { definition, registrations, context, abort, mount: built, surfaces, timings };
  } catch (error) {
    abort.abort();
    await registrations.dispose(launch.complain);
    // Also one that is built only after its time.
    void mount?.then((late) => late.close()).catch(() => {});
    throw error;
  }
}

/** @throws ConfigError */
function makeOauth(
  deps: HostDeps,
  manifest: Manifest,
  secrets: SecretMemory,
  registrations: Registrations,
): Oauth | undefined {
  const client = readOauthClient(manifest, deps.config);
  if (!client) return undefined;
  const oauth = new Oauth(deps, manifest.id, client, secrets);
  registrations.onDispose(() => oauth.close());
  return oauth;
}

/** Tells it to stop and frees what it registered. Never rejects. */
export async function endRun(
  id: string,
  { abort, registrations, mount }: Run,
  stopMs: number,
  complain: (thrown: unknown) => void,
): Promise<void> {
  abort.abort(new ERR_PLUGIN_UNAVAILABLE(id, 'being stopped'));
  await withDeadline(`Stopping ${id}`, stopMs, async () => {
    await runAs(id, () => registrations.dispose(complain));
    await mount.close();
  }).catch(complain);
}
