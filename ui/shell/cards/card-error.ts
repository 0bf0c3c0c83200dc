/** What stands in the place of a card that failed: whose it is, what it said, and what can be done. */
import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { confirm } from '../../components/confirm.ts';
import { StintElement } from '../../components/element.ts';
import { toast, toastError } from '../../components/toast.ts';
import { api } from '../../data/api.ts';
import { refresh } from '../../data/queries.ts';
import { isAdmin } from '../../data/session.ts';
import { t } from '../../i18n/texts.ts';
import { controls } from '../../styles/controls.ts';
import type { CardEntry } from './catalog.ts';

/** Dispatches `retry` and `hide`. */
@customElement('stint-card-error')
export class CardError extends StintElement {
  static override styles = [
    StintElement.styles,
    controls,
    css`
      :host {
        display: grid;
        gap: var(--stint-space-2);
        font-size: var(--stint-text-s);
      }
      .actions button {
        min-block-size: 1.75rem;
        padding-inline: var(--stint-space-2);
        font-size: var(--stint-text-s);
      }
    `,
  ];

  @property({ attribute: false }) card!: CardEntry;
  @property({ attribute: false }) error!: Error;
  @property({ attribute: false }) mayRetry = true;

  override render() {
    const { card } = this;
    return html`
      <p role="alert"><strong>${t('card.failed', { title: card.title, owner: card.ownerName })}</strong></p>
      <p class="muted">${this.mayRetry ? this.error.message : t('card.off')}</p>
      <div class="actions">
        ${this.mayRetry ? html`<button @click=${() => this.dispatchEvent(new Event('retry'))}>${t('action.retry')}</button>` : nothing}
        <button @click=${() => this.dispatchEvent(new Event('hide'))}>${t('card.hide')}</button>
        <button @click=${this.copy}>${t('card.copy')}</button>
        ${isAdmin.value && card.owner !== 'core' ? html`<button @click=${this.disable}>${t('card.disable')}</button>` : nothing}
      </div>
    `;
  }

  private async copy(): Promise<void> {
    const { card, error } = this;
    const text = `${card.key}\n${error.stack ?? error.message}\n${navigator.userAgent}`;
    try {
      await navigator.clipboard.writeText(text);
      toast(t('card.copied'));
    } catch {
      // On plain HTTP a page may not write there; it can be copied by hand.
      window.prompt(t('card.copy'), text);
    }
  }

  private async disable(): Promise<void> {
    const { owner, ownerName } = this.card;
    const yes = await confirm({
      heading: t('card.disableHeading', { name: ownerName }),
      text: t('card.disableText'),
      action: t('card.disable'),
      isDangerous: true,
    });
    if (!yes) return;
    try {
      await api.post(`/plugins/${owner}/disable`);
      refresh('ui-plugins', 'plugins');
      this.dispatchEvent(new Event('hide'));
    } catch (error) {
      toastError(error);
    }
  }
}
