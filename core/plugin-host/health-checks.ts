/** Asks each plugin how it is, once a minute, and lets one recover that had no fault for a while. */
import { withDeadline } from './deadline.ts';
import type { Limits } from './limits.ts';
import { runAs } from './owner.ts';
import type { Plugin } from './plugin.ts';

const CALM_MS = 600_000;

export class HealthChecks {
  readonly #plugins: () => Plugin[];
  readonly #limits: Limits;
  /** Plugins that have not answered yet: nobody is asked twice at once. */
  readonly #asked = new Set<string>();
  #timer: NodeJS.Timeout | undefined;

  constructor(plugins: () => Plugin[], limits: Limits) {
    this.#plugins = plugins;
    this.#limits = limits;
  }

  start(): void {
    this.#timer = setInterval(() => void this.askAll(), this.#limits.healthMs).unref();
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  async askAll(): Promise<void> {
    await Promise.all(this.#plugins().map((plugin) => this.#ask(plugin)));
  }

  async #ask(plugin: Plugin): Promise<void> {
    const run = plugin.run;
    if (!run || this.#asked.has(plugin.id)) return;
    this.#asked.add(plugin.id);
    try {
      const { health } = run.definition;
      const report = health
        ? await withDeadline(`The health of ${plugin.id}`, this.#limits.answerMs, () =>
            runAs(plugin.id, () => run.definition.health?.(run.context)),
          )
        : { status: 'ok' as const };
      if (plugin.run !== run) return;
      if (report?.status === 'ok') {
        if (Date.now() - plugin.lastFaultAt > CALM_MS) plugin.recover();
      } else if (report?.status === 'degraded' || report?.status === 'failed') {
        plugin.degrade(new Error(report.message ?? `It says that it is ${report.status}.`));
      } else throw new TypeError('Its health is none of ok, degraded and failed.');
    } catch (error) {
      if (plugin.run === run) plugin.degrade(error);
    } finally {
      this.#asked.delete(plugin.id);
    }
  }
}
