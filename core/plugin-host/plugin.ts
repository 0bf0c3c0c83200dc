/**
 * One plugin in this process: its state, and the steps from found to running and back. Whatever fails
 * here fails this plugin alone, and is kept for people to see.
 */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { PluginContext, PluginDefinition, SettingsSchemas } from '@stint/plugin';
import { ConfigError, NotReady } from '@stint/plugin';
import type { FastifyInstance } from 'fastify';
import { checkSecretSchema } from '../secrets/secret-fields.ts';
import { makeContext } from './context/make-context.ts';
import { withDeadline } from './deadline.ts';
import type { Found } from './discover.ts';
import { ERR_PLUGIN_CRASH_LOOP, ERR_PLUGIN_MANIFEST } from './errors.ts';
import type { HostDeps } from './host-deps.ts';
import { migratePlugin } from './migrations.ts';
import { buildMount } from './mount.ts';
import { countCrash, markStarting, noteDiscovered, noteState } from './plugin-record.ts';
import { Registrations } from './registrations.ts';
import { isRunning, type PluginState } from './state.ts';
import { replaceSubscriptions } from './subscriptions.ts';

const SETUP_MS = 10_000;
const STOP_MS = 5_000;
const MAX_CRASHES = 3;

/** What exists only while the plugin runs. */
interface Run {
  definition: PluginDefinition;
  registrations: Registrations;
  context: PluginContext;
  abort: AbortController;
  mount: FastifyInstance;
}

export class Plugin {
  readonly id: string;
  readonly found: Found;
  readonly #deps: HostDeps;
  #state: PluginState = 'discovered';
  #run: Run | undefined;
  // Kept when the set-up fails: what is missing may be a setting, whose form comes from here.
  #definition: PluginDefinition | undefined;
  #generation = 0;

  constructor(deps: HostDeps, found: Found) {
    this.#deps = deps;
    this.found = found;
    this.id = found.id;
  }

  get state(): PluginState {
    return this.#state;
  }

