/** What conformance cannot find out by itself. All of it is optional, and plain data. */
export interface ConformanceOptions {
  /**
   * Settings of a connection that cannot be made up from their schema. Better: say `default` or `examples`
   * there, which help people as well.
   */
  connection?: Record<string, unknown>;
  /** What arrives at a webhook, by its name. @default an empty object */
  deliveries?: Record<string, { headers?: Record<string, string>; body: Record<string, unknown> }>;
}
