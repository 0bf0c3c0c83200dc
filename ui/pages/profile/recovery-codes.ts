/** Recovery codes, shown this once: to read, to copy and to save. */
import { css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import '../../components/copy-field.ts';
import { StintElement } from '../../components/element.ts';
import { t } from '../../i18n/texts.ts';
import { controls } from '../../styles/controls.ts';

const FILE = 'stint-recovery-codes.txt';

@customElement('stint-recovery-codes')
export class RecoveryCodes extends StintElement {
  static override styles = [
    StintElement.styles,
    controls,
    css`
      .all {
        display: grid;
        gap: var(--stint-space-4);
      }
      ul {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 15rem), 1fr));
        gap: var(--stint-space-1) var(--stint-space-4);
        margin: 0;
        padding: var(--stint-space-3);
        list-style: none;
        border-radius: var(--stint-radius-m);
        background: var(--stint-color-sunken);
        font-family: var(--stint-font-mono);
        font-size: var(--stint-text-s);
      }
      a {
        justify-self: start;
      }
    `,
  ];

  @property({ attribute: false }) codes: string[] = [];

  override render() {
    const file = `data:text/plain;charset=utf-8,${encodeURIComponent(`${this.codes.join('\n')}\n`)}`;
    return html`<div class="all">
      <p class="note warn">${t('profile.recoveryText')}</p>
      <ul>${this.codes.map((code) => html`<li>${code}</li>`)}</ul>
      <stint-copy-field label=${t('profile.recoveryAll')} value=${this.codes.join(' ')}></stint-copy-field>
      <a class="button" download=${FILE} href=${file} rel="external">${t('profile.recoverySave')}</a>
    </div>`;
  }
}
