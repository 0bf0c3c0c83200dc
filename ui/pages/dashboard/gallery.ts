/** The cards that can be added, each as it would look. */
import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import check from 'lucide-static/icons/check.svg?raw';
import plus from 'lucide-static/icons/plus.svg?raw';
import '../../components/dialog.ts';
import { StintElement } from '../../components/element.ts';
import { icon } from '../../components/icon.ts';
import { t } from '../../i18n/texts.ts';
import '../../shell/cards/card-host.ts';
import type { CardEntry } from '../../shell/cards/catalog.ts';
import { controls } from '../../styles/controls.ts';
import { place } from './arrangement.ts';

/** Dispatches `stint-add-card` with `{ entry }`, and `close`. */
@customElement('stint-card-gallery')
export class CardGallery extends StintElement {
  static override styles = [
    StintElement.styles,
    controls,
    css`
      ul {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(min(20rem, 100%), 1fr));
        gap: var(--stint-space-5);
      }
      li {
        display: flex;
        flex-direction: column;
        gap: var(--stint-space-3);
      }
      .preview {
        block-size: 13rem;
        border-radius: var(--stint-radius-l);
        overflow: hidden;
      }
      .preview stint-card-host {
        block-size: 100%;
      }
      .text {
        flex: 1;
      }
      .shown {
        display: inline-flex;
        align-items: center;
        gap: var(--stint-space-1);
        font-size: var(--stint-text-xs);
        font-weight: var(--stint-weight-medium);
        color: var(--stint-color-success);
      }
      .shown .icon {
        inline-size: 0.875rem;
        block-size: 0.875rem;
      }
    `,
  ];

  @property({ attribute: false }) entries: CardEntry[] = [];
  /** Keys of those that stand there already. */
  @property({ attribute: false }) shown = new Set<string>();

  override render() {
    return html`<stint-dialog style="--dialog-size: 62rem" heading=${t('dashboard.add')} open @close=${() => this.dispatchEvent(new Event('close'))}>
      <ul>${this.entries.map((entry) => this.renderEntry(entry))}</ul>
    </stint-dialog>`;
  }

  private renderEntry(entry: CardEntry) {
    const { key, title, owner, ownerName, declaration } = entry;
    const { config, columns, rows } = place(entry);
    return html`<li>
      <div class="preview" inert aria-hidden="true"><stint-card-host mode="preview" .card=${entry} .config=${declaration.stub ?? config}
        .size=${{ columns, rows }}></stint-card-host></div>
      <div class="text">
        <h3>${title} ${this.shown.has(key) ? html`<span class="shown">${icon(check)} ${t('dashboard.shown')}</span>` : nothing}</h3>
        <p class="small muted">${declaration.description}${owner === 'core' ? nothing : html` (${ownerName})`}</p>
      </div>
      <div><button class="small-button" aria-label=${t('dashboard.addCard', { title })} @click=${() => this.send('stint-add-card', { entry })}>${icon(plus)} ${t('dashboard.addShort')}</button></div>
    </li>`;
  }
}
