/** The frame around every page: navigation, timer bar, and the page itself, loaded when it is opened. */
import { Router } from '@lit-labs/router';
import { css, html } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { StintElement } from '../components/element.ts';
import { startLive } from '../data/live.ts';
import { hasRole } from '../data/session.ts';
import { loadTexts, t } from '../i18n/texts.ts';
import { controls } from '../styles/controls.ts';
import './navigation.ts';
import './offline-notice.ts';
import { notePlace, onNavigate } from './place.ts';
import { type PageRoute, routes } from './routes.ts';
import { keepShell } from './service-worker.ts';
import './timer-bar.ts';
import { pageTitle, showTitle } from './title.ts';

let isLive = false;

/** What a page's element may have: the parts of its path, set whenever they change. */
interface PageElement extends HTMLElement {
  params?: Record<string, string | undefined>;
}

@customElement('stint-frame')
export class Frame extends StintElement {
  static override styles = [
    StintElement.styles,
    controls,
    css`
      :host {
        display: grid;
        grid-template: 'nav main' 1fr / 14rem minmax(0, 1fr);
        min-block-size: 100dvh;
      }
      stint-navigation {
        grid-area: nav;
      }
      .work {
        grid-area: main;
        display: flex;
        flex-direction: column;
        min-inline-size: 0;
      }
      stint-timer-bar {
        position: sticky;
        inset-block-start: 0;
        z-index: 20;
      }
      main {
        flex: 1;
        container: page / inline-size;
        inline-size: 100%;
        max-inline-size: 76rem;
        margin-inline: auto;
        padding: var(--stint-space-6) var(--stint-space-8) var(--stint-space-12);
      }
      main:focus {
        outline: none;
      }
      .error {
        display: grid;
        gap: var(--stint-space-4);
        justify-items: start;
        max-inline-size: 36rem;
      }
      /* A phone has its bars below, in reach of a thumb: the timer, and under it the navigation. */
      @media (max-width: 50rem) {
        :host {
          display: block;
        }
        stint-timer-bar {
          position: fixed;
          inset-inline: 0;
          inset-block: auto calc(3.5rem + env(safe-area-inset-bottom));
        }
        main {
          padding: var(--stint-space-4);
          padding-block-end: calc(var(--stint-bottom-bars) + var(--stint-space-10));
        }
      }
      @media print {
        :host {
          display: block;
        }
        stint-navigation,
        stint-timer-bar,
        stint-offline-notice {
          display: none;
        }
        .work {
          display: block;
        }
        main {
          container: none;
          max-inline-size: none;
          padding: 0;
        }
      }
    `,
  ];

  @state() private page?: PageElement;
  @state() private current?: PageRoute;
  @state() private failure?: Error;

  private readonly router = new Router(
    this,
    routes.map((route) => ({
      path: route.path,
      enter: (params: Record<string, string | undefined>) => this.enter(route, params),
    })),
    { fallback: { enter: () => this.showNothing() } },
  );

  override connectedCallback(): void {
    super.connectedCallback();
    onNavigate((path) => this.router.goto(path));
    if (isLive) return;
    isLive = true;
    startLive();
    keepShell();
    // Nobody presses a key before there is anything to see.
    void import('./shortcuts.ts').then(({ startShortcuts }) => startShortcuts());
  }

  override render() {
    return html`
      <stint-navigation .current=${this.current?.within ?? this.current?.name} @stint-skip=${this.skip}></stint-navigation>
      <div class="work">
        <stint-timer-bar></stint-timer-bar>
        <stint-offline-notice></stint-offline-notice>
        <main id="main" tabindex="-1">${this.failure ? this.renderFailure() : this.page}</main>
      </div>
    `;
  }

  private renderFailure() {
    return html`<div class="error">
      <h1>${t('error.page')}</h1>
      <p class="muted">${t('error.pageText')}</p>
      <details class="small"><summary>${t('error.details')}</summary><p>${this.failure?.message}</p></details>
      <button class="primary" @click=${() => location.reload()}>${t('error.reload')}</button>
    </div>`;
  }

  private async enter(
    route: PageRoute,
    params: Record<string, string | undefined>,
  ): Promise<boolean> {
    if (!hasRole(route.role ?? 'member')) return this.showNothing();
    const path = location.pathname;
    try {
      await Promise.all([route.load(), loadTexts(`../pages/${route.name}/i18n`)]);
    } catch (error) {
      // Most often a new version on the server: the files of the old one are gone.
      this.failure = error as Error;
      return true;
    }
    // Somebody clicked on while it was loading.
    if (location.pathname !== path) return false;
    if (this.current !== route || !this.page) {
      this.page = document.createElement(`stint-${route.name}-page`);
    }
    this.page.params = params;
    this.show(route, `${route.name}.title`);
    return true;
  }

  private async showNothing(): Promise<boolean> {
    await import('../pages/not-found/page.ts');
    this.page = document.createElement('stint-not-found-page');
    this.show(undefined, 'notFound.title');
    return true;
  }

  private show(route: PageRoute | undefined, titleKey: string): void {
    const isFirst = pageTitle.peek() === '';
    this.failure = undefined;
    this.current = route;
    showTitle(titleKey);
    notePlace();
    if (isFirst) return;
    // Readers hear where they are, and the keyboard goes on from there.
    scrollTo(0, 0);
    this.renderRoot.querySelector<HTMLElement>('main')?.focus();
  }

  private skip(): void {
    this.renderRoot.querySelector<HTMLElement>('main')?.focus();
  }
}
