/** Which days are shown, and the way to those before and after. It keeps nothing: each click is an event. */
import { css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import chevronLeft from 'lucide-static/icons/chevron-left.svg?raw';
import chevronRight from 'lucide-static/icons/chevron-right.svg?raw';
import { controls } from '../styles/controls.ts';
import { StintElement } from './element.ts';
import { icon } from './icon.ts';

/**
 * Dispatches `stint-period` with -1, 0 (now) or 1.
 * @example html`<stint-period-navigation heading="23 – 29 November" previous="Previous week" …>`
 */
@customElement('stint-period-navigation')
export class PeriodNavigation extends StintElement {
  static override styles = [
    StintElement.styles,
    controls,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--stint-space-1) var(--stint-space-3);
      }
      .steps {
        display: flex;
        align-items: center;
        gap: var(--stint-space-1);
      }
      .heading {
        font-size: var(--stint-text-l);
        font-weight: var(--stint-weight-medium);
      }
      :host(:dir(rtl)) .icon {
        transform: scaleX(-1);
      }
    `,
  ];

  @property() heading = '';
  @property() previous = '';
  @property() now = '';
  @property() next = '';
  /** What is shown is now. */
  @property({ type: Boolean }) isNow = false;

  override render() {
    return html`
      <div class="steps">
        ${this.renderStep(-1, this.previous, chevronLeft)}
        <button class="small-button" ?disabled=${this.isNow} @click=${() => this.send('stint-period', 0)}>${this.now}</button>
        ${this.renderStep(1, this.next, chevronRight)}
      </div>
      <p class="heading numbers" aria-live="polite">${this.heading}</p>
    `;
  }

  private renderStep(step: number, label: string, source: string) {
    return html`<button class="icon-button small-button" aria-label=${label} title=${label}
      @click=${() => this.send('stint-period', step)}>${icon(source)}</button>`;
  }
}