  /** What it registered, while it runs. */
  get run(): Run | undefined {
    return isRunning(this.#state) ? this.#run : undefined;
  }

  /** The schema of what people can set in that scope, while it runs. */
  settingsSchema(scope: keyof SettingsSchemas): object | undefined {
    return this.#definition?.settings?.[scope];
  }

  /** Starts it if it may: wanted, sound, and not the reason why the process keeps ending. */
  async start({ safeMode = false } = {}): Promise<void> {
    const record = await noteDiscovered(this.#deps.db, this.id, this.found.package);
    if (this.found.fault) return this.#fail(this.found.fault);
    if (!record.enabled || safeMode) return this.#enter('disabled');
    if (record.starting_since) {
      const crashes = await countCrash(this.#deps.db, this.id);
      if (crashes >= MAX_CRASHES) return this.#fail(new ERR_PLUGIN_CRASH_LOOP(crashes));
    }
    await this.#startNow();
  }

  async #startNow(): Promise<void> {
    const { db } = this.#deps;
    const manifest = this.found.package?.stint;
    if (!manifest) return;
    const registrations = new Registrations(manifest);
    const abort = new AbortController();
    try {
      await this.#enter('migrating');
      await migratePlugin(
        db,
        this.id,
        manifest.migrations && join(this.found.folder, manifest.migrations),
      );
      await this.#enter('starting');
      await markStarting(db, this.id, true);
      const definition = await this.#load(manifest.entry);
      this.#definition = definition;
      const context = makeContext(this.#deps, {
        manifest,
        registrations,
        signal: abort.signal,
        redact: (text) => text,
      });
      await withDeadline(`The set-up of ${this.id}`, SETUP_MS, () => definition.setup(context));
      registrations.requireAll();
      const mount = await withDeadline(`The routes of ${this.id}`, SETUP_MS, () =>
        buildMount(this.#deps, this.id, registrations.routes, (error) => this.degrade(error)),
      );
      await replaceSubscriptions(db, this.id, registrations.subscriptions);
      this.#run = { definition, registrations, context, abort, mount };
      await this.#enter('active');
    } catch (error) {
      abort.abort();
      await registrations.dispose((fault) =>
        this.#deps.log.warn({ err: fault, plugin: this.id }, 'disposing failed'),
      );
      await this.#fail(error as Error);
    } finally {
      await markStarting(db, this.id, false);
    }
  }

  async #load(entry: string): Promise<PluginDefinition> {
    this.#generation += 1;
    const url = pathToFileURL(join(this.found.folder, entry));
    // A module is imported once for each address: this makes a new start see a new file.
    if (this.#generation > 1) url.searchParams.set('start', String(this.#generation));
    const module = await withDeadline(`The import of ${this.id}`, SETUP_MS, () => import(url.href));
    if (typeof module.default?.setup !== 'function') {
      throw new ERR_PLUGIN_MANIFEST(`${entry} does not export definePlugin({ setup }) by default`);
    }
    for (const schema of Object.values(module.default.settings ?? {}))
      checkSecretSchema(schema as object);
    return module.default;
  }

  /** What an administrator decided; acts at once. */
  async enable(): Promise<void> {
    if (this.run) return;
    await this.#deps
      .db('plugins')
      .where({ id: this.id })
      .update({ enabled: true, crashes: 0, last_error: null });
    await this.start();
  }

  async disable(): Promise<void> {
    await this.#deps.db('plugins').where({ id: this.id }).update({ enabled: false });
    await this.stop('disabled');
    await replaceSubscriptions(this.#deps.db, this.id, []);
  }

  /** After a change of its settings. */
  async restart(): Promise<void> {
    if (this.run) await this.stop('discovered');
    await this.start();
  }

  /** Says good-bye, if it can. */
  async uninstall(dropsData: boolean): Promise<void> {
    const run = this.run;
    if (run && dropsData) {
      await withDeadline(`The farewell of ${this.id}`, STOP_MS, () =>
        run.definition.onUninstall?.(run.context),
      ).catch((error) =>
        this.#deps.log.warn({ err: error, plugin: this.id }, 'uninstalling failed'),
      );
    }
    await this.disable();
    this.#state = 'uninstalled';
  }

  /** Stops it and frees what it registered; `next` says why. */
  async stop(next: PluginState = 'disabled'): Promise<void> {
    const run = this.#run;
    this.#run = undefined;
    if (!run) return this.#enter(next);
    await this.#enter('stopping');
    run.abort.abort();
    const complain = (error: unknown) =>
      this.#deps.log.warn({ err: error, plugin: this.id }, 'stopping failed');
    await withDeadline(`Stopping ${this.id}`, STOP_MS, async () => {
      await run.registrations.dispose(complain);
      await run.mount.close();
    }).catch(complain);
    await this.#enter(next);
  }

  /** Something of it failed while it ran: it goes on, and people see that. */
  degrade(error: Error): void {
    this.#deps.log.warn({ err: error, plugin: this.id }, 'a plugin failed');
    if (this.#state !== 'active' && this.#state !== 'degraded') return;
    void this.#enter('degraded', error).catch(() => {});
  }

  async #fail(error: Error): Promise<void> {
    const code = (error as { code?: string }).code;
    this.#deps.log.error({ err: error, plugin: this.id }, 'a plugin could not start');
    if (code === 'STINT_ERR_PLUGIN_INCOMPATIBLE') return this.#enter('incompatible', error);
    if (error instanceof ConfigError || error instanceof NotReady)
      return this.#enter('needs_config', error);
    await this.#enter('failed', error);
  }

  async #enter(state: PluginState, error?: Error): Promise<void> {
    this.#state = state;
    await noteState(this.#deps.db, this.id, state, error && describe(error));
  }
}

function describe(error: Error): string {
  const { code } = error as { code?: string };
  return code ? `${error.message} [${code}]` : error.message || String(error);
}
