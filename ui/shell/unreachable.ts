/** What is shown when the page opens and no server answers. It is always at hand: nothing can be loaded then. */
import { css, html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { StintElement } from '../components/element.ts';
import { openSession } from '../data/session.ts';
import { t } from '../i18n/texts.ts';
import { controls } from '../styles/controls.ts';

@customElement('stint-unreachable')
export class Unreachable extends StintElement {
  static override styles = [
    StintElement.styles,
    controls,
    css`
      main {
        display: grid;
        gap: var(--stint-space-4);
        place-content: center;
        justify-items: center;
        min-block-size: 100dvh;
        padding: var(--stint-space-4);
        text-align: center;
      }
    `,
  ];

  override render() {
    return html`<main>
      <h1>${t('entrance.unreachable')}</h1>
      <p class="muted">${t('entrance.unreachableText')}</p>
      <button class="primary" @click=${openSession}>${t('action.retry')}</button>
    </main>`;
  }
}
