/**
 * `ctx.metrics`: numbers of the plugin's own, under its own names and within limits. A number that cannot
 * be taken is left out and logged once: counting never breaks what is counted.
 */
import type { Labels, MetricOptions, PluginMetrics } from '@stint/plugin';
import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Metrics } from '../../infra/metrics.ts';
import type { Registrations } from '../registrations.ts';

const NAME = /^[a-z][a-z0-9_]{0,60}$/;
const MOST_METRICS = 50;
const MOST_LABELS = 5;
const MOST_COMBINATIONS = 100;
const MAX_TEXT = 100;

const kinds = { counter: Counter, gauge: Gauge, histogram: Histogram };
type Kind = keyof typeof kinds;

interface Known {
  kind: Kind;
  metric: Counter | Gauge | Histogram;
  /** Combinations of labels so far. */
  seen: Set<string>;
}

export function makeMetrics(
  metrics: Metrics,
  id: string,
  registrations: Registrations,
  warn: (message: string) => void,
): PluginMetrics {
  const registry = new Registry();
  const known = new Map<string, Known>();
  const told = new Set<string>();
  metrics.show(id, registry);
  registrations.onDispose(() => metrics.hide(id, registry));

  function warnOnce(name: string, reason: string): void {
    if (told.has(name)) return;
    told.add(name);
    warn(`Values of the metric ${name} are left out: ${reason}.`);
  }

  function make(kind: Kind, name: string, options: MetricOptions): Known {
    registrations.requireOpen();
    const before = known.get(name);
    if (before?.kind === kind) return before;
    if (before) throw new TypeError(`The metric ${name} is a ${before.kind} already.`);
    if (!NAME.test(name)) throw new TypeError(`"${name}" is no name of a metric: ${NAME}.`);
    if (known.size >= MOST_METRICS) throw new TypeError(`A plugin has ${MOST_METRICS} metrics.`);
    const { help, labels = [], buckets } = options as MetricOptions & { buckets?: number[] };
    if (labels.length > MOST_LABELS || !labels.every((label) => NAME.test(label)))
      throw new TypeError(`The metric ${name} has labels that it cannot have.`);
    const made: Known = {
      kind,
      metric: new kinds[kind]({
        name: `stint_plugin_${id}_${name}`,
        help: String(help).slice(0, MAX_TEXT),
        labelNames: [...labels],
        registers: [registry],
        ...(buckets && { buckets: [...buckets] }),
      }),
      seen: new Set(),
    };
    known.set(name, made);
    return made;
  }

  /** Takes a number, or leaves it out. */
  function take(
    name: string,
    { seen }: Known,
    given: Labels,
    write: (labels: Texts) => void,
  ): void {
    try {
      const labels = textsOf(given);
      const key = JSON.stringify(labels);
      if (!seen.has(key) && seen.size >= MOST_COMBINATIONS)
        throw new Error(`it has ${MOST_COMBINATIONS} combinations of labels`);
      write(labels);
      seen.add(key);
    } catch (error) {
      warnOnce(name, (error as Error).message);
    }
  }

  return {
    counter(name, options) {
      const one = make('counter', name, options);
      const counter = one.metric as Counter;
      return { inc: (given = {}, by = 1) => take(name, one, given, (l) => counter.inc(l, by)) };
    },
    gauge(name, options) {
      const one = make('gauge', name, options);
      const gauge = one.metric as Gauge;
      return { set: (value, given = {}) => take(name, one, given, (l) => gauge.set(l, value)) };
    },
    histogram(name, options) {
      const one = make('histogram', name, options);
      const histogram = one.metric as Histogram;
      return {
        observe: (value, given = {}) => take(name, one, given, (l) => histogram.observe(l, value)),
      };
    },
  };
}

type Texts = Record<string, string>;

/** In one order, so that the same labels are the same combination. */
function textsOf(labels: Labels): Texts {
  const entries = Object.entries(labels).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(
    entries.map(([name, value]) => [name, String(value).toWellFormed().slice(0, MAX_TEXT)]),
  );
}
