/**
 * One day of one row. A field for a duration while there is at most one entry; a button to the list of
 * several, and to what runs. It says what somebody wants and changes nothing.
 */

import { css, html } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { ifDefined } from 'lit/directives/if-defined.js';
import ellipsis from 'lucide-static/icons/ellipsis.svg?raw';
import lockIcon from 'lucide-static/icons/lock.svg?raw';
import noteIcon from 'lucide-static/icons/message-square-text.svg?raw';
import { StintElement } from '../../components/element.ts';
import { icon } from '../../components/icon.ts';
import { format } from '../../i18n/format.ts';
import { t } from '../../i18n/texts.ts';
import { controls } from '../../styles/controls.ts';
import type { Refusal } from './cell-writes.ts';

/** Columns and rows to go. */
export interface Move {
  columns: number;
  rows: number;
}

/**
 * Dispatches `stint-type` with the text when it is left, `stint-restore`, `stint-move` with a `Move`, and
 * `stint-entries` to see what is inside.
 */
@customElement('stint-week-cell')
export class WeekCell extends StintElement {
  static override styles = [
    StintElement.styles,
    controls,
    css`
      :host {
        position: relative;
      }
      input:not([type='checkbox']),
      .sum {
        inline-size: 100%;
        min-block-size: 2.75rem;
        padding-block: 0;
        padding-inline: 1.75rem var(--stint-space-2);
        border: 1px solid var(--cell-line, transparent);
        border-radius: var(--stint-radius-s);
        background: transparent;
        text-align: end;
        justify-content: end;
        font-weight: var(--stint-weight);
        font-variant-numeric: tabular-nums;
      }
      input:not([type='checkbox']):hover,
      .sum:hover {
        background: var(--stint-color-hover);
        border-color: var(--stint-color-line-strong);
      }
      input:not([type='checkbox']):focus-visible,
      .sum:focus-visible {
        outline: 2px solid var(--stint-color-focus);
        outline-offset: -2px;
        background: var(--stint-color-surface);
      }
      input[readonly]:hover {
        border-color: transparent;
        background: transparent;
      }
      input[aria-invalid='true'] {
        background: var(--stint-color-danger-quiet) !important;
        border-color: var(--stint-color-danger);
      }
      .running {
        color: var(--stint-color-running);
        font-weight: var(--stint-weight-medium);
      }
      .count {
        position: absolute;
        inset-inline-start: var(--stint-space-1);
        min-inline-size: 1.25rem;
        border-radius: var(--stint-radius-full);
        background: var(--stint-color-sunken);
        color: var(--stint-color-muted);
        font-size: var(--stint-text-xs);
        text-align: center;
      }
      .count::before {
        content: attr(data-count);
      }
      .dot {
        position: absolute;
        inset-inline-start: var(--stint-space-2);
        inline-size: 0.5rem;
        block-size: 0.5rem;
        border-radius: 50%;
        background: var(--stint-color-running);
      }
      .more,
      .mark {
        position: absolute;
        inset-block-start: calc(50% - 0.75rem);
        inset-inline-start: 0.125rem;
        display: grid;
        place-items: center;
        inline-size: 1.5rem;
        min-block-size: 1.5rem;
        border-radius: var(--stint-radius-s);
        color: var(--stint-color-muted);
      }
      .more .icon,
      .mark .icon {
        inline-size: 0.9375rem;
        block-size: 0.9375rem;
      }
      .more:not(.has-note) {
        opacity: 0;
      }
      :host(:hover) .more,
      :host(:focus-within) .more {
        opacity: 1;
      }
      @media (pointer: coarse) {
        .more {
          inset-block-start: calc(50% - 1.125rem);
          inline-size: 2.25rem;
          min-block-size: 2.25rem;
        }
        .more:not(.is-empty) {
          opacity: 1;
        }
        input:not([type='checkbox']) {
          padding-inline-start: 2.25rem;
        }
      }
    `,
  ];

  /** What it is about, for readers: row and day. */
  @property() label = '';
  @property({ type: Number }) seconds = 0;
  /** How many entries there are. */
  @property({ type: Number }) count = 0;
  @property({ type: Boolean }) isRunning = false;
  /** The one entry has a description. */
  @property() note = '';
  /** Why nothing can be changed here. */
  @property() locked = '';
  @property({ attribute: false }) refusal?: Refusal;

