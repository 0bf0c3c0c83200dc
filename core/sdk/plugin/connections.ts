/** A person's link to the service on the other side, and its synchronisation. */

export type Health =
  | 'not_configured'
  | 'connected'
  | 'syncing'
  | 'degraded'
  | 'reconnect'
  | 'error'
  | 'disabled';

/** One user's link to the other side. */
export interface Connection<Config = Record<string, unknown>> {
  id: number;
  user_id: number;
  /** What they set, with secrets in clear: do not log or return them. */
  config: Config;
  is_active: boolean;
  health: Health;
  last_sync_at: Date | null;
  last_error: string | null;
}

export interface ConnectionDraft<Config = Record<string, unknown>> {
  /** Of the connection that is there already, for `accessToken`. */
  id?: number;
  user_id: number;
  config: Config;
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
  /** What `save` kept last, of this run's earlier attempts or of the runs before. */
  cursor<T>(): T | undefined;
  /**
   * Keeps how far it is, as JSON up to 64 KB, for the next attempt or run. Saving the settings and
   * disconnecting forget it.
   */
  save(cursor: unknown): Promise<void>;
}

/** Some of the properties, and of those within. */
export type PartOf<T> = T extends readonly (infer Item)[]
  ? PartOf<Item>[]
  : T extends object
    ? { [Name in keyof T]?: PartOf<T[Name]> }
    : T;

export interface PluginConnections<Config = Record<string, unknown>> {
  find(id: number): Promise<Connection<Config> | undefined>;
  ofUser(userId: number): Promise<Connection<Config> | undefined>;
  listActive(): Promise<Connection<Config>[]>;
  /**
   * The active ones whose saved config contains this, by an index: objects by the properties that are named,
   * arrays by the items. Letters of either case are equal. Secrets and defaults that nobody saved are not looked at.
   * @example await ctx.connections.matching({ repositories: [{ owner: 'acme', name: 'shop' }] })
   */
  matching(like: PartOf<Config>): Promise<Connection<Config>[]>;
  /** Changes part of the config; secrets are encrypted again. */
  update(id: number, config: Partial<Config>): Promise<void>;
  /**
   * Works for a connection, and keeps its health: what `work` throws is shown at the connection, and a
   * success mends it. For tasks, events and schedules, which have to wait while it cannot work: with
   * `NotReady` until its person has mended it, so that no job is lost.
   * @returns undefined when nobody is connected
   * @throws NotReady, or what `work` throws where trying again may help
   * @example ctx.task(PostTime, ({ connection_id, seconds }) =>
   *   ctx.connections.attempt(connection_id, ({ config }) => postTime(ctx, config, seconds)));
   */
  attempt<T>(
    id: number,
    work: (connection: Connection<Config>) => Promise<T>,
  ): Promise<T | undefined>;
  setHealth(id: number, health: Health, error?: string): Promise<void>;
  /**
   * What to send as `Authorization: Bearer …` to the service that the manifest's `oauth` names. It stays
   * valid for minutes as a rule: the host renews it in time, once for all who ask, and keeps it. Ask for
   * each piece of work, and keep it nowhere.
   * @param options.refused the one that the service has just answered 401 to: another one is fetched
   * @throws AuthFailed where nobody is connected or the access was withdrawn, which the person is told;
   * NotReady or RateLimited while the service gives none. Let these pass: the host knows them.
   * @example const token = await ctx.connections.accessToken(connection.id);
   * await ctx.http.fetch(url, { headers: { authorization: `Bearer ${token}` } });
   */
  accessToken(id: number, options?: { refused?: string }): Promise<string>;
  /** Asks for a synchronisation, as the person's own button does; joins one that waits or runs. */
  sync(id: number): Promise<void>;
}
