/** An address of the app where nothing is, or nothing for this person. */
import { css, html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { StintElement } from '../../components/element.ts';
import { t } from '../../i18n/texts.ts';
import { controls } from '../../styles/controls.ts';

@customElement('stint-not-found-page')
export class NotFoundPage extends StintElement {
  static override styles = [
    StintElement.styles,
    controls,
    css`
      :host {
        display: grid;
        gap: var(--stint-space-4);
        justify-items: start;
      }
    `,
  ];

  override render() {
    return html`<h1>${t('notFound.title')}</h1>
      <p class="muted">${t('notFound.text')}</p>
      <a class="button primary" href="/">${t('notFound.action')}</a>`;
  }
}
