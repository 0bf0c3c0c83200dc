/**
 * A text to take elsewhere: a secret that is shown once, an address. It copies on plain HTTP as well,
 * where browsers have no clipboard for pages, by selecting what is shown.
 */
import { css, html } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import check from 'lucide-static/icons/check.svg?raw';
import copyIcon from 'lucide-static/icons/copy.svg?raw';
import { t } from '../i18n/texts.ts';
import { controls } from '../styles/controls.ts';
import { StintElement } from './element.ts';
import { icon } from './icon.ts';

const SHOWN_MS = 2000;
let ids = 0;

/** @example html`<stint-copy-field label="Your token" value=${token}></stint-copy-field>` */
@customElement('stint-copy-field')
export class CopyField extends StintElement {
  static override styles = [
    StintElement.styles,
    controls,
    css`
      :host {
        min-inline-size: 0;
      }
      .line {
        display: flex;
        gap: var(--stint-space-2);
      }
      input {
        flex: 1;
        min-inline-size: 0;
        font-family: var(--stint-font-mono);
        font-size: var(--stint-text-s);
      }
    `,
  ];

  @property() label = '';
  @property() value = '';
  @state() private isCopied = false;
  @query('input') private input!: HTMLInputElement;
  private readonly inputId = `copy-${++ids}`;

  override render() {
    const says = this.isCopied ? t('copy.copied') : t('copy.action');
    return html`<div class="field">
      <label for=${this.inputId}>${this.label}</label>
      <div class="line">
        <input id=${this.inputId} readonly .value=${this.value} @focus=${() => this.input.select()}>
        <button type="button" aria-label=${t('copy.of', { label: this.label })} @click=${this.copy}>
          ${icon(this.isCopied ? check : copyIcon)} ${says}</button>
      </div>
      <span class="for-readers" role="status">${this.isCopied ? t('copy.copied') : ''}</span>
    </div>`;
  }

  private async copy(): Promise<void> {
    this.input.select();
    // `clipboard` is there on HTTPS and on localhost only.
    const isCopied = await (navigator.clipboard?.writeText(this.value) ?? Promise.reject()).then(
      () => true,
      () => document.execCommand('copy'),
    );
    // What is selected can still be copied by hand.
    if (!isCopied) return;
    this.isCopied = true;
    setTimeout(() => {
      this.isCopied = false;
    }, SHOWN_MS);
  }
}
