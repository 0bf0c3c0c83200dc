/**
 * What the host gives a plugin. Everything that leaves the plugin is asynchronous and made of plain
 * data, so that a plugin can live in a process of its own one day without being changed.
 *
 * Glossary
 * - plugin: a package with a manifest. instance: this Stint. connection: one user's link to a service.
 * - entity: a row of the core (a time entry, a task). external link: an entity's id on the other side.
 * - task: a kind of job. job: one run of it. cron: when something runs by itself.
 * - guard, event, provider: see `hooks.ts`.
 */
import type { Static, TObject, TSchema } from 'typebox';
import type { PluginConnections } from './connections.ts';
import type { PluginData } from './data.ts';
import type { PluginDatabase } from './database.ts';
import type { EventDeclaration, EventEnvelope, EventOf, EventType } from './events.ts';
import type {
  Choice,
  EventHandler,
  Guard,
  GuardPoint,
  OptionsQuestion,
  Provider,
  ProviderKind,
} from './hooks.ts';
import type { PluginHttp } from './http.ts';
import type { PluginI18n } from './i18n.ts';
import type { CronSchedule, PluginJobs, TaskDeclaration, TaskRun } from './jobs.ts';
import type { PluginMetrics } from './metrics.ts';
import type { Notify } from './notifications.ts';
import type { OverlayBlock, SpanQuestion, Suggestion } from './proposals.ts';
import type { RouteAccess, RouteDefinition, RouteResponses } from './routes.ts';
import type { PluginSettings, SettingsOf, SettingsSchemas } from './settings.ts';
import type { WebhookDefinition } from './webhooks.ts';

/**
 * Typed by the plugin's settings. In a file of its own, a function that takes it says which:
 * @example export const settings = { user: Goal };
 * export type Context = PluginContext<typeof settings>;
 */
export interface PluginContext<Settings extends SettingsSchemas = SettingsSchemas> {
  /** The manifest's `id`. */
  readonly id: string;
  readonly log: PluginLog;
  /** Aborted when the plugin stops: pass it on to whatever waits. */
  readonly signal: AbortSignal;
  /** The time of day; tests move it. */
  readonly clock: { now(): Date };
  /** The plugin's own PostgreSQL schema. */
  readonly db: PluginDatabase;
  /** The core, as one of its users. */
  readonly data: PluginData;
  readonly settings: PluginSettings<Settings>;
  readonly connections: PluginConnections<SettingsOf<Settings, 'connection'>>;
  readonly jobs: PluginJobs;
  readonly events: PluginEvents;
  readonly http: PluginHttp;
  readonly links: PluginLinks;
  readonly kv: PluginKv;
  readonly lock: Lock;
  readonly notify: Notify;
  readonly i18n: PluginI18n;
  readonly metrics: PluginMetrics;
  readonly issues: PluginIssues;

  /**
   * Subscribes to events of the core, one type or several.
   * @param options.own also to those that the plugin itself caused. @default false
   * @example ctx.on(['entry.created', 'entry.updated'], async ({ entity, seq, data }) => { … })
   */
  on<Type extends EventType>(
    types: Type | readonly Type[],
    handler: EventHandler<EventOf<Type>>,
    options?: { own?: boolean },
  ): void;
  /**
   * Subscribes to an event of its own, or of a plugin that it depends on. Data that do not fit the
   * declared schema are a failure of the delivery.
   */
  on<Type extends string, Data extends TSchema>(
    event: EventDeclaration<Type, Data>,
    handler: EventHandler<EventEnvelope<Type, Static<Data>>>,
    options?: { own?: boolean },
  ): void;
  guard(point: GuardPoint, guard: Guard): void;
  /** Choices for the fields of a connection's form that say `x-optionsFrom`. */
  provide(
    kind: 'options',
    provider: (
      question: OptionsQuestion<SettingsOf<Settings, 'connection'>>,
    ) => Promise<Choice[]> | Choice[],
  ): void;
  /** Time to record with one click, in the timer's region. What does not fit the schema is not shown. */
  provide(
    kind: 'suggestions',
    provider: (question: SpanQuestion) => Promise<Suggestion[]> | Suggestion[],
  ): void;
  /** Blocks behind the entries of the calendar. */
  provide(
    kind: 'calendar-overlay',
    provider: (question: SpanQuestion) => Promise<OverlayBlock[]> | OverlayBlock[],
  ): void;
  provide(
    kind: Exclude<ProviderKind, 'options' | 'suggestions' | 'calendar-overlay'>,
    provider: Provider,
  ): void;
  task<Payload extends TObject>(task: TaskDeclaration<Payload>, run: TaskRun<Payload>): void;
  cron(
    name: string,
    schedule: CronSchedule<SettingsOf<Settings, 'user'>, SettingsOf<Settings, 'connection'>>,
  ): void;
  route<
    Body extends TSchema,
    Query extends TSchema,
    Params extends TSchema,
    const Responses extends RouteResponses,
    const Access extends RouteAccess = 'user',
  >(definition: RouteDefinition<Body, Query, Params, Responses, Access>): void;
  webhook(name: string, definition: WebhookDefinition<SettingsOf<Settings, 'connection'>>): void;
  /** Called when the plugin stops, last registered first. */
  onDispose(dispose: () => Promise<void> | void): void;
}

/** Lines go to the instance's log under the plugin's id; secrets of its settings are redacted. */
export interface PluginLog {
  debug(message: string, fields?: Record<string, unknown>): void;
  info(message: string, fields?: Record<string, unknown>): void;
  warn(message: string, fields?: Record<string, unknown>): void;
  error(message: string, fields?: Record<string, unknown>): void;
}

export interface PluginEvents {
  /**
   * Emits an event of the plugin's own, one of `definePlugin({ emits })`.
   * @throws STINT_ERR_PLUGIN_PAYLOAD when the data do not fit its schema
   */
  emit<Data extends TObject>(
    event: EventDeclaration<string, Data>,
    data: Static<Data>,
  ): Promise<void>;
}

/** Which entity is which thing on the other side: unique both ways. */
export interface PluginLinks {
  find(kind: string, externalId: string): Promise<number | undefined>;
  /** Links unless either side is linked already; says whose link holds now. */
  link(kind: string, externalId: string, localId: number): Promise<number>;
  externalId(kind: string, localId: number): Promise<string | undefined>;
  unlink(kind: string, externalId: string): Promise<void>;
}

/**
 * Runs `work` while no other of this key runs, in any process: look for what is there, and make it if it is
 * not, without making it twice. Not one inside another; 30 s.
 * @throws NotReady when the others do not end within 10 s
 * @example const id = await ctx.lock(`issue:${key}`, async () => {
 *   const known = await ctx.links.find('issue', key);
 *   if (known !== undefined) return known;
 *   const task = await ctx.data.as(user_id).post<Task>('/tasks', { project_id, name });
 *   return ctx.links.link('issue', key, task.id);
 * });
 */
export type Lock = <T>(key: string, work: () => Promise<T>) => Promise<T>;

/** Small things to remember, as JSON, up to 64 KB a value. */
export interface PluginKv {
  get<T = unknown>(key: string): Promise<T | undefined>;
  set(key: string, value: unknown): Promise<void>;
  delete(key: string): Promise<void>;
}

/** Problems that a person can repair, shown to administrators until they are resolved. */
export interface PluginIssues {
  raise(
    key: string,
    issue: { severity: 'warning' | 'error'; message: string; action?: string },
  ): Promise<void>;
  resolve(key: string): Promise<void>;
}
