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

/** A file as the core answered with it. */
export interface DataFile {
  /** As a browser would save it: `summary-2025-01.pdf`. */
  name: string;
  /** Without parameters: `application/pdf`. */
  mediaType: string;
  content: Uint8Array;
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
  /**
   * A file that the core writes: a report as PDF, say. In memory, so there is a limit to it.
   * @param options.maxBytes @default 26214400, which is 25 MB
   * @throws DataError 413 `STINT_ERR_PLUGIN_FILE_SIZE` where it is larger: nothing of it is kept
   * @example const report = await ctx.data.as(user_id).file('/reports/summary.pdf', { from, to });
   */
  file(
    path: string,
    query?: Record<string, unknown>,
    options?: { maxBytes?: number },
  ): Promise<DataFile>;
  post<T = unknown>(
    path: string,
    body?: unknown,
    options?: { idempotencyKey?: string; ifMatch?: string },
  ): Promise<T>;
  patch<T = unknown>(path: string, body: unknown, options?: { ifMatch?: string }): Promise<T>;
  put<T = unknown>(path: string, body: unknown): Promise<T>;
  delete(path: string): Promise<void>;
}
