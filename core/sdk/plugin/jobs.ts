/** Work that is done later: tasks, which jobs run, and schedules, which come by themselves. */
import { type Static, type TObject, Type } from 'typebox';
import type { Connection } from './connections.ts';
import type { Person } from './person.ts';

/** A kind of job: its name and what it is told. */
export interface TaskDeclaration<Payload extends TObject = TObject> {
  readonly name: string;
  /** Checked when a job is added and again when it runs. */
  readonly payload: Payload;
  readonly timeoutSeconds: number;
}

/**
 * Declares a task, once, for who adds its jobs and who runs them.
 * @param payload without one, its jobs are told nothing: `{}`
 * @param options.timeoutSeconds until `job.signal` is aborted and the attempt has failed. @default 60
 * @example const Remind = defineTask('remind', Type.Object({ user_id: Type.Integer() }));
 * ctx.task(Remind, async ({ user_id }) => { … });
 * await ctx.jobs.add(Remind, { user_id: 7 });
 */
export function defineTask<Payload extends TObject = TObject<Record<never, never>>>(
  name: string,
  payload: Payload = Type.Object({}) as unknown as Payload,
  { timeoutSeconds = 60 }: { timeoutSeconds?: number } = {},
): TaskDeclaration<Payload> {
  return { name, payload, timeoutSeconds };
}

/** One run of a task. */
export interface JobRun {
  /** The same in each attempt. */
  id: string;
  /** From 1. */
  attempt: number;
  /** Aborted when its time is up or the plugin stops. */
  signal: AbortSignal;
}

/**
 * At least once, so make it idempotent. What it throws is tried again, up to 12 times with growing
 * pauses; `RateLimited` and `NotReady` name the pause, `AuthFailed` and `ConfigError` end it.
 */
export type TaskRun<Payload extends TObject = TObject> = (
  payload: Static<Payload>,
  job: JobRun,
) => Promise<void>;

export interface JobOptions {
  /** One job of this key waits at a time; the newest payload wins. */
  key?: string;
  /** Jobs of one queue run one after another. */
  queue?: string;
  /** Not before then, by `ctx.clock`. */
  runAt?: Date;
  /** @default 12 */
  maxAttempts?: number;
}

export interface PluginJobs {
  /**
   * Adds a job.
   * @throws STINT_ERR_PLUGIN_PAYLOAD
   */
  add<Payload extends TObject>(
    task: TaskDeclaration<Payload>,
    payload: Static<Payload>,
    options?: JobOptions,
  ): Promise<void>;
}

/** When a schedule is due for a person: `HH:MM` in their own zone, or nothing for not at all. */
export type TimeOfDay<Whose> = string | ((whose: Whose) => string | undefined);

/**
 * When a schedule runs, and what it does: in a job, so a failure is tried again and none is lost to a
 * restart. Once a day each, also on days on which the clocks change; make it idempotent all the same.
 * @example ctx.cron('remind', {
 *   perUser: ({ settings }) => (settings.hours_a_week > 0 ? settings.remind_at : undefined),
 *   run: async ({ user, local_date }) => { … },
 * });
 */
export type CronSchedule<UserSettings = Record<string, unknown>, Config = Record<string, unknown>> =
  | {
      /** Crontab pattern in UTC. */
      pattern: string;
      perUser?: undefined;
      perConnection?: undefined;
      /** `at` is the minute for which it runs. */
      run(due: { at: Date }): Promise<void>;
    }
  | {
      /** Asked of every active person, once a minute: plain, quick, and without secrets. */
      perUser: TimeOfDay<{ user: Person; settings: UserSettings }>;
      pattern?: undefined;
      perConnection?: undefined;
      /** `local_date` is the day in the person's zone: `2025-01-27`. */
      run(due: { user: Person; local_date: string; settings: UserSettings }): Promise<void>;
    }
  | {
      /** The same for every active connection. `config` is without secrets here. */
      perConnection: TimeOfDay<{ user: Person; config: Config }>;
      pattern?: undefined;
      perUser?: undefined;
      run(due: { user: Person; local_date: string; connection: Connection<Config> }): Promise<void>;
    };
