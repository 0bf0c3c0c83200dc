/**
 * What a plugin registered in `setup`, checked against its manifest: what is not declared cannot be
 * registered, and what is declared has to be. Thrown away as a whole when the plugin stops.
 */
import type {
  CronSchedule,
  EventHandler,
  Guard,
  GuardPoint,
  Manifest,
  Provider,
  ProviderKind,
  RouteDefinition,
  TaskDefinition,
  WebhookDefinition,
} from '@stint/plugin';
import { withDeadline } from './deadline.ts';
import {
  ERR_PLUGIN_UNAVAILABLE,
  ERR_PLUGIN_UNDECLARED,
  ERR_PLUGIN_UNREGISTERED,
} from './errors.ts';

const DISPOSE_MS = 1_000;

export interface Subscription {
  type: string;
  handler: EventHandler;
  own: boolean;
}

// Cards are declared alone: their code runs in the page.
type Kind = Exclude<keyof NonNullable<Manifest['contributes']>, 'cards'>;

export class Registrations {
  readonly subscriptions: Subscription[] = [];
  readonly guards = new Map<GuardPoint, Guard[]>();
  readonly providers = new Map<ProviderKind, Provider>();
  readonly tasks = new Map<string, TaskDefinition>();
  readonly crons = new Map<string, CronSchedule>();
  readonly routes: RouteDefinition[] = [];
  readonly webhooks = new Map<string, WebhookDefinition>();
  readonly #id: string;
  readonly #disposers: (() => Promise<void> | void)[] = [];
  readonly #declared: NonNullable<Manifest['contributes']>;
  readonly #registered = new Set<string>();
  #isClosed = false;

  constructor({ id, contributes = {} }: Manifest) {
    this.#id = id;
    this.#declared = contributes;
  }

  /** What a set-up does after its time was up comes too late. @throws STINT_ERR_PLUGIN_UNAVAILABLE */
  requireOpen(): void {
    if (this.#isClosed) throw new ERR_PLUGIN_UNAVAILABLE(this.#id, 'stopped');
  }

  /** Runs once, when the plugin stops; at once when it has stopped already. */
  onDispose(dispose: () => Promise<void> | void): void {
    if (this.#isClosed) void (async () => dispose())().catch(() => {});
    else this.#disposers.push(dispose);
  }

  /** @throws STINT_ERR_PLUGIN_UNDECLARED */
  declare(kind: Kind, name: string): void {
    this.requireOpen();
    if (!this.#declared[kind]?.includes(name)) throw new ERR_PLUGIN_UNDECLARED(kind, name);
    this.#registered.add(`${kind} ${name}`);
  }

  /** Kinds that are code and not UI. @throws STINT_ERR_PLUGIN_UNREGISTERED */
  requireAll(): void {
    const kinds = [
      'events',
      'guards',
      'providers',
      'tasks',
      'crons',
      'routes',
      'webhooks',
    ] as const;
    for (const kind of kinds) {
      for (const name of this.#declared[kind] ?? []) {
        if (!this.#registered.has(`${kind} ${name}`)) throw new ERR_PLUGIN_UNREGISTERED(kind, name);
      }
    }
  }

  /** Last registered first, each once; one that fails or hangs does not keep the others from running. */
  async dispose(onError: (error: unknown) => void): Promise<void> {
    for (let dispose = this.#disposers.pop(); dispose; dispose = this.#disposers.pop()) {
      try {
        await withDeadline(`Disposing of ${this.#id}`, DISPOSE_MS, dispose);
      } catch (error) {
        onError(error);
      }
    }
    this.#isClosed = true;
  }
}
