/**
 * The plugin host of one process: finds plugins, starts them in order, and answers who takes part in
 * what. It continues, loudly, when one of them does not.
 */
import { fileURLToPath } from 'node:url';
import type { GuardPoint, ProviderKind } from '@stint/plugin';
import type { FastifyInstance } from 'fastify';
import { discoverPlugins } from './discover.ts';
import type { HostDeps } from './host-deps.ts';
import { orderPlugins } from './order.ts';
import { Plugin } from './plugin.ts';
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
}

export class PluginHost {
  readonly #deps: HostDeps;
  readonly #options: HostOptions;
  readonly #plugins = new Map<string, Plugin>();
  #app: FastifyInstance | undefined;

  constructor(deps: Omit<HostDeps, 'app'>, options: HostOptions = {}) {
    this.#options = options;
    this.#deps = { ...deps, app: () => this.#app as FastifyInstance };
  }

  /** Gives plugins the core to talk to. Before `start`. */
  attach(app: FastifyInstance): void {
    this.#app = app;
  }

  /** One after another, dependencies first. Never rejects for a plugin's sake. */
  async start(): Promise<void> {
    const { folder = bundled, named = [], disabled = [], safeMode = false } = this.#options;
    for (const found of orderPlugins(await discoverPlugins(folder, named))) {
      if (this.#plugins.has(found.id)) {
        this.#deps.log.error({ err: found.fault, folder: found.folder }, 'a plugin was left out');
        continue;
      }
      const plugin = new Plugin(this.#deps, found);
      this.#plugins.set(found.id, plugin);
      await plugin.start({ safeMode: safeMode || disabled.includes(found.id) });
    }
  }

  async stop(): Promise<void> {
    for (const plugin of [...this.#plugins.values()].toReversed()) {
      if (plugin.run) await plugin.stop('discovered');
    }
  }

  get(id: string): Plugin | undefined {
    return this.#plugins.get(id);
  }

  list(): Plugin[] {
    return [...this.#plugins.values()];
  }

  /** Handlers of an event type, by plugin, numbered in the order of registration. */
  handlersOf(type: string): { plugin: string; handlers: { handler: number; own: boolean }[] }[] {
    return this.list().flatMap((plugin) => {
      const handlers = (plugin.run?.registrations.subscriptions ?? [])
        .filter((subscription) => subscription.type === type)
        .map(({ own }, handler) => ({ handler, own }));
      return handlers.length > 0 ? [{ plugin: plugin.id, handlers }] : [];
    });
  }

  subscription(pluginId: string, type: string, handler: number): Subscription | undefined {
    const subscriptions = this.get(pluginId)?.run?.registrations.subscriptions ?? [];
    return subscriptions.filter((subscription) => subscription.type === type)[handler];
  }

  /** Plugins that hold a guard point, in the order in which they started. */
  guardsAt(
    point: GuardPoint,
  ): { plugin: Plugin; guards: readonly import('@stint/plugin').Guard[] }[] {
    return this.list().flatMap((plugin) => {
      const guards = plugin.run?.registrations.guards.get(point);
      return guards ? [{ plugin, guards }] : [];
    });
  }

  providersOf(kind: ProviderKind): { plugin: Plugin; provide: import('@stint/plugin').Provider }[] {
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
}

/** The host as the settings of the process want it. */
export function makePluginHost(deps: Omit<HostDeps, 'app'>): PluginHost {
  const { PLUGINS, PLUGINS_DISABLED, SAFE_MODE } = deps.config;
  return new PluginHost(deps, {
    named: listNames(PLUGINS),
    disabled: listNames(PLUGINS_DISABLED),
    safeMode: SAFE_MODE,
  });
}

function listNames(text = ''): string[] {
  return text
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}
