/**
 * One plugin in this process: its state, and the steps from found to running and back, one at a time.
 * Whatever fails here fails this plugin alone, and is kept for people to see.
 */
import { join } from 'node:path';
import type { PluginContext, PluginDefinition, SettingsSchemas } from '@stint/plugin';
import { ConfigError, NotReady } from '@stint/plugin';
import type { FastifyInstance } from 'fastify';
import type { ActivePlugin } from './connectors/active-plugin.ts';
import { addSurfaces, startSurfaces } from './connectors/surfaces.ts';
import { makeContext } from './context/make-context.ts';
import { withDeadline } from './deadline.ts';
import type { Found } from './discover.ts';
import { ERR_PLUGIN_CRASH_LOOP, ERR_PLUGIN_UNAVAILABLE } from './errors.ts';
import { describeFault, logFault, toFault } from './fault.ts';
import type { HostDeps } from './host-deps.ts';
import type { Limits } from './limits.ts';
import { loadDefinition } from './load.ts';
import { migratePlugin } from './migrations.ts';
import { buildMount } from './mount.ts';
import { runAs } from './owner.ts';
import { decide, noteDiscovered, StateNotes } from './plugin-record.ts';
import type { Processes } from './processes.ts';
import { Registrations } from './registrations.ts';
import { SecretMemory } from './secret-memory.ts';
import { migrateSettings } from './settings/migrate.ts';
import { isRunning, type PluginState } from './state.ts';
import { replaceSubscriptions } from './subscriptions.ts';

const MAX_CRASHES = 3;
const MAX_RETRY_SECONDS = 3600;

/** What exists only while the plugin runs. */
interface Run {
  definition: PluginDefinition;
  registrations: Registrations;
  context: PluginContext;
  abort: AbortController;
  mount: FastifyInstance;
  /** As the host's own routes and jobs for it see it. */
  surfaces: ActivePlugin;
}

/** What the host tells its plugins. */
export interface PluginSurroundings {
  processes: Processes;
  limits: Limits;
  /** It must not start here, whatever an administrator decided. */
  isHeld: (plugin: Plugin) => boolean;
  /** What it depends on and does not run. */
  missingDependency: (plugin: Plugin) => Error | undefined;
}

export class Plugin {
  readonly id: string;
  readonly found: Found;
  /** Its secrets, to be taken out of what it says. */
  readonly secrets = new SecretMemory();
  readonly #deps: HostDeps;
  readonly #surroundings: PluginSurroundings;
  readonly #notes: StateNotes;
  #state: PluginState = 'discovered';
  #run: Run | undefined;
  // Kept when the set-up fails: what is missing may be a setting, whose form comes from here.
  #definition: PluginDefinition | undefined;
  #generation = 0;
  #turn: Promise<unknown> = Promise.resolve();
  #starting: AbortController | undefined;
  /** Stops that were asked for and are not done: a start before them is not worth while. */
  #stopsAhead = 0;
  #retry: NodeJS.Timeout | undefined;
  #followed = 0;
  #deciding: Promise<unknown> = Promise.resolve();
  #lastFaultAt = 0;
  #isLeaving = false;
  /** What failed beside the set-up, which went well. */
  #earlyFault: { thrown: unknown } | undefined;

  constructor(deps: HostDeps, found: Found, surroundings: PluginSurroundings) {
    this.#deps = deps;
    this.#surroundings = surroundings;
    this.found = found;
    this.id = found.id;
    this.#notes = new StateNotes(deps.db, this.id, (error) => this.#log('warn', error, 'a state'));
  }

  get state(): PluginState {
    return this.#state;
  }

