/** The door: the page for somebody who is not signed in, by their address and by how the server stands. */
import { css, html } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { StintElement } from '../components/element.ts';
import { sessionState, user } from '../data/session.ts';
import { loadTexts, t } from '../i18n/texts.ts';
import { controls } from '../styles/controls.ts';
import { navigate, place } from './place.ts';

const doors = {
  setup: () => import('../pages/setup/page.ts'),
  invitation: () => import('../pages/invitation/page.ts'),
  login: () => import('../pages/login/page.ts'),
};
type Door = keyof typeof doors;

@customElement('stint-entrance')
export class Entrance extends StintElement {
  static override styles = [
    StintElement.styles,
    controls,
    css`
      :host {
        min-block-size: 100dvh;
        display: grid;
        place-items: center;
        padding: var(--stint-space-6) var(--stint-space-4);
      }
      main {
        inline-size: min(26rem, 100%);
        display: grid;
        gap: var(--stint-space-6);
      }
      .brand {
        display: flex;
        align-items: center;
        justify-content: center;
        gap: var(--stint-space-2);
        font-size: var(--stint-text-xl);
        font-weight: var(--stint-weight-bold);
        letter-spacing: -0.02em;
      }
      .card {
        padding: var(--stint-space-6);
        border: 1px solid var(--stint-color-line);
        border-radius: var(--stint-radius-l);
        background: var(--stint-color-surface);
        box-shadow: var(--stint-shadow-s);
      }
      .plain {
        display: grid;
        gap: var(--stint-space-4);
        text-align: center;
        justify-items: center;
      }
    `,
  ];

  @state() private ready?: Door;

  override render() {
    return html`<main>
      <div class="brand"><img src="/icon.svg" alt="" width="28" height="28">Stint</div>
      <div class="card">${this.renderDoor()}</div>
    </main>`;
  }

  private renderDoor() {
    const door = this.door();
    if (door === 'setup' && !place.value.includes('token=')) {
      return html`<div class="plain"><h1>${t('entrance.needsLink')}</h1>
        <p class="muted">${t('entrance.needsLinkText')}</p></div>`;
    }
    if (this.ready !== door) return html`<div style="min-block-size: 16rem"></div>`;
    if (door === 'setup') return html`<stint-setup-page></stint-setup-page>`;
    if (door === 'invitation') return html`<stint-invitation-page></stint-invitation-page>`;
    return html`<stint-login-page></stint-login-page>`;
  }

  private door(): Door {
    if (place.value.startsWith('/invitation')) return 'invitation';
    const isSetUp = sessionState.value === 'needs-set-up' || sessionState.value === 'signed-in';
    return isSetUp ? 'setup' : 'login';
  }

  override updated(): void {
    const door = this.door();
    if (this.ready === door) return;
    void Promise.all([doors[door](), loadTexts(`../pages/${door}/i18n`)]).then(() => {
      this.ready = door;
    });
    document.title = `${t(`entrance.title.${door}`)} · Stint`;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // The set-up keeps its address until its last step; somebody who comes back to it later has none.
    if (user.peek() && sessionState.peek() === 'signed-in' && !history.state?.settingUp) {
      void navigate('/', { replace: true });
    }
  }
}
