/**
 * A choice from a list that may be long: a button that opens a search above its options. One or several
 * may be chosen; what is missing may be made. It knows nothing about what the options are.
 */

import { css, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import checkIcon from 'lucide-static/icons/check.svg?raw';
import chevronDown from 'lucide-static/icons/chevron-down.svg?raw';
import plus from 'lucide-static/icons/plus.svg?raw';
import { t } from '../i18n/texts.ts';
import { controls } from '../styles/controls.ts';
import { StintElement } from './element.ts';
import { icon } from './icon.ts';

export interface Option {
  value: number;
  label: string;
  /** Said smaller beside the label, and searched as well. */
  detail?: string;
  /** A dot before the label. */
  color?: string | null;
}

const MOST_SHOWN = 100;
let ids = 0;

/**
 * Dispatches `stint-pick` with `{ values }`, and `stint-create` with `{ label }`.
 * @example html`<stint-combobox label="Project" .options=${…} .values=${[3]} @stint-pick=${…}></stint-combobox>`
 */
@customElement('stint-combobox')
export class Combobox extends StintElement {
  static override styles = [
    StintElement.styles,
    controls,
    css`
      :host {
        display: inline-block;
        min-inline-size: 0;
      }
      .trigger {
        inline-size: 100%;
        justify-content: start;
        padding-inline: var(--stint-space-3);
        font-weight: var(--stint-weight);
      }
      .trigger > span:first-of-type {
        overflow: hidden;
        text-overflow: ellipsis;
      }
      .trigger > .icon:last-child {
        margin-inline-start: auto;
        color: var(--stint-color-muted);
      }
      :host([compact]) .trigger {
        border-color: transparent;
        background: transparent;
        color: var(--stint-color-text);
      }
      :host([compact]) .trigger:hover {
        background: var(--stint-color-hover);
      }
      .empty {
        color: var(--stint-color-muted);
      }
      .dot {
        flex: none;
        inline-size: 0.625rem;
        block-size: 0.625rem;
        border-radius: 50%;
        background: var(--dot, var(--stint-color-line-strong));
      }
      .panel {
        inline-size: min(20rem, calc(100vw - 2rem));
        padding: var(--stint-space-2);
        border: 1px solid var(--stint-color-line);
        border-radius: var(--stint-radius-m);
        background: var(--stint-color-raised);
        box-shadow: var(--stint-shadow-m);
      }
      [role='listbox'] {
        max-block-size: 18rem;
        margin-block-start: var(--stint-space-2);
        overflow-y: auto;
      }
      [role='option'] {
        display: flex;
        align-items: center;
        gap: var(--stint-space-2);
        min-block-size: 2rem;
        padding: var(--stint-space-1) var(--stint-space-2);
        border-radius: var(--stint-radius-s);
        cursor: pointer;
      }
      [role='option'].active {
        background: var(--stint-color-hover);
        box-shadow: inset 0 0 0 1px var(--stint-color-line-strong);
      }
      [role='option'] .icon {
        margin-inline-start: auto;
        color: var(--stint-color-accent);
      }
      .detail {
        color: var(--stint-color-muted);
        font-size: var(--stint-text-s);
      }
      .none {
        padding: var(--stint-space-2);
      }
    `,
  ];

  /** What is chosen, for readers; also shown while nothing is. */
  @property() label = '';
  @property({ attribute: false }) options: Option[] = [];
  @property({ attribute: false }) values: readonly number[] = [];
  @property({ type: Boolean }) multiple = false;
  /** The first line of the list that chooses nothing: "No project". Without it something stays chosen. */
  @property() none = '';
  /** Offers to make what is not there: `Create project "{label}"`. */
  @property({ attribute: false }) createLabel?: (label: string) => string;
  /** An icon for the button while nothing is chosen. */
  @property({ attribute: false }) glyph = '';
  @property({ type: Boolean, reflect: true }) compact = false;
  @property({ type: Boolean }) disabled = false;

  @state() private isOpen = false;
  @state() private search = '';
  @state() private active = 0;
  @query('wa-popup') private popup!: HTMLElement & { updateComplete?: Promise<unknown> };
  @query('.trigger') private trigger!: HTMLButtonElement;
  @query('input') private input?: HTMLInputElement;
  private readonly listId = `options-${++ids}`;

  override render() {
    return html`<wa-popup placement="bottom-start" distance="4" flip shift ?active=${this.isOpen} @focusout=${this.onFocusOut}>
      <button slot="anchor" type="button" class="trigger" aria-haspopup="listbox" aria-expanded=${this.isOpen}
        aria-label=${this.spoken()} ?disabled=${this.disabled} @click=${this.toggle} @keydown=${this.onTriggerKey}>${this.renderChosen()}</button>
      ${this.isOpen ? this.renderPanel() : nothing}
    </wa-popup>`;
  }

  private renderChosen() {
    const chosen = this.chosen();
    const [first] = chosen;
    if (!first) {
      return html`${this.glyph ? icon(this.glyph) : nothing}<span class="empty">${this.label}</span>${this.compact ? nothing : icon(chevronDown)}`;
    }
    const text = chosen.map(({ label }) => label).join(', ');
    return html`${first.color === undefined ? (this.glyph ? icon(this.glyph) : nothing) : dot(first.color)}<span>${text}</span>${this.compact ? nothing : icon(chevronDown)}`;
  }

  private renderPanel() {
    const lines = this.lines();
    return html`<div class="panel">
      <input role="combobox" aria-expanded="true" aria-controls=${this.listId} aria-label=${t('combobox.search', { label: this.label })}
        aria-activedescendant=${lines.length > 0 ? `${this.listId}-${this.active}` : nothing} aria-autocomplete="list" autocomplete="off"
        placeholder=${t('combobox.placeholder')} .value=${this.search} @input=${this.onInput} @keydown=${this.onKey}>
      <div role="listbox" id=${this.listId} aria-label=${this.label} aria-multiselectable=${this.multiple ? 'true' : nothing}>
        ${lines.map((line, index) => this.renderLine(line, index))}
      </div>
      ${lines.length === 0 ? html`<p class="none muted">${t('combobox.nothing')}</p>` : nothing}
    </div>`;
  }

  private renderLine(line: Line, index: number) {
    const isChosen = line.kind === 'option' && this.values.includes(line.option.value);
    return html`<div role="option" id="${this.listId}-${index}" aria-selected=${isChosen} class=${index === this.active ? 'active' : ''}
      @pointerdown=${(event: Event) => event.preventDefault()} @click=${() => this.choose(line)} @pointermove=${() => {
        this.active = index;
      }}>
      ${
        line.kind === 'option'
          ? html`${line.option.color === undefined ? nothing : dot(line.option.color)}<span>${line.option.label}
            ${line.option.detail ? html`<span class="detail">${line.option.detail}</span>` : nothing}</span>`
          : line.kind === 'none'
            ? html`<span class="muted">${this.none}</span>`
            : html`${icon(plus)}<span>${this.createLabel?.(line.label)}</span>`
      }
      ${isChosen ? icon(checkIcon) : nothing}
    </div>`;
  }

  override updated(changed: PropertyValues): void {
    if (this.isOpen && changed.has('isOpen' as keyof Combobox)) void this.focusSearch();
    this.renderRoot.querySelector('.active')?.scrollIntoView({ block: 'nearest' });
  }

  private async focusSearch(): Promise<void> {
    // What is in a popup can have the focus when that has opened.
    await this.popup.updateComplete;
    this.input?.focus();
  }

  private chosen(): Option[] {
    return this.options.filter(({ value }) => this.values.includes(value));
  }

  private spoken(): string {
    const text = this.chosen().map(({ label, detail }) =>
      [label, detail].filter(Boolean).join(', '),
    );
    return text.length > 0 ? `${this.label}: ${text.join('; ')}` : this.label;
  }

  private lines(): Line[] {
    const said = this.search.trim().toLocaleLowerCase();
    const found = this.options.filter(({ label, detail = '' }) =>
      `${label} ${detail}`.toLocaleLowerCase().includes(said),
    );
    const isThere = found.some(({ label }) => label.toLocaleLowerCase() === said);
    return [
      ...(this.none && !said && !this.multiple ? [{ kind: 'none' } as const] : []),
      ...found.slice(0, MOST_SHOWN).map((option) => ({ kind: 'option', option }) as const),
      ...(this.createLabel && said && !isThere
        ? [{ kind: 'create', label: this.search.trim() } as const]
        : []),
    ];
  }

  private choose(line: Line): void {
    if (line.kind === 'create') {
      this.send('stint-create', { label: line.label });
      this.search = '';
      if (!this.multiple) this.close();
      return;
    }
    const value = line.kind === 'option' ? line.option.value : undefined;
    if (!this.multiple || value === undefined) {
      this.send('stint-pick', { values: value === undefined ? [] : [value] });
      this.close();
      return;
    }
    const has = this.values.includes(value);
    this.send('stint-pick', {
      values: has ? this.values.filter((one) => one !== value) : [...this.values, value],
    });
  }

  private async toggle(): Promise<void> {
    if (this.isOpen) return this.close();
    await import('@awesome.me/webawesome/dist/components/popup/popup.js');
    this.search = '';
    const chosen = this.values[0];
    const at = this.lines().findIndex(
      (line) => line.kind === 'option' && line.option.value === chosen,
    );
    this.active = Math.max(0, at);
    this.isOpen = true;
  }

  private close(): void {
    if (!this.isOpen) return;
    this.isOpen = false;
    this.trigger.focus();
  }

  private onInput(event: InputEvent): void {
    this.search = (event.target as HTMLInputElement).value;
    this.active = 0;
  }

  private onTriggerKey(event: KeyboardEvent): void {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    void this.toggle();
  }

  private onKey(event: KeyboardEvent): void {
    const lines = this.lines();
    const last = lines.length - 1;
    const moves: Record<string, number> = {
      ArrowDown: this.active < last ? this.active + 1 : 0,
      ArrowUp: this.active > 0 ? this.active - 1 : last,
      PageDown: Math.min(last, this.active + 8),
      PageUp: Math.max(0, this.active - 8),
    };
    const move = moves[event.key];
    if (move !== undefined) this.active = Math.max(0, move);
    else if (event.key === 'Enter' && lines[this.active]) this.choose(lines[this.active] as Line);
    else if (event.key === 'Escape') this.close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  private onFocusOut(event: FocusEvent): void {
    const to = event.relatedTarget as Node | null;
    if (this.isOpen && !this.renderRoot.contains(to)) this.isOpen = false;
  }
}

type Line =
  | { kind: 'option'; option: Option }
  | { kind: 'none' }
  | { kind: 'create'; label: string };

function dot(color: string | null) {
  return html`<span class="dot" style=${color ? `--dot: ${color}` : ''}></span>`;
}
