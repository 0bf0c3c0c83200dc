/**
 * Proposals of plugins as a list: what and when, to be recorded with one click, or dismissed. It takes no
 * room while there is none.
 */
import { css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import plus from 'lucide-static/icons/plus.svg?raw';
import x from 'lucide-static/icons/x.svg?raw';
import { QueryController } from '../../controllers/query.ts';
import { instantOf } from '../../data/days.ts';
import { answer, type Proposal, type Proposals } from '../../data/proposals.ts';
import { pluginsRead, projectsRead } from '../../data/queries.ts';
import { format } from '../../i18n/format.ts';
import { loadTexts, t } from '../../i18n/texts.ts';
import { controls } from '../../styles/controls.ts';
import { StintElement } from '../element.ts';
import { icon } from '../icon.ts';
import { toast, toastError } from '../toast.ts';

await loadTexts('../components/proposals/i18n');

const MOST_AT_FIRST = 6;

/** @example html`<stint-proposal-list .proposals=${read.data}></stint-proposal-list>` */
@customElement('stint-proposal-list')
export class ProposalList extends StintElement {
  static override styles = [
    StintElement.styles,
    controls,
    css`
      section {
        border: 1px dashed var(--stint-color-line-strong);
        border-radius: var(--stint-radius-l);
        background: var(--stint-color-surface);
        padding: var(--stint-space-3) var(--stint-space-4) var(--stint-space-2);
      }
      h2 {
        font-size: var(--stint-text-s);
        font-weight: var(--stint-weight-medium);
        color: var(--stint-color-muted);
      }
      ul {
        list-style: none;
        margin: 0;
        padding: 0;
      }
      li {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: var(--stint-space-1) var(--stint-space-2);
        padding-block: var(--stint-space-2);
      }
      li + li {
        border-block-start: 1px solid var(--stint-color-line);
      }
      .what {
        flex: 1 1 9rem;
        min-inline-size: 0;
        overflow-wrap: anywhere;
      }
      .dot {
        display: inline-block;
        inline-size: 0.5rem;
        block-size: 0.5rem;
        border-radius: 50%;
        background: var(--dot);
      }
      .do {
        display: flex;
        align-items: center;
      }
      .missing {
        padding-block: var(--stint-space-1);
      }
    `,
  ];

  @property() where: 'timer' | 'calendar' = 'timer';
  @property({ attribute: false }) proposals?: Proposals;
  @state() private isWhole = false;
  /** Those that were answered, until they are read again. */
  @state() private answered: readonly string[] = [];
  private readonly projects = new QueryController(this, () => projectsRead);
  private readonly plugins = new QueryController(this, () => pluginsRead);

  override render() {
    const { all = [], missing = [] } = this.proposals ?? {};
    const open = all.filter((one) => !this.answered.includes(keyOf(one)));
    if (open.length === 0 && missing.length === 0) return nothing;
    const shown = this.isWhole ? open : open.slice(0, MOST_AT_FIRST);
    return html`<section aria-labelledby="heading">
      <h2 id="heading">${t(this.where === 'calendar' ? 'proposals.onCalendar' : 'proposals.suggested')}</h2>
      <ul>${repeat(shown, keyOf, (one) => this.renderOne(one))}</ul>
      ${
        shown.length < open.length
          ? html`<button class="quiet small-button" @click=${this.showAll}>${t('proposals.all', { count: open.length })}</button>`
          : nothing
      }
      ${
        missing.length > 0
          ? html`<p class="small muted missing">${t('proposals.missing', { names: format.list(missing.map((id) => this.nameOf(id))) })}</p>`
          : nothing
      }
    </section>`;
  }

  /** Puts the keyboard on one of them. */
  point(one: Proposal): void {
    this.isWhole = true;
    void this.updateComplete.then(() => {
      const all = this.proposals?.all ?? [];
      const index = all
        .filter((other) => !this.answered.includes(keyOf(other)))
        .findIndex((other) => keyOf(other) === keyOf(one));
      this.renderRoot
        .querySelectorAll('li')
        [index]?.querySelector<HTMLElement>('button, a')
        ?.focus();
    });
  }

  private renderOne(one: Proposal) {
    const { title, url, accept, dismiss } = one;
    const start = instantOf(Date.parse(one.start_time));
    const end = instantOf(Date.parse(one.end_time));
    const seconds = (Date.parse(one.end_time) - Date.parse(one.start_time)) / 1000;
    const project = this.projectOf(one);
    return html`<li>
      <div class="what">
        <p>${url ? html`<a href=${url} target="_blank" rel="noreferrer external">${title}</a>` : title}</p>
        <p class="small muted"><span class="numbers">${format.day(start)}, ${format.time(start)} – ${format.time(end)} (${format.duration(seconds)})</span>
          ${project ? html`· <span class="dot" style="--dot: ${project.color}"></span> ${project.name}` : nothing} · ${this.nameOf(one.plugin)}</p>
      </div>
      <div class="do">
        ${accept ? html`<button class="small-button" aria-label=${t('proposals.acceptOf', { title })} @click=${() => this.take(one, accept, 'proposals.accepted')}>${icon(plus)} ${t('proposals.accept')}</button>` : nothing}
        ${dismiss ? html`<button class="icon-button small-button" aria-label=${t('proposals.dismiss', { title })} title=${t('proposals.dismiss', { title })} @click=${() => this.take(one, dismiss, 'proposals.dismissed')}>${icon(x)}</button>` : nothing}
      </div>
    </li>`;
  }

  /** Gone at once, and back where the plugin refuses. */
  private async take(one: Proposal, route: string, done: string): Promise<void> {
    const key = keyOf(one);
    this.answered = [...this.answered, key];
    try {
      toast((await answer(one, route)) ?? t(done, { title: one.title }));
    } catch (error) {
      this.answered = this.answered.filter((other) => other !== key);
      toastError(error);
    }
  }

  private showAll(): void {
    this.isWhole = true;
  }

  private projectOf(one: Proposal) {
    const { project_id } = one as { project_id?: number };
    return this.projects.data?.find(({ id }) => id === project_id);
  }

  private nameOf(plugin: string): string {
    return this.plugins.data?.find(({ id }) => id === plugin)?.display_name ?? plugin;
  }
}

function keyOf({ plugin, id }: Proposal): string {
  return `${plugin} ${id}`;
}
