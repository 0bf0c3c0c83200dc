/** A button that opens a short list of things to do. What cannot be done now says why. */
import { css, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import ellipsis from 'lucide-static/icons/ellipsis.svg?raw';
import { controls } from '../styles/controls.ts';
import { StintElement } from './element.ts';
import { icon } from './icon.ts';

export interface MenuItem {
  label: string;
  glyph?: string;
  isDangerous?: boolean;
  /** Why it cannot be done now. */
  reason?: string;
  run(): unknown;
}

/** @example html`<stint-menu label="More about Museum" .items=${[{ label: 'Archive', run: () => … }]}></stint-menu>` */
@customElement('stint-menu')
export class Menu extends StintElement {
  static override styles = [
    StintElement.styles,
    controls,
    css`
      :host {
        display: inline-block;
      }
      .list {
        display: grid;
        min-inline-size: 11rem;
        max-inline-size: min(20rem, calc(100vw - 2rem));
        padding: var(--stint-space-1);
        border: 1px solid var(--stint-color-line);
        border-radius: var(--stint-radius-m);
        background: var(--stint-color-raised);
        box-shadow: var(--stint-shadow-m);
      }
      .list button {
        justify-content: start;
        gap: var(--stint-space-3);
        padding-inline: var(--stint-space-3);
        border-color: transparent;
        background: transparent;
        font-weight: var(--stint-weight);
        text-align: start;
        white-space: normal;
      }
      .list button:hover,
      .list button:focus-visible {
        background: var(--stint-color-hover);
      }
      .list button:focus-visible {
        outline-offset: -2px;
      }
      .list button[aria-disabled='true'] {
        opacity: 1;
        color: var(--stint-color-muted);
      }
      .list .bad {
        color: var(--stint-color-danger);
      }
      .reason {
        display: block;
        padding-block-end: var(--stint-space-1);
        font-size: var(--stint-text-xs);
      }
    `,
  ];

  /** What it is about, for readers. */
  @property() label = '';
  @property({ attribute: false }) items: MenuItem[] = [];
  @state() private isOpen = false;
  @query('wa-popup') private popup!: HTMLElement & { updateComplete?: Promise<unknown> };
  @query('.trigger') private trigger!: HTMLButtonElement;

  override render() {
    return html`<wa-popup placement="bottom-end" distance="2" flip shift ?active=${this.isOpen} @focusout=${this.onFocusOut}>
      <button slot="anchor" type="button" class="trigger icon-button small-button" aria-haspopup="menu" aria-expanded=${this.isOpen}
        aria-label=${this.label} title=${this.label} @click=${this.toggle} @keydown=${this.onTriggerKey}>${icon(ellipsis)}</button>
      ${
        this.isOpen
          ? html`<div class="list" role="menu" aria-label=${this.label} @keydown=${this.onKey}>${this.items.map((item) => this.renderItem(item))}</div>`
          : nothing
      }
    </wa-popup>`;
  }

  private renderItem(item: MenuItem) {
    const { label, glyph, reason, isDangerous } = item;
    return html`<button type="button" role="menuitem" tabindex="-1" class=${isDangerous && !reason ? 'bad' : ''}
      aria-disabled=${reason ? 'true' : nothing} @click=${() => this.choose(item)}>
      ${glyph ? icon(glyph) : nothing}<span>${label}${reason ? html`<span class="reason">${reason}</span>` : nothing}</span>
    </button>`;
  }

  override updated(changed: PropertyValues): void {
    if (this.isOpen && changed.has('isOpen' as keyof Menu)) void this.focusFirst();
  }

  private async focusFirst(): Promise<void> {
    // What is in a popup can have the focus when that has opened.
    await this.popup.updateComplete;
    this.buttons()[0]?.focus();
  }

  private buttons(): HTMLButtonElement[] {
    return Array.from(this.renderRoot.querySelectorAll<HTMLButtonElement>('[role="menuitem"]'));
  }

  private choose({ reason, run }: MenuItem): void {
    if (reason) return;
    this.close();
    run();
  }

  private async toggle(): Promise<void> {
    if (this.isOpen) return this.close();
    await import('@awesome.me/webawesome/dist/components/popup/popup.js');
    this.isOpen = true;
  }

  private close(): void {
    this.isOpen = false;
    this.trigger.focus();
  }

  private onTriggerKey(event: KeyboardEvent): void {
    if (event.key !== 'ArrowDown' || this.isOpen) return;
    event.preventDefault();
    void this.toggle();
  }

  private onKey(event: KeyboardEvent): void {
    const buttons = this.buttons();
    const at = buttons.indexOf(this.renderRoot.querySelector('[role="menuitem"]:focus') as never);
    const moves: Record<string, number> = {
      ArrowDown: (at + 1) % buttons.length,
      ArrowUp: (at - 1 + buttons.length) % buttons.length,
      Home: 0,
      End: buttons.length - 1,
    };
    const move = moves[event.key];
    if (move !== undefined) buttons[move]?.focus();
    else if (event.key === 'Escape') this.close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  private onFocusOut(event: FocusEvent): void {
    if (!this.renderRoot.contains(event.relatedTarget as Node | null)) this.isOpen = false;
  }
}
