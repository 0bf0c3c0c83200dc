/** Short messages at the edge of the screen, with at most one thing to do: undo, or try again. */

import { signal } from '@preact/signals-core';
import { css, html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import x from 'lucide-static/icons/x.svg?raw';
import { t } from '../i18n/texts.ts';
import { controls } from '../styles/controls.ts';
import { StintElement } from './element.ts';
import { icon } from './icon.ts';

export interface ToastOptions {
  kind?: 'info' | 'error';
  action?: { label: string; run(): void | Promise<void> };
  /** Takes the place of the one before of the same series, when many may follow each other quickly. */
  series?: string;
}

interface Toast extends ToastOptions {
  id: number;
  message: string;
}

// Long enough to read, and to reach the button by keyboard.
const SHOWN_MS = { info: 6000, error: 12_000 };
const MOST = 3;

const toasts = signal<Toast[]>([]);
let lastId = 0;

export function toast(message: string, options: ToastOptions = {}): void {
  lastId += 1;
  const others = toasts.peek().filter(({ series }) => !series || series !== options.series);
  toasts.value = [...others, { id: lastId, message, ...options }].slice(-MOST);
  startLeaving(lastId, options.kind ?? 'info');
}

/** Says what went wrong, in the server's words. */
export function toastError(error: unknown): void {
  const message =
    (error as Error)?.name === 'Unreachable'
      ? t('offline.notSent')
      : String((error as Error)?.message ?? error);
  toast(message, { kind: 'error' });
}

/** "Entry deleted. Undo" */
export function toastUndo(message: string, undo: () => Promise<void>, series?: string): void {
  toast(message, {
    series,
    action: { label: t('action.undo'), run: () => undo().catch(toastError) },
  });
}

function dismiss(id: number): void {
  toasts.value = toasts.peek().filter((one) => one.id !== id);
}

function startLeaving(id: number, kind: 'info' | 'error'): void {
  setTimeout(() => {
    // Not under somebody's hands.
    const host = document.querySelector('stint-app')?.shadowRoot?.querySelector('stint-toasts');
    if (host?.matches(':hover, :focus-within')) startLeaving(id, kind);
    else dismiss(id);
  }, SHOWN_MS[kind]);
}

@customElement('stint-toasts')
export class Toasts extends StintElement {
  static override styles = [
    StintElement.styles,
    controls,
    css`
      :host {
        position: fixed;
        z-index: 50;
        inset-inline: var(--stint-space-4);
        inset-block-end: calc(var(--stint-bottom-bars, 0px) + var(--stint-space-4));
        display: grid;
        justify-items: center;
        gap: var(--stint-space-2);
        pointer-events: none;
      }
      .toast {
        display: flex;
        align-items: center;
        gap: var(--stint-space-2);
        max-inline-size: min(34rem, 100%);
        padding-block: var(--stint-space-1);
        padding-inline: var(--stint-space-4) var(--stint-space-1);
        border-radius: var(--stint-radius-m);
        background: light-dark(#25272c, #e9eaec);
        color: light-dark(#fff, #16171a);
        box-shadow: var(--stint-shadow-l);
        pointer-events: auto;
        overflow-wrap: anywhere;
      }
      .toast p {
        padding-block: var(--stint-space-2);
        flex: 1;
      }
      .error {
        background: light-dark(#8d1d23, #ffc9c6);
        color: light-dark(#fff, #34090b);
      }
      button,
      button:hover {
        background: transparent;
        border-color: transparent;
        color: inherit;
      }
      .do {
        padding-inline: var(--stint-space-3);
        text-decoration: underline;
        text-underline-offset: 0.2em;
      }
      button:focus-visible {
        outline-color: currentColor;
        outline-offset: -3px;
      }
    `,
  ];

  override render() {
    return html`<div role="status" aria-live="polite">${repeat(
      toasts.value,
      ({ id }) => id,
      (one) => html`<div class="toast ${one.kind ?? 'info'}">
        <p>${one.message}</p>
        ${one.action ? html`<button class="do small-button" @click=${() => this.run(one)}>${one.action.label}</button>` : ''}
        <button class="icon-button small-button" aria-label=${t('action.dismiss')} @click=${() => dismiss(one.id)}>${icon(x)}</button>
      </div>`,
    )}</div>`;
  }

  private run(one: Toast): void {
    dismiss(one.id);
    void one.action?.run();
  }
}
