/** How long the host waits for what, in milliseconds, and how much at once. Tests set them lower. */
export interface Limits {
  /** Until the core listens although plugins are still starting. */
  bootMs: number;
  /** For the import and for the set-up of a plugin, each. */
  setupMs: number;
  /** For all migrations of a plugin. */
  migrationMs: number;
  /** For whatever a plugin disposes of. */
  stopMs: number;
  /** Between two questions for a plugin's health. */
  healthMs: number;
  /** For its answer, and for its diagnostics. */
  answerMs: number;
  heartbeatMs: number;
  sweepMs: number;
  /** Silence after which a process counts as dead. */
  deadAfterMs: number;
  /** Requests to one plugin that are not answered yet, webhooks among them. */
  openRequests: number;
}

export const defaultLimits: Limits = {
  bootMs: 5_000,
  setupMs: 10_000,
  migrationMs: 60_000,
  stopMs: 5_000,
  healthMs: 60_000,
  answerMs: 5_000,
  heartbeatMs: 10_000,
  sweepMs: 15_000,
  deadAfterMs: 30_000,
  openRequests: 50,
};
