/** The counts of one run, and what went wrong in words that people understand. */
import type { SyncResult } from '@stint/plugin';

export class Tally {
  readonly result: SyncResult = { synced: 0, updated: 0, skipped: 0, errors: [] };

  made(): void {
    this.result.synced += 1;
  }

  changed(): void {
    this.result.updated += 1;
  }

  skipped(): void {
    this.result.skipped += 1;
  }

  /** Stint refused one thing: the others go on. */
  failed(title: string, at: Date, reason: string): void {
    this.result.errors.push(`${title || 'An event'}, ${at.toISOString().slice(0, 10)}: ${reason}`);
  }
}
