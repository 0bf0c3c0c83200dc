/**
 * Calls back each second while a page is looked at, and at once when it is looked at again. Nothing
 * ticks in a hidden tab, but for what is asked to: a clock in the title is seen there.
 */
import type { ReactiveController, ReactiveControllerHost } from 'lit';

export class TickController implements ReactiveController {
  private readonly tick: () => void;
  private timer?: ReturnType<typeof setTimeout>;

  constructor(host: ReactiveControllerHost, tick: () => void) {
    this.tick = tick;
    host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener('visibilitychange', this.run);
    this.run();
  }

  hostUpdated(): void {
    this.tick();
  }

  hostDisconnected(): void {
    document.removeEventListener('visibilitychange', this.run);
    clearTimeout(this.timer);
  }

  private readonly run = (): void => {
    clearTimeout(this.timer);
    if (document.visibilityState === 'hidden') return;
    this.tick();
    this.timer = setTimeout(this.run, 1000);
  };
}
