/** Says that the server cannot be reached, and tries until it can. */

import { css, html } from 'lit';
import { customElement } from 'lit/decorators.js';
import wifiOff from 'lucide-static/icons/wifi-off.svg?raw';
import { StintElement } from '../components/element.ts';
import { icon } from '../components/icon.ts';
import { api } from '../data/api.ts';
import { isOnline } from '../data/connection.ts';
import { queries } from '../data/queries.ts';
import { t } from '../i18n/texts.ts';

const TRY_MS = 5000;

@customElement('stint-offline-notice')
export class OfflineNotice extends StintElement {
  static override styles = [
    StintElement.styles,
    css`
      p {
        display: flex;
        align-items: center;
        gap: var(--stint-space-2);
        padding: var(--stint-space-2) var(--stint-space-8);
        background: var(--stint-color-warning-quiet);
      }
      @media (max-width: 50rem) {
        p {
          padding-inline: var(--stint-space-4);
        }
      }
    `,
  ];

  private trying?: ReturnType<typeof setInterval>;

  override render() {
    return html`<div role="status">${isOnline.value ? '' : html`<p>${icon(wifiOff)} ${t('offline.notice')}</p>`}</div>`;
  }

  override updated(): void {
    if (isOnline.value) this.stopTrying();
    else this.trying ??= setInterval(() => void this.tryAgain(), TRY_MS);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stopTrying();
  }

  private stopTrying(): void {
    clearInterval(this.trying);
    this.trying = undefined;
  }

  private async tryAgain(): Promise<void> {
    await api.get('/me').then(
      () => queries.invalidateQueries(),
      () => {},
    );
  }
}
