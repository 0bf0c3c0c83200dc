/** The time of day, as a dependency, so that a test can move it. */
export interface Clock {
  /** The current instant, in whole seconds: Stint keeps no fractions. */
  now(): Date;
}

export const systemClock: Clock = {
  now: () => new Date(Math.floor(Date.now() / 1000) * 1000),
};
