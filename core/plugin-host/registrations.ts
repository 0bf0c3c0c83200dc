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
import { ERR_PLUGIN_UNDECLARED, ERR_PLUGIN_UNREGISTERED } from './errors.ts';

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
  readonly disposers: (() => Promise<void> | void)[] = [];
  readonly #declared: NonNullable<Manifest['contributes']>;
  readonly #registered = new Set<string>();

  constructor({ contributes = {} }: Manifest) {
    this.#declared = contributes;
  }

  /** @throws STINT_ERR_PLUGIN_UNDECLARED */
  declare(kind: Kind, name: string): void {
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

  /** Last registered first; one that fails does not keep the others from running. */
  async dispose(onError: (error: unknown) => void): Promise<void> {
    for (const dispose of this.disposers.toReversed()) {
      try {
        await dispose();
      } catch (error) {
        onError(error);
      }
    }
  }
}
