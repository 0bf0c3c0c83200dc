/** The four kinds of hooks. They are never mixed: only a guard can refuse, only an event is certain. */
/**
 * Asked before a change, before its transaction opens, one after another: 250 ms each, 1 s in all.
 * A guard that fails or is late is passed over and counted; after 5 failures in 10 minutes it is
 * left out for a while and the plugin is `degraded`. Nothing can veto stopping the clock.
 */
export type GuardPoint =
  | 'timer.beforeStart'
  | 'entry.beforeCreate'
  | 'entry.beforeUpdate'
  | 'entry.beforeDelete'
  | 'settings.beforeSave';

/** What a guard sees. `input` is the request's body as validated. */
export interface GuardQuestion {
  point: GuardPoint;
  user_id: number | null;
  input: Record<string, unknown>;
  /** The entry before, for updates and deletions. */
  before?: Record<string, unknown>;
}

/**
 * Fields to change in the input (validated again), or nothing. Throw `Reject` to refuse.
 * @example ctx.guard('timer.beforeStart', ({ input }) => {
 *   if (!input.project_id) throw new Reject('STINT_ERR_PLG_STRICT_NO_PROJECT', 'Choose a project.');
 * })
 */
export type Guard = (
  question: GuardQuestion,
) =>
  | Record<string, unknown>
  | undefined
  | Promise<Record<string, unknown> | undefined | void>
  | void;

/** Runs in a job, after the commit, for 10 s: at least once, in any order. Make it idempotent. */
export type EventHandler<Event> = (event: Event) => Promise<void> | void;

/**
 * Pulled by the core, all in parallel, 2 s each; who is late is left out and named. `kind` says
 * what is asked for.
 */
export type ProviderKind =
  | 'work-items'
  | 'suggestions'
  | 'calendar-overlay'
  | 'report-source'
  | 'options';

export interface ProviderQuestion {
  user_id: number;
  /** What the kind defines: a search text, a range of days, … */
  query: Record<string, unknown>;
}

/**
 * What `ctx.provide('options', …)` is asked while the form of a connection is filled in, for 10 s. What it
 * throws is shown at the form.
 * @example ctx.provide('options', ({ query: { name, config } }) =>
 *   name === 'boards' && config.token ? listBoards(config.token) : []);
 */
export interface OptionsQuestion<Config = Record<string, unknown>> extends ProviderQuestion {
  query: {
    /** What the field's `x-optionsFrom` says. */
    name: string;
    /** What was typed so far, with the stored secrets: anything may be missing. */
    config: Partial<Config>;
  };
}

export interface Choice {
  value: string | number;
  label: string;
}

export type Provider = (question: ProviderQuestion) => Promise<unknown[]> | unknown[];
