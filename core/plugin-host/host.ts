/**
 * The plugin host of one process: finds plugins, starts and stops them in the order of their
 * dependencies, and answers who takes part in what. It continues, loudly, when one of them does not.
 */
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Guard, GuardPoint, Provider, ProviderKind } from '@stint/plugin';
import type { FastifyInstance } from 'fastify';
import { DecisionListener } from './decision-listener.ts';
import { discoverPlugins } from './discover.ts';
import { ERR_PLUGIN_DEPENDENCY } from './errors.ts';
import { clean, describeFault } from './fault.ts';
import { HealthChecks } from './health-checks.ts';
import type { HostDeps } from './host-deps.ts';
import { JobSlots } from './job-slots.ts';
import { defaultLimits, type Limits } from './limits.ts';
import { orderPlugins } from './order.ts';
import { Plugin } from './plugin.ts';
import { findRecord } from './plugin-record.ts';
import { Processes } from './processes.ts';
import type { Subscription } from './registrations.ts';

const bundled = fileURLToPath(new URL('../../plugins', import.meta.url));

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
  readonly #deps: HostDeps;
  readonly #options: HostOptions;
  readonly #limits: Limits;
  readonly #plugins = new Map<string, Plugin>();
  readonly #listener: DecisionListener;
  readonly #health: HealthChecks;
  #app: FastifyInstance | undefined;

  constructor(deps: Omit<HostDeps, 'app'>, options: HostOptions = {}) {
    this.#options = options;
    this.#limits = { ...defaultLimits, ...options.limits };
    this.#deps = { ...deps, app: () => this.#app as FastifyInstance };
    this.processes = new Processes(deps.db, deps.log, this.#limits);
    this.#listener = new DecisionListener(deps.db, deps.log, (id) => this.#follow(id));
    this.#health = new HealthChecks(() => this.list(), this.#limits);
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
    const { folder = bundled, named = [] } = this.#options;
    await this.processes.start();
    await this.#listener.start();
    for (const found of orderPlugins(await discoverPlugins(folder, named))) {
      const first = this.#plugins.get(found.id);
      if (first) {
        await this.#tellOfDuplicate(first, found.folder);
        continue;
      }
      const plugin = new Plugin(this.#deps, found, {
        processes: this.processes,
        limits: this.#limits,
        isHeld: ({ id }) =>
          this.#options.safeMode === true || this.#options.disabled?.includes(id) === true,
        missingDependency: (one) => this.#missingDependency(one),
      });
      this.#plugins.set(found.id, plugin);
    }
    const all = this.#startAll().catch((error) =>
      this.#deps.log.error({ err: error }, 'starting the plugins failed'),
    );
    await Promise.race([all, delay(this.#limits.bootMs, undefined, { ref: false })]);
    this.#health.start();
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

  /** Plugins that hold a guard point, dependencies first. */
  guardsAt(point: GuardPoint): { plugin: Plugin; guards: readonly Guard[] }[] {
    return this.list().flatMap((plugin) => {
      const guards = plugin.run?.registrations.guards.get(point);
      return guards ? [{ plugin, guards }] : [];
    });
  }

  providersOf(kind: ProviderKind): { plugin: Plugin; provide: Provider }[] {
    return this.list().flatMap((plugin) => {
      const provide = plugin.run?.registrations.providers.get(kind);
      return provide ? [{ plugin, provide }] : [];
    });
  }

  /** Plugins whose jobs must wait in this process. */
  idlePlugins(): string[] {
    return this.list()
      .filter((plugin) => !plugin.run)
      .map(({ id }) => id);
  }

  #missingDependency(plugin: Plugin): Error | undefined {
    for (const id of Object.keys(plugin.found.package?.stint.dependencies ?? {})) {
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
    const plugin = this.get(id);
    if (!plugin) return;
    const record = await findRecord(this.#deps.db, id);
    if (record && record.decision <= (await plugin.readFollowed())) return;
    if (record) plugin.noteFollowed(record.decision);
    await this.#stopWith(id, (one) => one.stop(record ? 'disabled' : 'uninstalled'));
    if (!record?.enabled) return;
    await plugin.start();
    await this.#startDependents(id);
  }

  async #tellOfDuplicate({ id, found }: Plugin, folder: string): Promise<void> {
    const message = `${folder} has the id ${id} too and was left out; ${found.folder} is used.`;
    this.#deps.log.error({ plugin: id, folder }, message);
    const row = {
      plugin_id: id,
      key: 'stint:duplicate',
      severity: 'error',
      message: clean(message),
    };
    await this.#deps
      .db('plugin_issues')
      .insert(row)
      .onConflict(['plugin_id', 'key'])
      .merge()
      .catch((error) => this.#deps.log.warn({ text: describeFault(error, String) }, 'an issue'));
  }
}

/** The host as the settings of the process want it. */
export function makePluginHost(
  deps: Omit<HostDeps, 'app'>,
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

function listNames(text = ''): string[] {
  return text
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}
