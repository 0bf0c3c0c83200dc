/** The plugin's own tables, and what commits with them. */
import type { PluginEvents, PluginKv, PluginLinks } from './context.ts';
import type { PluginJobs } from './jobs.ts';
import type { Notify } from './notifications.ts';

/** SQL in the plugin's own schema, which is the only one its names resolve in. 15 s a statement. */
export interface PluginQueries {
  /** @example const goals = await ctx.db.query<Goal>('SELECT * FROM goals WHERE user_id = $1', [id]) */
  query<Row = Record<string, unknown>>(sql: string, values?: unknown[]): Promise<Row[]>;
  /** The only row. @throws Error when there is none, or more than one */
  one<Row = Record<string, unknown>>(sql: string, values?: unknown[]): Promise<Row>;
}

/** The same members as on the context, for what commits together or not at all. */
export interface PluginTransaction extends PluginQueries {
  readonly events: PluginEvents;
  readonly jobs: PluginJobs;
  readonly kv: PluginKv;
  readonly links: PluginLinks;
  readonly notify: Notify;
}

export interface PluginDatabase extends PluginQueries {
  /**
   * One transaction: all of it or nothing, the events and jobs included.
   * @example await ctx.db.transaction(async (trx) => {
   *   await trx.query('UPDATE goals SET reached = true WHERE id = $1', [id]);
   *   await trx.events.emit(GoalReached, { id, user_id });
   * })
   */
  transaction<T>(work: (trx: PluginTransaction) => Promise<T>): Promise<T>;
}
