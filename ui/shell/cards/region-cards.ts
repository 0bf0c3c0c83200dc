/** The cards of a region, for whoever shows them: found anew when a plugin is switched on or off. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { pluginsRead, queries } from '../../data/queries.ts';
import { type CardEntry, cardsIn, type Region } from './catalog.ts';

export class RegionCards implements ReactiveController {
  /** Nothing until they have been found. */
  entries?: CardEntry[];
  private readonly host: ReactiveControllerHost;
  private readonly region: () => Region;
  private unsubscribe?: () => void;

  constructor(host: ReactiveControllerHost, region: () => Region) {
    this.host = host;
    this.region = region;
    host.addController(this);
  }

  hostConnected(): void {
    void this.find();
    this.unsubscribe = queries.getQueryCache().subscribe(({ type, query }) => {
      const isPlugins = query.queryKey[0] === pluginsRead.queryKey[0];
      if (type === 'updated' && isPlugins && query.state.isInvalidated) void this.find();
    });
  }

  hostDisconnected(): void {
    this.unsubscribe?.();
  }

  private async find(): Promise<void> {
    // Without an answer there are no cards; the page itself says that nobody answers.
    this.entries = await cardsIn(this.region()).catch(() => []);
    this.host.requestUpdate();
  }
}