  /** What it registered, while it runs. */
  get run(): Run | undefined {
    return isRunning(this.#state) ? this.#run : undefined;
  }

  /** It runs, and nobody asked it to stop. */
  get isStaying(): boolean {
    return this.run !== undefined && this.#stopsAhead === 0;
  }

  get generation(): number {
    return this.#generation;
  }

  /** The number of the last decision that it followed here; waits for one that is being made here. */
  async readFollowed(): Promise<number> {
    await this.#deciding;
    return this.#followed;
  }

  get lastFaultAt(): number {
    return this.#lastFaultAt;
  }

  /** The schema of what people can set in that scope, once it was loaded. */
  settingsSchema(scope: keyof SettingsSchemas): object | undefined {
    return this.#definition?.settings?.[scope];
  }

  /** Starts it if it may: wanted, sound, and not the reason why the process keeps ending. */
  start(): Promise<void> {
    return this.#inTurn(() => this.#start());
  }

  /** Stops it and frees what it registered; `next` says why. A start that is under way is given up. */
  stop(next: PluginState = 'disabled', error?: Error): Promise<void> {
    this.#stopsAhead += 1;
    this.#starting?.abort(new ERR_PLUGIN_UNAVAILABLE(this.id, 'being stopped'));
    return this.#inTurn(async () => {
      this.#stopsAhead -= 1;
      await this.#stop(next, error);
    });
  }

  /** The process ends: what is shown stays, for others may run it. */
  leave(): Promise<void> {
    this.#isLeaving = true;
    return this.stop('discovered');
  }

  /** What an administrator decided; acts at once. */
  async enable(): Promise<void> {
    if (this.isStaying) return;
    const columns = { enabled: true, crashes: 0, last_error: null, uninstalled_at: null };
    await this.#decide(columns);
    await this.start();
  }

  async disable(): Promise<void> {
    await this.#decide({ enabled: false });
    await this.stop('disabled');
    await replaceSubscriptions(this.#deps.db, this.id, []);
  }

  /** After a change of its settings. */
  async restart(): Promise<void> {
    await this.#decide();
    await this.stop('discovered');
    await this.start();
  }

  /** Says good-bye, if it can. */
  async uninstall(dropsData: boolean): Promise<void> {
    const run = this.run;
    if (run && dropsData) {
      await withDeadline(`The farewell of ${this.id}`, this.#surroundings.limits.stopMs, () =>
        runAs(this.id, () => run.definition.onUninstall?.(run.context)),
      ).catch((error) => this.#log('warn', error, 'uninstalling failed'));
    }
    await this.disable();
    this.#state = 'uninstalled';
  }

  /** What was decided in another process was done here. */
  noteFollowed(decision: number): void {
    this.#followed = Math.max(this.#followed, decision);
  }

  /** Something of it failed while it ran: it goes on, and people see that. */
  degrade(thrown: unknown): void {
    const now = Date.now();
    // A flood of faults is a line a second.
    if (now - this.#lastFaultAt >= 1000) this.#log('warn', thrown, 'a plugin failed');
    this.#lastFaultAt = now;
    if (this.run) void this.#enter('degraded', thrown);
    else if (this.#starting) this.#earlyFault = { thrown };
  }

  /** Nothing failed for a while. */
  recover(): void {
    if (this.#state === 'degraded') void this.#enter('active');
  }

  /** Its part of the diagnostics, without secrets. */
  async diagnostics(): Promise<unknown> {
    const run = this.run;
    if (!run?.definition.diagnostics) return null;
    const told = await withDeadline(
      `The diagnostics of ${this.id}`,
      this.#surroundings.limits.answerMs,
      () => runAs(this.id, () => run.definition.diagnostics?.(run.context)),
    );
    return JSON.parse(this.secrets.redact(JSON.stringify(told ?? null)));
  }

  async #decide(columns: Parameters<typeof decide>[2] = {}): Promise<void> {
    const deciding = decide(this.#deps.db, this.id, columns).then((decision) =>
      this.noteFollowed(decision),
    );
    this.#deciding = deciding.catch(() => {});
    await deciding;
  }

  async #start(): Promise<void> {
    if (this.#stopsAhead > 0 || this.#run) return;
    clearTimeout(this.#retry);
    const { db } = this.#deps;
    const { isHeld, missingDependency, processes } = this.#surroundings;
    try {
      const record = await noteDiscovered(db, this.id, this.found.package);
      this.noteFollowed(record.decision);
      if (this.found.fault) return await this.#fail(this.found.fault);
      if (!record.enabled || isHeld(this)) return await this.#enter('disabled');
      if (record.crashes >= MAX_CRASHES)
        return await this.#fail(new ERR_PLUGIN_CRASH_LOOP(record.crashes));
      const missing = missingDependency(this);
      if (missing) return await this.#fail(missing);
      await processes.markStarting(this.id, true);
      await this.#startNow();
      if (record.crashes > 0) await db('plugins').where({ id: this.id }).update({ crashes: 0 });
    } catch (error) {
      await this.#fail(error);
    } finally {
      await processes.markStarting(this.id, false).catch(() => {});
    }
  }

  async #startNow(): Promise<void> {
    const manifest = this.found.package?.stint;
    if (!manifest) return;
    const deps = this.#deps;
    const { setupMs, migrationMs } = this.#surroundings.limits;
    const registrations = new Registrations(manifest);
    const abort = new AbortController();
    this.#starting = abort;
    this.#earlyFault = undefined;
    let mount: Promise<FastifyInstance> | undefined;
    const within = <T>(what: string, ms: number, work: () => T | Promise<T>) =>
      withDeadline(`The ${what} of ${this.id}`, ms, () => runAs(this.id, work), abort.signal);
    try {
      await this.#enter('migrating');
      const folder = manifest.migrations && join(this.found.folder, manifest.migrations);
      await within('migration', migrationMs, () => migratePlugin(deps.db, this.id, folder));
      await this.#enter('starting');
      this.#generation += 1;
      const definition = await within('import', setupMs, () =>
        loadDefinition(this.found, this.#generation),
      );
      this.#definition = definition;
      await this.secrets.learnStored(deps.db, deps.keys, this.id);
      await within('settings', setupMs, () => migrateSettings(deps, this.found, definition));
      const context = makeContext(deps, {
        manifest,
        registrations,
        schemas: definition.settings,
        signal: abort.signal,
        secrets: this.secrets,
      });
      await within('set-up', setupMs, () => definition.setup(context));
      registrations.requireAll();
      const surfaces: ActivePlugin = {
        id: this.id,
        deps,
        definition,
        context,
        webhooks: registrations.webhooks,
        schema: definition.settings?.connection ?? { type: 'object' },
        settingsVersion: manifest.settingsVersion ?? 1,
        secrets: this.secrets,
        degrade: (error) => this.degrade(error),
      };
      await within('routes', setupMs, () => {
        mount = buildMount(
          deps,
          this.id,
          registrations.routes,
          (error) => this.degrade(error),
          (app) => addSurfaces(app, surfaces),
        );
        return mount;
      });
      const built = (await mount) as unknown as FastifyInstance;
      await replaceSubscriptions(deps.db, this.id, registrations.subscriptions);
      abort.signal.throwIfAborted();
      this.#run = { definition, registrations, context, abort, mount: built, surfaces };
      await this.#enter('active', null);
      startSurfaces(surfaces);
      const early = this.#earlyFault as { thrown: unknown } | undefined;
      if (early) await this.#enter('degraded', early.thrown);
    } catch (error) {
      this.#run = undefined;
      abort.abort();
      await registrations.dispose((fault) => this.#log('warn', fault, 'disposing failed'));
      // Also one that is built only after its time.
      void mount?.then((late) => late.close()).catch(() => {});
      throw error;
    } finally {
      this.#starting = undefined;
    }
  }

  async #stop(next: PluginState, error?: Error): Promise<void> {
    clearTimeout(this.#retry);
    const run = this.#run;
    this.#run = undefined;
    if (!run) return this.#enter(next, error);
    await this.#enter('stopping');
    run.abort.abort(new ERR_PLUGIN_UNAVAILABLE(this.id, 'being stopped'));
    const complain = (fault: unknown) => this.#log('warn', fault, 'stopping failed');
    await withDeadline(`Stopping ${this.id}`, this.#surroundings.limits.stopMs, async () => {
      await runAs(this.id, () => run.registrations.dispose(complain));
      await run.mount.close();
    }).catch(complain);
    await this.#enter(next, error);
  }

  async #fail(thrown: unknown): Promise<void> {
    const error = toFault(thrown);
    this.#log('error', error, 'a plugin could not start');
    if (error.code === 'STINT_ERR_PLUGIN_INCOMPATIBLE') return this.#enter('incompatible', error);
    if (error instanceof NotReady) this.#retryIn(error.retryAfterSeconds);
    if (error instanceof ConfigError || error instanceof NotReady)
      return this.#enter('needs_config', error);
    await this.#enter('failed', error);
  }

  #retryIn(seconds: number): void {
    const wait = Math.min(Math.max(Number(seconds) || 1, 1), MAX_RETRY_SECONDS);
    this.#retry = setTimeout(() => void this.start(), wait * 1000).unref();
  }

  /** @param thrown null deletes the last error, nothing leaves it */
  #enter(state: PluginState, thrown?: unknown): Promise<void> {
    this.#state = state;
    if (this.#isLeaving) return Promise.resolve();
    const error =
      thrown === undefined || thrown === null ? thrown : describeFault(thrown, this.secrets.redact);
    return this.#notes.write({ state, error });
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#turn.then(work);
    this.#turn = turn.catch(() => {});
    return turn;
  }

  #log(level: 'warn' | 'error', thrown: unknown, what: string): void {
    this.#deps.log[level]({ fault: logFault(thrown, this.secrets.redact), plugin: this.id }, what);
  }
}
