/**
 * The whole app: who is here decides what they see. It holds what lies above every page: messages,
 * questions, and the renewal of a session that ended under somebody's hands.
 */
import { effect } from '@preact/signals-core';
import { css, html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import '../components/confirm.ts';
import { StintElement } from '../components/element.ts';
import '../components/toast.ts';
import { openSession, type SessionState, sessionState, user } from '../data/session.ts';
import { loadTexts, setLocale } from '../i18n/texts.ts';
import { place } from './place.ts';
import './unreachable.ts';

// Each is a module of its own: nobody who is signed in loads the log-in.
const loadFrame = () => import('./frame.ts');
const loadEntrance = () => import('./entrance.ts');
const loadRenewal = () => import('./session-renewal.ts');

@customElement('stint-app')
export class App extends StintElement {
  static override styles = [
    StintElement.styles,
    css`
      :host {
        min-block-size: 100dvh;
      }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    void this.begin();
    // Whoever is signed in is spoken to in their language, however they came in and wherever they set it.
    effect(() => {
      const tag = user.value?.locale;
      if (tag) void setLocale(tag);
    });
  }

  override render() {
    // One template for each view, whatever led to it: another one would make its element anew.
    return html`${this.view()}<stint-confirm></stint-confirm><stint-toasts></stint-toasts>`;
  }

  private view() {
    const state = sessionState.value;
    if (state === 'loading') return nothing;
    if (state === 'unreachable') return html`<stint-unreachable></stint-unreachable>`;
    if (!isInside(state)) return html`<stint-entrance></stint-entrance>`;
    return html`<stint-frame></stint-frame>
      ${state === 'expired' ? html`<stint-session-renewal></stint-session-renewal>` : nothing}`;
  }

  override updated(): void {
    const state = sessionState.value;
    if (state === 'loading' || state === 'unreachable') return;
    if (!isInside(state)) void loadEntrance();
    else void (state === 'expired' ? loadRenewal() : loadFrame());
  }

  private async begin(): Promise<void> {
    // Most visits are by somebody who is signed in: their frame loads while the server says who it is.
    if (!isEntrance(place.peek())) void loadFrame();
    await Promise.all([loadTexts('.'), openSession()]);
  }
}

function isInside(state: SessionState): boolean {
  return state === 'expired' || (state === 'signed-in' && !isEntrance(place.value));
}

/** The set-up, an invitation: addresses from links, for people without an account. */
function isEntrance(path: string): boolean {
  return /^\/(setup|invitation)(\?|$)/.test(path);
}