  @state() private typed?: string;
  @query('input, .sum') private control!: HTMLElement;

  override render() {
    return this.count > 1 || this.isRunning ? this.renderSum() : this.renderField();
  }

  private renderField() {
    const { refusal, locked } = this;
    const entries = t('week.entriesOf', { cell: this.label });
    return html`<input autocomplete="off" maxlength="20" aria-label=${this.label} .value=${this.typed ?? refusal?.text ?? this.saved()}
        ?readonly=${Boolean(locked)} aria-invalid=${ifDefined(refusal && 'true')} aria-keyshortcuts="Alt+ArrowDown"
        aria-description=${ifDefined(refusal?.reason ?? (locked || undefined))} title=${ifDefined(refusal?.reason ?? (locked || this.note || undefined))}
        @input=${(event: Event) => {
          this.typed = (event.target as HTMLInputElement).value;
        }} @focus=${(event: Event) => (event.target as HTMLInputElement).select()}
        @blur=${this.leave} @keydown=${this.onFieldKey}>
      ${
        locked
          ? html`<span class="mark">${icon(lockIcon)}</span>`
          : html`<button class="more ${this.note ? 'has-note' : ''} ${this.count === 0 ? 'is-empty' : ''} quiet" tabindex="-1"
              aria-label=${entries} title=${this.note || entries} @click=${this.open}>${icon(this.note ? noteIcon : ellipsis)}</button>`
      }`;
  }

  private renderSum() {
    const what = this.isRunning ? t('week.running') : t('week.several', { count: this.count });
    return html`<button class="sum ${this.isRunning ? 'running' : ''}" aria-haspopup="dialog" title=${this.locked || what}
      aria-label="${this.label}: ${format.duration(this.seconds)}, ${what}" @click=${this.open} @keydown=${this.onSumKey}>
      ${this.isRunning ? html`<span class="dot"></span>` : html`<span class="count" data-count=${this.count}></span>`}${format.duration(this.seconds)}</button>`;
  }

  override focus(): void {
    this.control.focus();
  }

  private saved(): string {
    return this.seconds > 0 || this.count > 0 ? format.duration(this.seconds) : '';
  }

  private leave(): void {
    const { typed } = this;
    this.typed = undefined;
    if (typed !== undefined && typed.trim() !== this.saved()) this.send('stint-type', typed);
  }

  private onFieldKey(event: KeyboardEvent): void {
    const field = event.target as HTMLInputElement;
    const { selectionStart, selectionEnd, value } = field;
    const isWhole = selectionStart === 0 && selectionEnd === value.length;
    const isRtl = getComputedStyle(this).direction === 'rtl';
    const [back, on] = isRtl ? ['ArrowRight', 'ArrowLeft'] : ['ArrowLeft', 'ArrowRight'];
    if (event.altKey && event.key === 'ArrowDown') this.open();
    else if (event.altKey || event.ctrlKey || event.metaKey) return;
    else if (event.key === 'Escape') this.restore(field);
    else if (event.key === 'Enter') this.move(0, event.shiftKey ? -1 : 1);
    else if (event.shiftKey) return;
    else if (event.key === 'ArrowUp') this.move(0, -1);
    else if (event.key === 'ArrowDown') this.move(0, 1);
    // While a text is being written, the arrows go through it first.
    else if (event.key === back && (isWhole || selectionEnd === 0)) this.move(-1, 0);
    else if (event.key === on && (isWhole || selectionStart === value.length)) this.move(1, 0);
    else return;
    event.preventDefault();
  }

  private onSumKey(event: KeyboardEvent): void {
    const isRtl = getComputedStyle(this).direction === 'rtl';
    const moves: Record<string, [number, number]> = {
      ArrowUp: [0, -1],
      ArrowDown: [0, 1],
      ArrowLeft: [isRtl ? 1 : -1, 0],
      ArrowRight: [isRtl ? -1 : 1, 0],
    };
    const move = moves[event.key];
    if (!move || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    this.move(...move);
  }

  private move(columns: number, rows: number): void {
    // Enter in the last row saves, and has nowhere to go.
    this.leave();
    this.send<Move>('stint-move', { columns, rows });
  }

  private restore(field: HTMLInputElement): void {
    this.typed = undefined;
    this.send('stint-restore');
    void this.updateComplete.then(() => field.select());
  }

  private open(): void {
    this.leave();
    this.send('stint-entries');
  }
}
