/**
 * Shares the queue's slots among plugins: none holds more than a few at a time, and one whose job ran
 * out of time holds one, with growing pauses, until a job of it ends well.
 */
import { ERR_PLUGIN_TIMEOUT } from './errors.ts';

const MOST = 4;
const FIRST_PAUSE_MS = 5_000;
const LONGEST_PAUSE_MS = 600_000;

interface Share {
  running: number;
  pauseMs: number;
  pausedUntil: number;
}

export class JobSlots {
  readonly #shares = new Map<string, Share>();

  /** Plugins that get no slot now. */
  full(): string[] {
    const now = Date.now();
    return [...this.#shares]
      .filter(([, { running, pauseMs, pausedUntil }]) => {
        return running >= (pauseMs > 0 ? 1 : MOST) || pausedUntil > now;
      })
      .map(([plugin]) => plugin);
  }

  async run<T>(plugin: string, work: () => Promise<T>): Promise<T> {
    const share = this.#shares.get(plugin) ?? { running: 0, pauseMs: 0, pausedUntil: 0 };
    this.#shares.set(plugin, share);
    share.running += 1;
    try {
      return await work();
    } finally {
      share.running -= 1;
    }
  }

  /** A job of it ended in time. */
  noteInTime(plugin: string): void {
    const share = this.#shares.get(plugin);
    if (share) Object.assign(share, { pauseMs: 0, pausedUntil: 0 });
  }

  noteFailure(plugin: string, error: unknown): void {
    const share = this.#shares.get(plugin);
    if (!(error instanceof ERR_PLUGIN_TIMEOUT)) this.noteInTime(plugin);
    // Those that ran beside the first one are the same trouble.
    else if (share && share.pausedUntil <= Date.now()) this.#pause(share);
  }

  #pause(share: Share): void {
    share.pauseMs = Math.min(Math.max(share.pauseMs * 2, FIRST_PAUSE_MS), LONGEST_PAUSE_MS);
    share.pausedUntil = Date.now() + share.pauseMs;
  }
}
