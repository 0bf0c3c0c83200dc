/**
 * The plugin host of one process: finds plugins, starts and stops them in the order of their
 * dependencies, and answers who takes part in what. It continues, loudly, when one of them does not.
 */
import { setTimeout as delay } from 'node:timers/promises';
import type { Guard, GuardPoint, Provider, ProviderKind } from '@stint/plugin';
import type { FastifyInstance } from 'fastify';
import { readSettings } from '../settings/read.ts';
import { DecisionListener } from './decision-listener.ts';
import type { Found } from './discover.ts';
import { bundledFolder, discoverAll, listNames } from './discover-all.ts';
import { ERR_PLUGIN_DEPENDENCY } from './errors.ts';
import { fanOut } from './fan-out.ts';
import { describeFault } from './fault.ts';
import { HealthChecks } from './health-checks.ts';
import type { HostDeps } from './host-deps.ts';
import { issueOfFiles, raiseIssue, resolveIssue } from './host-issues.ts';
import { HostMetrics } from './host-metrics.ts';
import { ERR_PLUGIN_FILES } from './install/errors.ts';
import { VersionStore } from './install/store.ts';
import { findHere, findVersion } from './install/versions.ts';
import { COMMAND, tryWanted } from './install/wanted.ts';
import { JobSlots } from './job-slots.ts';
import { defaultLimits, type Limits } from './limits.ts';
import { measurePlugins } from './measure.ts';
import { orderPlugins } from './order.ts';
import { Plugin } from './plugin.ts';
import { findRecord, type PluginRecord } from './plugin-record.ts';
import { Processes } from './processes.ts';
import type { Subscription } from './registrations.ts';

export interface HostOptions {
  /** Folder of workspace plugins. */
  folder?: string;
  /** Packages and folders that the configuration names. */
  named?: readonly string[];
  /** Ids that do not start, whatever an administrator decided. */
  disabled?: readonly string[];
  /** Starts nothing: every plugin is shown as disabled. */
  safeMode?: boolean;
  limits?: Partial<Limits>;
}

export class PluginHost {
  readonly processes: Processes;
  readonly slots = new JobSlots();
  readonly metrics = new HostMetrics();
  readonly store: VersionStore;
  readonly #deps: HostDeps;
  readonly #options: HostOptions;
  readonly #limits: Limits;
  readonly #plugins = new Map<string, Plugin>();
  readonly #listener: DecisionListener;
  readonly #health: HealthChecks;
  #app: FastifyInstance | undefined;

