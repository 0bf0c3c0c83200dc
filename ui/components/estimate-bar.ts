/** How much of what was planned is used up: a bar, and the same in words. */
import { css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { isManager } from '../data/session.ts';
import { format } from '../i18n/format.ts';
import { t } from '../i18n/texts.ts';
import { StintElement } from './element.ts';

/** @example html`<stint-estimate-bar .seconds=${5400} .estimate=${36_000}></stint-estimate-bar>` */
@customElement('stint-estimate-bar')
export class EstimateBar extends StintElement {
  static override styles = [
    StintElement.styles,
    css`
      p {
        font-size: var(--stint-text-s);
        color: var(--stint-color-muted);
        white-space: nowrap;
      }
      .track {
        block-size: 6px;
        margin-block-start: var(--stint-space-1);
        border-radius: var(--stint-radius-full);
        background: var(--stint-color-sunken);
        overflow: hidden;
      }
      .track div {
        block-size: 100%;
        inline-size: var(--share);
        background: var(--stint-color-accent);
      }
      .over .track div {
        background: var(--stint-color-danger);
      }
      .over p {
        color: var(--stint-color-danger);
      }
    `,
  ];

  @property({ attribute: false }) seconds = 0;
  @property({ attribute: false }) estimate = 0;

  override render() {
    const { seconds, estimate } = this;
    const share = estimate > 0 ? seconds / estimate : 1;
    const percent = format.number(share, { style: 'percent' });
    return html`<div class=${seconds > estimate ? 'over' : ''}>
      <p class="numbers">${t('estimate.used', { percent, estimate: format.duration(estimate) })}</p>
      <div class="track" aria-hidden="true"><div style="--share: ${Math.min(100, share * 100).toFixed(1)}%"></div></div>
    </div>`;
  }
}

/** For members, who see no more than their own time, what was planned and no share of it. */
export function renderEstimate(seconds: number, estimate: number) {
  if (!isManager.value) return html`<span class="numbers">${format.duration(estimate)}</span>`;
  return html`<stint-estimate-bar .seconds=${seconds} .estimate=${estimate}></stint-estimate-bar>`;
}
