/**
 * What a plugin registered in `setup`, compared with its manifest as a whole: people see what a plugin
 * does before they run it. Thrown away when the plugin stops.
 */
import type {
  CronSchedule,
  EventDeclaration,
  EventEnvelope,
  EventHandler,
  Guard,
  GuardPoint,
  Manifest,
  Provider,
  ProviderKind,
  RouteDefinition,
  TaskDeclaration,
  TaskRun,
  WebhookDefinition,
} from '@stint/plugin';
import { type Contributions, compareContributions } from './contributions.ts';
import { withDeadline } from './deadline.ts';
import { ERR_PLUGIN_CONTRIBUTES, ERR_PLUGIN_UNAVAILABLE } from './errors.ts';

const DISPOSE_MS = 1_000;

export interface Subscription {
  type: string;
  handler: EventHandler<EventEnvelope>;
  own: boolean;
}

export interface RegisteredTask {
  declaration: TaskDeclaration;
  run: TaskRun<never>;
}

export class Registrations {
  readonly subscriptions: Subscription[] = [];
  readonly emits: readonly EventDeclaration[];
  readonly guards = new Map<GuardPoint, Guard[]>();
  readonly providers = new Map<ProviderKind, Provider>();
  readonly tasks = new Map<string, RegisteredTask>();
  readonly crons = new Map<string, CronSchedule>();
  readonly routes: RouteDefinition[] = [];
  readonly webhooks = new Map<string, WebhookDefinition>();
  readonly #manifest: Manifest;
  readonly #disposers: (() => Promise<void> | void)[] = [];
  #isClosed = false;

  constructor(manifest: Manifest, emits: readonly EventDeclaration[] = []) {
    this.#manifest = manifest;
    this.emits = emits;
  }

  /** What a set-up does after its time was up comes too late. @throws STINT_ERR_PLUGIN_UNAVAILABLE */
  requireOpen(): void {
    if (this.#isClosed) throw new ERR_PLUGIN_UNAVAILABLE(this.#manifest.id, 'stopped');
  }

  /** Adds what there is one of. @throws STINT_ERR_PLUGIN_CONTRIBUTES */
  addOnce<Name extends string, Value>(map: Map<Name, Value>, name: Name, value: Value): void {
    this.requireOpen();
    if (map.has(name)) throw new ERR_PLUGIN_CONTRIBUTES(`"${name}" is registered twice`);
    map.set(name, value);
  }

  /** Runs once, when the plugin stops; at once when it has stopped already. */
  onDispose(dispose: () => Promise<void> | void): void {
    if (this.#isClosed) void (async () => dispose())().catch(() => {});
    else this.#disposers.push(dispose);
  }

  /** As the manifest writes it. */
  contributions(): Contributions {
    return {
      events: unique(this.subscriptions.map(({ type }) => type)),
      emits: unique(this.emits.map(({ type }) => type)),
      guards: [...this.guards.keys()],
      providers: [...this.providers.keys()],
      tasks: [...this.tasks.keys()],
      crons: [...this.crons.keys()],
      routes: unique(this.routes.map(({ method, path }) => `${method} ${path}`)),
      webhooks: [...this.webhooks.keys()],
    };
  }

  /** @throws STINT_ERR_PLUGIN_CONTRIBUTES naming all that differs from the manifest */
  requireDeclared(): void {
    const differences = compareContributions(this.#manifest, this.contributions());
    if (differences.length > 0) throw new ERR_PLUGIN_CONTRIBUTES(differences.join('; '));
  }

  /** Last registered first, each once; one that fails or hangs does not keep the others from running. */
  async dispose(onError: (error: unknown) => void): Promise<void> {
    for (let dispose = this.#disposers.pop(); dispose; dispose = this.#disposers.pop()) {
      try {
        await withDeadline(`Disposing of ${this.#manifest.id}`, DISPOSE_MS, dispose);
      } catch (error) {
        onError(error);
      }
    }
    this.#isClosed = true;
  }
}

function unique(names: readonly string[]): string[] {
  return [...new Set(names)];
}
