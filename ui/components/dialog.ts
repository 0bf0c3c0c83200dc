/**
 * A dialog on the browser's own, which keeps the focus inside and gives it back. It asks before it
 * throws away what was typed, if told that something was.
 */

import { css, html } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import x from 'lucide-static/icons/x.svg?raw';
import { t } from '../i18n/texts.ts';
import { controls } from '../styles/controls.ts';
import { StintElement } from './element.ts';
import { icon } from './icon.ts';

/**
 * Slots: default, `footer`. Dispatches `close` when it is gone.
 * @example html`<stint-dialog heading="Edit" ?open=${this.isOpen} @close=${…}>…</stint-dialog>`
 */
@customElement('stint-dialog')
export class Dialog extends StintElement {
  static override styles = [
    StintElement.styles,
    controls,
    css`
      dialog {
        inline-size: min(var(--dialog-size, 34rem), calc(100vw - 2rem));
        max-block-size: min(46rem, calc(100dvh - 2rem));
        padding: 0;
        border: 1px solid var(--stint-color-line);
        border-radius: var(--stint-radius-l);
        background: var(--stint-color-raised);
        color: inherit;
        box-shadow: var(--stint-shadow-l);
        overflow: hidden;
      }
      dialog[open] {
        display: flex;
        flex-direction: column;
      }
      dialog::backdrop {
        background: var(--stint-color-overlay);
      }
      .head {
        display: flex;
        align-items: center;
        justify-content: space-between;
        gap: var(--stint-space-3);
        padding-block: var(--stint-space-3);
        padding-inline: var(--stint-space-5) var(--stint-space-3);
        border-block-end: 1px solid var(--stint-color-line);
      }
      .body {
        padding: var(--stint-space-5);
        overflow: auto;
        overscroll-behavior: contain;
      }
      .foot {
        padding: var(--stint-space-3) var(--stint-space-5);
        border-block-start: 1px solid var(--stint-color-line);
        background: var(--stint-color-raised);
      }
      @media (max-width: 40rem) {
        dialog {
          inline-size: 100vw;
          max-inline-size: 100vw;
          max-block-size: 92dvh;
          margin-block-end: 0;
          border-end-start-radius: 0;
          border-end-end-radius: 0;
          border-inline-width: 0;
        }
      }
    `,
  ];

  @property() heading = '';
  @property({ type: Boolean }) open = false;
  /** Something was typed that closing would lose. */
  @property({ type: Boolean }) dirty = false;
  /** There is no way out but the buttons inside. */
  @property({ type: Boolean }) locked = false;
  @state() private hasFooter = false;
  @query('dialog') private dialog!: HTMLDialogElement;

  override render() {
    return html`<dialog aria-labelledby="heading" @cancel=${this.onCancel} @close=${this.onClose} @pointerdown=${this.onPointer}>
      <div class="head">
        <h2 id="heading">${this.heading}</h2>
        ${this.locked ? '' : html`<button class="icon-button small-button" aria-label=${t('action.close')} @click=${this.requestClose}>${icon(x)}</button>`}
      </div>
      <div class="body"><slot></slot></div>
      <div class="foot" ?hidden=${!this.hasFooter}><slot name="footer" @slotchange=${this.onFooter}></slot></div>
    </dialog>`;
  }

  override updated(): void {
    if (this.open && !this.dialog.open) this.dialog.showModal();
    if (!this.open && this.dialog.open) this.dialog.close();
  }

  private requestClose = (): void => {
    if (this.locked) return;
    // The browser's own question: a dialog upon a dialog upon a dialog helps nobody.
    if (this.dirty && !window.confirm(t('dialog.discard'))) return;
    this.dialog.close();
  };

  private onFooter(event: Event): void {
    this.hasFooter = (event.target as HTMLSlotElement).assignedElements().length > 0;
  }

  private onCancel(event: Event): void {
    // Also comes from file pickers inside.
    if (event.target !== this.dialog) return;
    event.preventDefault();
    this.requestClose();
  }

  private onPointer(event: PointerEvent): void {
    if (event.target === this.dialog) this.requestClose();
  }

  private onClose(event: Event): void {
    event.stopPropagation();
    this.open = false;
    this.dispatchEvent(new Event('close'));
  }
}
