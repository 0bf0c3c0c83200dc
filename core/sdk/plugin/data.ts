/** The core, as one of its users or for the instance. */

/** What a change comes from, beside the plugin: it stands in the change's event. */
export interface DataOrigin {
  connection?: number;
  external_id?: string;
}

/**
 * The REST API of the core, called in the process, within the scopes that the manifest asks for.
 * Everything in `/api/docs` is here, and nothing else.
 */
export interface PluginData {
  /**
   * As one user, with that user's rights.
   * @example await ctx.data.as(userId).post<TimeEntry>('/timer/start', { task_id: 7 })
   */
  as(userId: number, origin?: DataOrigin): DataClient;
  /**
   * For the instance, with the rights of an administrator: what it changes, no person did. Only where it
   * does not matter who asks: reading time entries, and stopping and asking what runs; 403 elsewhere.
   * @example ctx.data.asInstance().list<TimeEntry>('/time-entries', { running: true })
   */
  asInstance(origin?: DataOrigin): DataClient;
}

/** Paths are below `/api/v1`. A refusal is thrown as `DataError`. */
export interface DataClient {
  get<T = unknown>(path: string, query?: Record<string, unknown>): Promise<T>;
  /**
   * As `get`, and undefined where nothing is: deleted, or not this person's to see.
   * @example const task = await ctx.data.as(user_id).find<Task>(`/tasks/${id}`);
   */
  find<T = unknown>(path: string, query?: Record<string, unknown>): Promise<T | undefined>;
  /**
   * The first item of a list, without asking for more.
   * @example await data.first<Project>('/projects', { search: 'web', archived: false })
   */
  first<T = unknown>(path: string, query?: Record<string, unknown>): Promise<T | undefined>;
  /** Every item of a list, one after another: its pages are fetched as they are needed. */
  list<T = unknown>(path: string, query?: Record<string, unknown>): AsyncIterable<T>;
  post<T = unknown>(
    path: string,
    body?: unknown,
    options?: { idempotencyKey?: string; ifMatch?: string },
  ): Promise<T>;
  patch<T = unknown>(path: string, body: unknown, options?: { ifMatch?: string }): Promise<T>;
  put<T = unknown>(path: string, body: unknown): Promise<T>;
  delete(path: string): Promise<void>;
}
