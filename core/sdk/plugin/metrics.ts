/**
 * Numbers for whoever runs this instance, at `GET /metrics`. A name becomes `stint_plugin_<id>_<name>`.
 * Asked for twice it is the same metric. Each holds 100 combinations of labels; what comes after them
 * is left out, and the log says so: a label is for a few words, never for an id.
 */
export interface MetricOptions<Label extends string = string> {
  /** What it counts, for people. */
  help: string;
  labels?: readonly Label[];
}

export type Labels<Label extends string = string> = Partial<Record<Label, string | number>>;

export interface PluginMetrics {
  /**
   * What only grows. End its name in `_total`.
   * @example const calls = ctx.metrics.counter('calls_total', { help: 'Calls', labels: ['status'] });
   * calls.inc({ status: 200 });
   */
  counter<const Label extends string = never>(
    name: string,
    options: MetricOptions<Label>,
  ): { inc(labels?: Labels<Label>, by?: number): void };
  /** What goes up and down. */
  gauge<const Label extends string = never>(
    name: string,
    options: MetricOptions<Label>,
  ): { set(value: number, labels?: Labels<Label>): void };
  /** How values spread, times above all: end its name in its unit, `_seconds`. */
  histogram<const Label extends string = never>(
    name: string,
    options: MetricOptions<Label> & {
      /** Upper bounds. @default 0.005 to 10, for seconds */
      buckets?: readonly number[];
    },
  ): { observe(value: number, labels?: Labels<Label>): void };
}
