/**
 * The frame around one card, the core's and plugins' alike: it loads it, hands it what the contract says,
 * and shows an error in its place when it fails. What a card does wrong ends here.
 */
import type { CardMode, CardProperties } from '@stint/plugin/ui';
import { css, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { StintElement } from '../../components/element.ts';
import { icon, namedIcon } from '../../components/icon.ts';
import { user } from '../../data/session.ts';
import { t } from '../../i18n/texts.ts';
import { controls } from '../../styles/controls.ts';
import { navigate } from '../place.ts';
import { makeCardApi } from './card-api.ts';
import './card-error.ts';
import type { CardEntry } from './catalog.ts';
import { attemptsOf, isOff, noteFailure } from './failures.ts';
import { runAs, type Watched, watchFaults } from './fault-watch.ts';

// A module that takes longer is told of; should it still come, it is shown.
const LATE_MS = 2000;

type CardElement = HTMLElement &
  Partial<CardProperties> & {
    updateComplete?: Promise<unknown>;
    refresh?(): unknown;
    validate?(): string | undefined;
  };
type Status = { status: 'ok' | 'warning' | 'error'; message: string };

/**
 * Lets the events of the contract pass, except those that it answers itself.
 * @example html`<stint-card-host .card=${entry} .context=${{ project_id: 7 }}></stint-card-host>`
 */
@customElement('stint-card-host')
export class CardHost extends StintElement implements Watched {
  static override styles = [
    StintElement.styles,
    controls,
    css`
      :host {
        container: card / inline-size;
        display: flex;
        flex-direction: column;
        min-inline-size: 0;
        border: 1px solid var(--stint-color-line);
        border-radius: var(--stint-radius-l);
        background: var(--stint-color-surface);
        overflow: hidden;
      }
      :host([bare]) {
        border: 0;
        border-radius: 0;
        background: none;
      }
      :host([bare]) .head {
        padding-inline: 0;
      }
      :host([bare]) .body {
        padding-inline: 0;
      }
      :host([headless]) .head > :not(.status) {
        display: none;
      }
      .head {
        display: flex;
        align-items: center;
        gap: var(--stint-space-2);
        padding: var(--stint-space-3) var(--stint-space-4) 0;
        color: var(--stint-color-muted);
      }
      .head h2 {
        font-size: var(--stint-text-s);
        font-weight: var(--stint-weight-medium);
      }
      .status {
        margin-inline-start: auto;
        font-size: var(--stint-text-xs);
      }
      .status.warning {
        color: var(--stint-color-warning);
      }
      .status.error {
        color: var(--stint-color-danger);
      }
      /* A card fills the room that it is given. */
      .body,
      .place {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
      }
      .body {
        flex: 1;
        padding: var(--stint-space-3) var(--stint-space-4) var(--stint-space-4);
        min-inline-size: 0;
        overflow: auto;
      }
      .body:focus-visible {
        outline-offset: -2px;
      }
    `,
  ];

  @property({ attribute: false }) card!: CardEntry;
  @property({ attribute: false }) config: Record<string, unknown> = {};
  @property({ attribute: false }) context: Record<string, unknown> = {};
  @property() mode: CardMode = 'view';
  @property({ attribute: false }) size?: { columns: number; rows: number };
  /** Without a frame of its own: inside a form or a page that has one. `headless` where its title stands already. */
  @property({ type: Boolean, reflect: true }) bare = false;

  @state() private element?: CardElement;
  @state() private failure?: Error;
  @state() private mayRetry = true;
  @state() private status?: Status;
  /** It is larger than its frame: the keyboard has to get there as well. */
  @state() private scrolls = false;
  private readonly ends: (() => void)[] = [];
  private loading = 0;

  get url(): string | undefined {
    return this.card.url;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.ends.push(watchFaults(this));
    document.addEventListener('visibilitychange', this.onVisible);
    if (this.hasUpdated) void this.load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('visibilitychange', this.onVisible);
    for (const end of this.ends.splice(0)) end();
    this.element = undefined;
  }

  override render() {
    const { card, failure } = this;
    return html`
      <div class="head">${card.glyph ? icon(card.glyph) : namedIcon(card.declaration.icon)}<h2 id="title">${card.title}</h2>
        ${this.status ? html`<span class="status ${this.status.status}" role="status">${this.status.message}</span>` : nothing}
      </div>
      <div class="body" tabindex=${this.scrolls ? 0 : nothing} role=${this.scrolls ? 'group' : nothing} aria-labelledby=${this.scrolls ? 'title' : nothing} aria-busy=${!this.element && !failure}>
        ${
          failure
            ? html`<stint-card-error .card=${card} .error=${failure} .mayRetry=${this.mayRetry}
              @retry=${() => this.load()} @hide=${() => this.hide(true)}></stint-card-error>`
            : nothing
        }
        <div class="place" ?hidden=${failure !== undefined}></div>
      </div>
    `;
  }

  protected override firstUpdated(): void {
    const place = this.renderRoot.querySelector('.place') as HTMLElement;
    const body = place.parentElement as HTMLElement;
    const room = new ResizeObserver(() => {
      this.scrolls = body.scrollHeight > body.clientHeight + 1;
    });
    room.observe(body);
    room.observe(place);
    place.addEventListener('stint-status', (event) => {
      this.status = (event as CustomEvent<Status>).detail;
    });
    place.addEventListener('stint-visibility', (event) => {
      this.hide(!(event as CustomEvent<{ visible: boolean }>).detail.visible);
    });
    place.addEventListener('stint-open', (event) => {
      void navigate((event as CustomEvent<{ path: string }>).detail.path);
    });
    place.addEventListener('stint-error', (event) => {
      this.fail(new Error((event as CustomEvent<{ message: string }>).detail.message));
    });
    void this.load();
  }

  protected override updated(changed: PropertyValues): void {
    const hands = ['config', 'context', 'mode', 'size'];
    if (this.element && hands.some((name) => changed.has(name))) this.handOver(this.element);
  }

  /** The card's own reasons against its config, if it has any. */
  validate(): string | undefined {
    return this.element?.validate?.();
  }

  /** Shows an error in place of the card. Called by whoever catches what it threw. */
  fail(error: Error): void {
    if (this.failure) return;
    console.error(`Card ${this.card.key}:`, error);
    this.mayRetry = noteFailure(this.card.key);
    this.failure = error;
    this.hide(false);
    this.element = undefined;
    this.renderRoot.querySelector('.place')?.replaceChildren();
  }

  private async load(): Promise<void> {
    const { key } = this.card;
    if (isOff(key)) {
      this.mayRetry = false;
      this.failure = new Error(t('card.off'));
      return;
    }
    this.loading += 1;
    const turn = this.loading;
    this.failure = undefined;
    const late = setTimeout(() => {
      if (turn === this.loading && !this.element) this.fail(new Error(t('card.late')));
    }, LATE_MS);
    try {
      const tag = await this.card.load(attemptsOf(key));
      if (turn === this.loading && this.isConnected) this.show(tag);
    } catch (error) {
      if (turn === this.loading) this.fail(error as Error);
    } finally {
      clearTimeout(late);
    }
  }

  private show(tag: string): void {
    this.failure = undefined;
    runAs(this, () => {
      const element = document.createElement(tag) as CardElement;
      this.handOver(element, true);
      // A class that throws is an element that is none: it says so on the window.
      if (this.failure) return;
      this.renderRoot.querySelector('.place')?.replaceChildren(element);
      if (this.failure) return;
      this.element = element;
      element.updateComplete?.catch((error) => this.fail(error as Error));
    });
  }

  private handOver(element: CardElement, isFirst = false): void {
    runAs(this, () => {
      const { config, context, mode, card } = this;
      const size = this.size ?? card.declaration.size ?? { columns: 4, rows: 2 };
      if (isFirst) {
        element.api = makeCardApi(card.owner, this, (end) => this.ends.push(end));
      }
      const { id, name, role, time_zone, week_start } = user.peek() as CardProperties['user'];
      Object.assign(element, { user: { id, name, role, time_zone, week_start } });
      Object.assign(element, { config, context, mode, size });
    });
  }

  private hide(hidden: boolean): void {
    this.hidden = hidden;
    this.send('stint-card-visible', { visible: !hidden });
  }

  private readonly onVisible = (): void => {
    if (document.visibilityState !== 'visible') return;
    runAs(
      this,
      () => void Promise.resolve(this.element?.refresh?.()).catch((error) => this.fail(error)),
    );
  };
}
