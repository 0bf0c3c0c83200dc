/**
 * Shares the queue's slots among plugins: none holds more than a few at a time. One whose job ran out of
 * time, or whose jobs all fail, holds one, with growing pauses, until a job of it ends well. What fails for one
 * connection alone does not count.
 */
import { isConnectionTrouble } from './connection-trouble.ts';
import { ERR_PLUGIN_TIMEOUT } from './errors.ts';

const MOST = 4;

/** When and for how long a plugin pauses. */
interface Trouble {
  /** Failures in a row. */
  after: number;
  firstPauseMs: number;
  longestPauseMs: number;
}
const late: Trouble = { after: 1, firstPauseMs: 5_000, longestPauseMs: 600_000 };
// Each job has its own back-off; this is for a flood of them.
const failing: Trouble = { after: 20, firstPauseMs: 1_000, longestPauseMs: 30_000 };

interface Share {
  running: number;
  failures: number;
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
    const share = this.#shareOf(plugin);
    share.running += 1;
    try {
      return await work();
    } finally {
      share.running -= 1;
    }
  }

  /** A job of it ended well. */
  noteInTime(plugin: string): void {
    const share = this.#shares.get(plugin);
    if (share) Object.assign(share, { failures: 0, pauseMs: 0, pausedUntil: 0 });
  }

  noteFailure(plugin: string, error: unknown): void {
    if (isConnectionTrouble(error)) return;
    const share = this.#shareOf(plugin);
    share.failures += 1;
    const trouble = error instanceof ERR_PLUGIN_TIMEOUT ? late : failing;
    // Those that ran beside the first one are the same trouble.
    if (share.failures >= trouble.after && share.pausedUntil <= Date.now()) pause(share, trouble);
  }

  #shareOf(plugin: string): Share {
    const share = this.#shares.get(plugin) ?? {
      running: 0,
      failures: 0,
      pauseMs: 0,
      pausedUntil: 0,
    };
    this.#shares.set(plugin, share);
    return share;
  }
}

function pause(share: Share, { firstPauseMs, longestPauseMs }: Trouble): void {
  share.pauseMs = Math.min(Math.max(share.pauseMs * 2, firstPauseMs), longestPauseMs);
  share.pausedUntil = Date.now() + share.pauseMs;
}
