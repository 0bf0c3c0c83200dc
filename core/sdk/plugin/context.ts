/**
 * What the host gives a plugin. Everything that leaves the plugin is asynchronous and made of plain
 * data, so that a plugin can live in a process of its own one day without being changed.
 *
 * Glossary
 * - plugin: a package with a manifest. instance: this Stint. connection: one user's link to a service.
 * - entity: a row of the core (a time entry, a task). external link: an entity's id on the other side.
 * - task: a kind of job. job: one run of it. cron: when a task runs by itself.
 * - guard, event, provider: see `hooks.ts`.
 */
import type { TSchema } from 'typebox';
import type { EventType } from './events.ts';
import type { EventHandler, Guard, GuardPoint, Provider, ProviderKind } from './hooks.ts';
import type { RouteDefinition } from './routes.ts';

export interface PluginContext {
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
  readonly settings: PluginSettings;
  readonly connections: PluginConnections;
  readonly jobs: PluginJobs;
  readonly events: PluginEvents;
  readonly http: PluginHttp;
  readonly links: PluginLinks;
  readonly kv: PluginKv;
  readonly issues: PluginIssues;

  /** Subscribes to events of the core, or of a plugin it depends on. */
  on(type: EventType | (string & {}), handler: EventHandler, options?: { own?: boolean }): void;
  guard(point: GuardPoint, guard: Guard): void;
  provide(kind: ProviderKind, provider: Provider): void;
  task<Payload extends TSchema>(name: string, definition: TaskDefinition<Payload>): void;
  cron(name: string, schedule: CronSchedule): void;
  route<Body extends TSchema, Query extends TSchema, Params extends TSchema>(
    definition: RouteDefinition<Body, Query, Params>,
  ): void;
  webhook(name: string, definition: WebhookDefinition): void;
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

/**
 * SQL in the plugin's own schema, which is the only one its names resolve in.
 * @example const rows = await ctx.db.query('SELECT * FROM goals WHERE user_id = $1', [userId])
 */
export interface PluginDatabase {
  query<Row = Record<string, unknown>>(sql: string, values?: unknown[]): Promise<Row[]>;
  /** One transaction: all of it or nothing. */
  transaction<T>(work: (db: Pick<PluginDatabase, 'query'>) => Promise<T>): Promise<T>;
}

/**
 * The REST API of the core, called in the process as one user, with that user's rights and the
 * scopes that the manifest asks for. Everything in `/api/docs` is here, and nothing else.
 * @example await ctx.data.as(userId).post('/timer/start', { task_id: 7 })
 */
export interface PluginData {
  as(userId: number, origin?: { connection?: number; external_id?: string }): DataClient;
}

/** Paths are below `/api/v1`. A refusal is thrown as `DataError`. */
export interface DataClient {
  get<T = unknown>(path: string, query?: Record<string, unknown>): Promise<T>;
  post<T = unknown>(
    path: string,
    body?: unknown,
    options?: { idempotencyKey?: string },
  ): Promise<T>;
  patch<T = unknown>(path: string, body: unknown, options?: { ifMatch?: string }): Promise<T>;
  put<T = unknown>(path: string, body: unknown): Promise<T>;
  delete(path: string): Promise<void>;
}

/** A refusal of the core: what the REST API would have answered. */
export class DataError extends Error {
  readonly status: number;
  readonly code: string;
  constructor(status: number, code: string, detail: string) {
    super(detail);
    this.name = 'DataError';
    this.status = status;
    this.code = code;
  }
}

/** What people set. Secrets are here in clear: do not log or return them. */
export interface PluginSettings {
  instance<T = Record<string, unknown>>(): Promise<T>;
  user<T = Record<string, unknown>>(userId: number): Promise<T>;
}

export type Health =
  | 'not_configured'
  | 'connected'
  | 'syncing'
  | 'degraded'
  | 'reconnect'
  | 'error'
  | 'disabled';

/** One user's link to the other side. */
export interface Connection {
  id: number;
  user_id: number;
  config: Record<string, unknown>;
  is_active: boolean;
  health: Health;
  last_sync_at: Date | null;
  last_error: string | null;
}

export interface ConnectionDraft {
  user_id: number;
  config: Record<string, unknown>;
}

export interface TestResult {
  ok: boolean;
  /** What a person should read. */
  message: string;
}

export interface SyncResult {
  synced: number;
  updated: number;
  skipped: number;
  errors: string[];
}

/** One run of a synchronisation. */
export interface SyncRun {
  /** Aborted when time is up (15 minutes) or the plugin stops. */
  signal: AbortSignal;
  /** Shows how far it is. */
  progress(sofar: Partial<SyncResult> & { total?: number }): Promise<void>;
}

export interface PluginConnections {
  find(id: number): Promise<Connection | undefined>;
  ofUser(userId: number): Promise<Connection | undefined>;
  listActive(): Promise<Connection[]>;
  /** Changes part of the config; secrets are encrypted again. */
  update(id: number, config: Record<string, unknown>): Promise<void>;
  setHealth(id: number, health: Health, error?: string): Promise<void>;
  /** Asks for a synchronisation, as the person's own button does; joins one that waits or runs. */
  sync(id: number): Promise<void>;
}

export interface TaskDefinition<Payload extends TSchema = TSchema> {
  /** Checked when a job is added and again when it runs. */
  payload?: Payload;
  /** @default 60 */
  timeoutSeconds?: number;
  /** At least once: make it idempotent. */
  run(payload: never, job: { id: string; attempt: number; signal: AbortSignal }): Promise<void>;
}

/** A crontab pattern in UTC, or a time of day in each user's own zone, once a day. */
export type CronSchedule =
  | { pattern: string; run(): Promise<void> }
  | {
      perUser: string | ((userId: number) => Promise<string | undefined>);
      run(userId: number, day: string): Promise<void>;
    };

export interface PluginJobs {
  /**
   * Adds a job of one of the plugin's tasks.
   * @param options.key one job of this key waits at a time; the newest payload wins
   * @param options.queue jobs of one queue run one after another
   */
  add(
    task: string,
    payload?: Record<string, unknown>,
    options?: { key?: string; queue?: string; runAt?: Date; maxAttempts?: number },
  ): Promise<void>;
}

export interface PluginEvents {
  /** Emits an event of the plugin's own: `<id>.<what happened>`. */
  emit(
    type: string,
    entity: { type: string; id: number },
    data: Record<string, unknown>,
  ): Promise<void>;
}

/** Calls hosts that the manifest or the settings allow: 10 s, `Retry-After` obeyed, no private addresses. */
export interface PluginHttp {
  /**
   * Every status is an answer, 401 and 500 too; only a 429 or 503 with `Retry-After` is thrown.
   * @throws RateLimited, or `STINT_ERR_OUTGOING_*`: host not allowed, not reached, too slow, too large.
   * @example const answer = await ctx.http.fetch('https://api.github.com/zen')
   */
  fetch(
    url: string,
    init?: {
      method?: string;
      headers?: Record<string, string>;
      /** At most 10 MB. */
      body?: string;
      /** For all of it, retries included. @default 10, at most 120 */
      timeoutSeconds?: number;
      signal?: AbortSignal;
      /** Follows up to 3 redirects within the same origin. @default false: a redirect is an answer */
      followSameOrigin?: boolean;
    },
  ): Promise<HttpAnswer>;
}

export interface HttpAnswer {
  status: number;
  headers: Record<string, string>;
  /** At most 10 MB. */
  text(): string;
  json<T = unknown>(): T;
}

/** Which entity is which thing on the other side: unique both ways. */
export interface PluginLinks {
  find(kind: string, externalId: string): Promise<number | undefined>;
  /** Links unless either side is linked already; says whose link holds now. */
  link(kind: string, externalId: string, localId: number): Promise<number>;
  externalId(kind: string, localId: number): Promise<string | undefined>;
  unlink(kind: string, externalId: string): Promise<void>;
}

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

/** How an inbound request proves who sent it, over the raw body, before it is parsed. */
export type Verifier =
  | { kind: 'standard' | 'github' | 'slack' }
  | {
      kind: 'hmac';
      header: string;
      algorithm: 'sha256' | 'sha512';
      encoding: 'hex' | 'base64';
      prefix?: string;
    }
  | { kind: 'custom'; verify(request: InboundRequest, secret: string): boolean | Promise<boolean> };

export interface InboundRequest {
  headers: Record<string, string | string[] | undefined>;
  rawBody: Uint8Array;
}

/** A request whose sender is proved and whose body is parsed, before anything is kept of it. */
export interface VerifiedRequest {
  connection_id: number;
  user_id: number;
  headers: Record<string, string>;
  /** Parsed from JSON or a form (GitHub's `payload=` too). */
  body: Record<string, unknown>;
}

/**
 * Each connection has an address of its own for each webhook: `<path>/<receiver id>`. A delivery is
 * kept once, answered at once, and handled in a job.
 */
export interface WebhookDefinition {
  verifier: Verifier;
  /** The setting of the connection that holds the secret, as a JSON pointer: `/webhook_secret`. */
  secret: string;
  /** Bytes that a delivery may have, up to 25 MiB. @default 1048576 */
  bodyLimit?: number;
  /** Below the plugin's prefix, for services that know a documented address. @default '/webhooks' */
  path?: string;
  /**
   * Ids of the connections that a delivery to the bare `path`, without a receiver id, may be for. The
   * signature decides among them; until then the body is what a stranger says. Without this there is
   * no bare address.
   */
  resolve?(request: {
    headers: Record<string, string>;
    body: Record<string, unknown>;
  }): Promise<number[]>;
  /** Answers what is not to be kept at all: a ping, a URL verification, another repository (403). */
  screen?(request: VerifiedRequest): Promise<RouteAnswer | undefined> | RouteAnswer | undefined;
  /** The id under which a repeated delivery is known; the request's own is used when absent. */
  deliveryId?(request: InboundRequest): string | undefined;
  /** Runs in a job, after the delivery was recorded; at least once. What it returns is shown. */
  receive(delivery: InboundDelivery): Promise<string | void>;
  /** Answers the first of equal deliveries instead of 200 `{"ok":true}`; within 2.5 s. */
  answer?(delivery: InboundDelivery): Promise<RouteAnswer | undefined> | RouteAnswer | undefined;
}

export interface InboundDelivery extends VerifiedRequest {
  id: number;
}

export interface RouteAnswer {
  status?: number;
  body?: unknown;
}