  constructor(deps: Omit<HostDeps, 'app' | 'metrics'>, options: HostOptions = {}) {
    this.#options = options;
    this.#limits = { ...defaultLimits, ...options.limits };
    this.#deps = { ...deps, metrics: this.metrics, app: () => this.#app as FastifyInstance };
    this.store = new VersionStore(deps.config.DATA_DIR);
    this.processes = new Processes(deps.db, deps.log, this.#limits);
    this.#listener = new DecisionListener(deps.db, deps.log, (id) => this.#follow(id));
    this.#health = new HealthChecks(() => this.list(), this.#limits);
    measurePlugins(this, deps.db);
  }

  /** Gives plugins the core to talk to. Before `start`. */
  attach(app: FastifyInstance): void {
    this.#app = app;
  }

  /**
   * Starts all that may, side by side, each after its dependencies. Does not wait long for those that
   * dawdle, and never rejects for a plugin's sake.
   */
  async start(): Promise<void> {
    const { folder = bundledFolder, named = [] } = this.#options;
    await this.processes.start();
    await this.#listener.start();
    const found = await discoverAll({ PLUGINS: named.join() }, this.#deps.db, this.store, folder);
    for (const one of orderPlugins(found)) {
      const first = this.#plugins.get(one.id);
      if (first) await this.#tellOfDuplicate(first, one.folder);
      else {
        this.provide(one);
        await this.#noteFiles(one);
      }
    }
    const all = this.#startAll().catch((error) =>
      this.#deps.log.error({ err: error }, 'starting the plugins failed'),
    );
    await Promise.race([all, delay(this.#limits.bootMs, undefined, { ref: false })]);
    this.#health.start();
    this.#listener.askFor(
      await this.#deps.db('plugins').whereNotNull('wanted_version').pluck('id'),
    );
  }

  /** The plugin of that id here: a new one, which nobody started, where there was none. */
  provide(found: Found): Plugin {
    const known = this.#plugins.get(found.id);
    if (known) return known;
    const plugin = new Plugin(this.#deps, found, {
      processes: this.processes,
      limits: this.#limits,
      isHeld: ({ id }) =>
        this.#options.safeMode === true || this.#options.disabled?.includes(id) === true,
      missingDependency: (one) => this.#missingDependency(one),
      handOutEvents: () => fanOut(this.#deps.db, this),
    });
    this.#plugins.set(found.id, plugin);
    return plugin;
  }

  async #startAll(): Promise<void> {
    const suspects = new Set(
      await this.#deps.db('plugins').where('crashes', '>', 0).pluck<string[]>('id'),
    );
    const started = new Map<string, Promise<void>>();
    const startAfter = async (plugin: Plugin, before: Iterable<string>) => {
      for (const id of before) await started.get(id);
      await plugin.start();
    };
    let last: string | undefined;
    for (const plugin of this.list()) {
      const before = Object.keys(plugin.found.package?.stint.dependencies ?? {});
      // The process ended while several were starting: they start one by one, so that it shows which.
      if (suspects.has(plugin.id)) {
        if (last !== undefined) before.push(last);
        last = plugin.id;
      }
      started.set(plugin.id, startAfter(plugin, before));
    }
    await Promise.all(started.values());
  }

  /** Dependents first. What is shown of them stays: other processes may run them. */
  async stop(): Promise<void> {
    this.#health.stop();
    await this.#listener.stop();
    for (const plugin of this.list().toReversed()) await plugin.leave();
    await this.processes.stop();
  }

  /** Starts it, and what waited for it. */
  async enable(id: string): Promise<void> {
    await this.get(id)?.enable();
    await this.#startDependents(id);
  }

  /** Stops what needs it, then the plugin itself. */
  async disable(id: string): Promise<void> {
    await this.#stopWith(id, (plugin) => plugin.disable());
  }

  async restart(id: string): Promise<void> {
    await this.#stopWith(id, (plugin) => plugin.restart());
    await this.#startDependents(id);
  }

  /** @throws why this version cannot run, where another one runs and goes on */
  async changeVersion(found: Found): Promise<void> {
    await this.provide(found).swap(found);
    await this.#startDependents(found.id);
  }

  async uninstall(id: string, dropsData: boolean): Promise<void> {
    await this.#stopWith(id, (plugin) => plugin.uninstall(dropsData));
  }

  get(id: string): Plugin | undefined {
    return this.#plugins.get(id);
  }

  /** Whose prefix `/api/integrations/…` is, besides its own. */
  findByAlias(alias: string): Plugin | undefined {
    return this.list().find(
      ({ found }) => !found.fault && found.package?.stint.aliases?.includes(alias),
    );
  }

  list(): Plugin[] {
    return [...this.#plugins.values()];
  }

  /** Handlers of an event type, by plugin, numbered in the order of registration. */
  handlersOf(pluginId: string, type: string): { handler: number; own: boolean }[] {
    const subscriptions = this.get(pluginId)?.run?.registrations.subscriptions ?? [];
    return subscriptions
      .filter((subscription) => subscription.type === type)
      .map(({ own }, handler) => ({ handler, own }));
  }

  subscription(pluginId: string, type: string, handler: number): Subscription | undefined {
    const subscriptions = this.get(pluginId)?.run?.registrations.subscriptions ?? [];
    return subscriptions.filter((subscription) => subscription.type === type)[handler];
  }

  /** Plugins that hold a guard point, dependencies first; without guards where it must not do without them. */
  guardsAt(
    point: GuardPoint,
  ): { plugin: Plugin; guards: readonly Guard[] | undefined; isClosed: boolean }[] {
    return this.list().flatMap((plugin) => {
      const guards = plugin.run?.registrations.guards.get(point);
      const isClosed = plugin.isClosedAt(point);
      return guards || isClosed ? [{ plugin, guards, isClosed }] : [];
    });
  }

  providersOf(kind: ProviderKind): { plugin: Plugin; provide: Provider }[] {
    return this.list().flatMap((plugin) => {
      const provide = plugin.run?.registrations.providers.get(kind);
      return provide ? [{ plugin, provide }] : [];
    });
  }

  /** Types of events that running plugins emit. */
  eventTypes(): string[] {
    return this.list().flatMap(({ run }) => run?.registrations.emits.map(({ type }) => type) ?? []);
  }

  /** Plugins whose jobs must wait in this process. */
  idlePlugins(): string[] {
    return this.list()
      .filter((plugin) => !plugin.run)
      .map(({ id }) => id);
  }

  #missingDependency(found: Found): Error | undefined {
    for (const id of Object.keys(found.package?.stint.dependencies ?? {})) {
      const dependency = this.get(id);
      if (dependency?.isStaying) continue;
      const state = dependency?.state ?? 'not here';
      return new ERR_PLUGIN_DEPENDENCY(`It needs the plugin ${id}, which is ${state}.`);
    }
    return undefined;
  }

  #dependentsOf(id: string): Plugin[] {
    return this.list().filter((plugin) => plugin.found.package?.stint.dependencies?.[id]);
  }

  async #stopWith(id: string, work: (plugin: Plugin) => Promise<void>): Promise<void> {
    const plugin = this.get(id);
    if (!plugin) return;
    for (const dependent of this.#dependentsOf(id)) {
      await this.#stopWith(dependent.id, async (one) => {
        if (!one.run && one.state !== 'migrating' && one.state !== 'starting') return;
        await one.stop(
          'failed',
          new ERR_PLUGIN_DEPENDENCY(`It needs the plugin ${id}, which is being stopped.`),
        );
      });
    }
    await work(plugin);
  }

  async #startDependents(id: string): Promise<void> {
    if (!this.get(id)?.run) return;
    for (const dependent of this.#dependentsOf(id)) {
      await dependent.start();
      await this.#startDependents(dependent.id);
    }
  }

  /** Does here what an administrator decided elsewhere. */
  async #follow(id: string): Promise<void> {
    const record = await findRecord(this.#deps.db, id);
    if (record?.wanted_version) await this.#tryWanted(record);
    const chosen = await this.#findChosen(record);
    const plugin = this.get(id) ?? (chosen && this.provide(chosen));
    if (!plugin) return;
    if (record && record.decision <= (await plugin.readFollowed())) return;
    if (record) plugin.noteFollowed(record.decision);
    if (chosen) await this.#noteFiles(chosen);
    if (record?.enabled && chosen && chosen.installed !== plugin.found.installed) {
      // What runs goes on where that one cannot: its files may be missing on this machine.
      await this.changeVersion(chosen).catch((error) => plugin.degrade(error));
      return;
    }
    const next = record ? (record.uninstalled_at ? 'uninstalled' : 'disabled') : 'purged';
    await this.#stopWith(id, (one) => one.stop(next));
    if (!record) await this.forget(id);
    if (!record?.enabled || record.uninstalled_at) return;
    await plugin.start();
    await this.#startDependents(id);
  }

  /** Where a version of it was installed, and is to run. */
  async #findChosen(record: PluginRecord | undefined): Promise<Found | undefined> {
    if (!record?.installed_version) return undefined;
    const row = await findVersion(this.#deps.db, record.id, record.installed_version);
    return row && findHere(row, this.store);
  }

  async #tryWanted(record: PluginRecord): Promise<void> {
    const { db, clock } = this.#deps;
    const actor = { role: 'admin', via: COMMAND, time_zone: 'UTC', week_start: 1 } as const;
    const context = { db, clock, actor, settings: await readSettings(db) };
    await tryWanted(context, this, record);
  }

  /** Of one that was purged nothing stays on this machine, but for a folder that others put there. */
  async forget(id: string): Promise<void> {
    const found = this.get(id)?.found;
    if (found?.installed !== undefined || found?.fault instanceof ERR_PLUGIN_FILES)
      this.#plugins.delete(id);
    await this.store.remove(id);
  }

  async #tellOfDuplicate({ id, found }: Plugin, folder: string): Promise<void> {
    const message = `${folder} has the id ${id} too and was left out; ${found.folder} is used.`;
    this.#deps.log.error({ plugin: id, folder }, message);
    await this.#try(() => raiseIssue(this.#deps.db, id, 'duplicate', message));
  }

  /** On this machine; its state may be overwritten by a process elsewhere. */
  async #noteFiles({ id, installed, fault }: Found): Promise<void> {
    if (installed === undefined) return;
    const { db, config } = this.#deps;
    const key = issueOfFiles(config.DATA_DIR);
    await this.#try(async () => {
      if (fault instanceof ERR_PLUGIN_FILES) await raiseIssue(db, id, key, fault.message);
      else await resolveIssue(db, id, key);
    });
  }

  /** What is said beside the work does not stop it. */
  async #try(work: () => Promise<void>): Promise<void> {
    await work().catch((error) =>
      this.#deps.log.warn({ text: describeFault(error, String) }, 'an issue'),
    );
  }
}

/** The host as the settings of the process want it. */
export function makePluginHost(
  deps: Omit<HostDeps, 'app' | 'metrics'>,
  options: Pick<HostOptions, 'limits'> = {},
): PluginHost {
  const { PLUGINS, PLUGINS_DISABLED, SAFE_MODE } = deps.config;
  return new PluginHost(deps, {
    named: listNames(PLUGINS),
    disabled: listNames(PLUGINS_DISABLED),
    safeMode: SAFE_MODE,
    ...options,
  });
}
