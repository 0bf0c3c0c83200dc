/** A place where cards stand: all of one region that the person may see, each in its frame. */
import { css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { StintElement } from '../../components/element.ts';
import './card-host.ts';
import type { CardHost } from './card-host.ts';
import type { Region } from './catalog.ts';
import { RegionCards } from './region-cards.ts';

/** @example html`<stint-card-region region="project.page/v1" .context=${{ project_id: 7 }}></stint-card-region>` */
@customElement('stint-card-region')
export class CardRegion extends StintElement {
  static override styles = [
    StintElement.styles,
    css`
      :host {
        display: grid;
        gap: var(--stint-space-4);
        align-content: start;
      }
      :host([empty]) {
        display: none;
      }
    `,
  ];

  @property() region: Region = 'dashboard/v1';
  @property({ attribute: false }) context: Record<string, unknown> = {};
  /** Cards without a frame of their own. */
  @property({ type: Boolean }) bare = false;
  /** Its room is there before its cards are known: beside what would move when they come. */
  @property({ type: Boolean }) keepsRoom = false;
  private readonly cards = new RegionCards(this, () => this.region);

  override render() {
    return repeat(
      this.cards.entries ?? [],
      ({ key }) => key,
      (card) =>
        html`<stint-card-host .card=${card} .context=${this.context} ?bare=${this.bare}
          @stint-card-visible=${this.note}></stint-card-host>`,
    );
  }

  override updated(): void {
    this.note();
  }

  /** Takes no room while none of its cards shows. */
  private note(): void {
    const hosts = Array.from(this.renderRoot.querySelectorAll<CardHost>('stint-card-host'));
    const isUnknown = this.keepsRoom && this.cards.entries === undefined;
    this.toggleAttribute('empty', !isUnknown && hosts.every(({ hidden }) => hidden));
  }
}
