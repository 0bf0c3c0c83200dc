/** What was worked on, day by day: every entry to resume, correct or delete, with gaps and overlaps. */

import { css, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import chevronDown from 'lucide-static/icons/chevron-down.svg?raw';
import plus from 'lucide-static/icons/plus.svg?raw';
import { StintElement } from '../../components/element.ts';
import { editEntryDialog, newEntryDialog } from '../../components/entry-editor/open.ts';
import { icon } from '../../components/icon.ts';
import { reading } from '../../components/reading.ts';
import { toastError, toastUndo } from '../../components/toast.ts';
import { QueryController } from '../../controllers/query.ts';
import { TickController } from '../../controllers/ticking.ts';
import { addDays, dayOf, today, weekStart } from '../../data/days.ts';
import { deleteEntry, restoreEntry } from '../../data/entries.ts';
import { entriesRead, projectsRead, tagsRead } from '../../data/queries.ts';
import { user } from '../../data/session.ts';
import { continueEntry, timerRead, workedSeconds } from '../../data/timer.ts';
import type { TimeEntry } from '../../data/wire.ts';
import { format } from '../../i18n/format.ts';
import { t } from '../../i18n/texts.ts';
import '../../shell/cards/card-region.ts';
import { isSafe } from '../../shell/cards/catalog.ts';
import { controls } from '../../styles/controls.ts';
import { type Between, type Day, listDays } from './day-list.ts';
import './day-strip.ts';
import './entry-row.ts';

const FIRST_DAYS = 7;

@customElement('stint-today-page')
export class TodayPage extends StintElement {
  static override styles = [
    StintElement.styles,
    controls,
    css`
      :host {
        display: grid;
        gap: var(--stint-space-6);
      }
      .top {
        display: flex;
        flex-wrap: wrap;
        align-items: end;
        justify-content: space-between;
        gap: var(--stint-space-4);
      }
      .columns {
        display: flex;
        flex-wrap: wrap;
        align-items: start;
        gap: var(--stint-space-6);
      }
      .list {
        flex: 1 1 34rem;
        display: grid;
        gap: var(--stint-space-4);
        min-inline-size: min(100%, 20rem);
      }
      .side {
        flex: 1 1 16rem;
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--stint-space-4);
        max-inline-size: 100%;
      }
      @container page (min-width: 56rem) {
        .side {
          flex: 0 0 17rem;
        }
      }
      .sums {
        display: flex;
        gap: var(--stint-space-6);
      }
      .sums dt {
        font-size: var(--stint-text-s);
        color: var(--stint-color-muted);
      }
      .sums dd {
        font-size: var(--stint-text-2xl);
        font-weight: var(--stint-weight-bold);
        font-variant-numeric: tabular-nums;
        line-height: var(--stint-leading-tight);
        letter-spacing: -0.02em;
      }
      .day {
        border: 1px solid var(--stint-color-line);
        border-radius: var(--stint-radius-l);
        background: var(--stint-color-surface);
      }
      .day header {
        display: flex;
        align-items: center;
        justify-content: space-between;
        gap: var(--stint-space-4);
        padding: var(--stint-space-3) var(--stint-space-4);
      }
      .day header .numbers {
        font-weight: var(--stint-weight-bold);
      }
      li {
        border-block-start: 1px solid var(--stint-color-line);
      }
      .between {
        display: flex;
        align-items: center;
        gap: var(--stint-space-2);
        min-block-size: 2rem;
        padding-inline: var(--stint-space-4);
        font-size: var(--stint-text-s);
        color: var(--stint-color-muted);
        background: var(--stint-color-page);
      }
      .between button {
        min-block-size: 1.5rem;
        padding-inline: var(--stint-space-2);
        color: var(--stint-color-link);
      }
      .overlap {
        background: var(--stint-color-warning-quiet);
        color: var(--stint-color-text);
      }
      .empty {
        display: grid;
        gap: var(--stint-space-4);
        justify-items: center;
        padding: var(--stint-space-12) var(--stint-space-4);
        text-align: center;
      }
      .more {
        justify-self: center;
      }
    `,
  ];

  @state() private days = FIRST_DAYS;
  private readonly timer = new QueryController(this, () => timerRead);
  private readonly projects = new QueryController(this, () => projectsRead);
  private readonly tags = new QueryController(this, () => tagsRead);
  private readonly entries = new QueryController(this, () =>
    entriesRead({ user_id: user.value?.id, from: `${this.firstDay()}T00:00:00` }),
  );

  constructor() {
    super();
    new TickController(this, () => this.showSums());
  }

  override firstUpdated(): void {
    if (!isSafe) void import('./suggestions.ts');
  }

  override render() {
    return html`
      <div class="top">
        <h1>${t('today.title')}</h1>
        <dl class="sums">
          <div><dt>${t('today.sumToday')}</dt><dd class="sum-today"></dd></div>
          <div><dt>${t('today.sumWeek')}</dt><dd class="sum-week"></dd></div>
        </dl>
      </div>
      <div class="columns">
        <div class="list">${reading(this.entries, (entries) => this.renderList(entries))}</div>
        <div class="side">
          <stint-card-region region="timer.sidebar/v1" keepsRoom></stint-card-region>
          ${isSafe ? nothing : html`<stint-suggestions></stint-suggestions>`}
        </div>
      </div>
    `;
  }

  private renderList(entries: TimeEntry[]) {
    const days = listDays(entries);
    return html`
      ${
        days.length === 0
          ? this.renderEmpty()
          : repeat(
              days,
              ({ day }) => day,
              (day) => this.renderDay(day),
            )
      }
      <button class="more quiet" @click=${() => {
        this.days += FIRST_DAYS;
      }}>${icon(chevronDown)} ${t('today.earlier')}</button>
    `;
  }

  private renderEmpty() {
    return html`<div class="day empty"><p>${t('today.empty')}</p>
      <button class="primary" @click=${() => newEntryDialog()}>${icon(plus)} ${t('today.add')}</button></div>`;
  }

  private renderDay({ day, lines, seconds }: Day) {
    const heading = `day-${day}`;
    return html`<section class="day" aria-labelledby=${heading}>
      <header>
        <h2 id=${heading}>${format.day(day)}</h2>
        <div class="actions">
          <button class="icon-button small-button" aria-label=${t('today.addOn', { day: format.day(day) })} title=${t('today.add')}
            @click=${() => newEntryDialog({ day })}>${icon(plus)}</button>
          <span class="numbers" aria-label=${format.spoken(seconds)}>${format.duration(seconds)}</span>
        </div>
      </header>
      <stint-day-strip .entries=${lines.map(({ entry }) => entry)} .colors=${this.colors()}></stint-day-strip>
      <ul>${repeat(
        lines,
        ({ entry }) => entry.id,
        ({ entry, before }) => html`<li>
          <stint-entry-row .entry=${entry} .project=${this.projectOf(entry)} .tags=${this.tagsOf(entry)}
            @stint-resume=${() => continueEntry(entry).catch(toastError)}
            @stint-edit=${() => editEntryDialog(entry)}
            @stint-delete=${() => this.deleteIt(entry)}></stint-entry-row>
          ${before ? this.renderBetween(before) : nothing}
        </li>`,
      )}</ul>
    </section>`;
  }

  private renderBetween({ kind, seconds, start_time, end_time }: Between) {
    const duration = format.duration(seconds);
    if (kind === 'overlap')
      return html`<p class="between overlap">${t('today.overlap', { duration })}</p>`;
    return html`<p class="between">${t('today.gap', { duration })}
      <button class="quiet" @click=${() => newEntryDialog({ start_time, end_time })}>${t('today.fill')}</button></p>`;
  }

  /** Sums tick with what runs, past Lit: one text each. */
  private showSums(): void {
    const entries = this.entries.data ?? [];
    const week = weekStart(today());
    const sum = (from: string) =>
      entries
        .filter(({ start_time }) => dayOf(start_time) >= from)
        .reduce((seconds, entry) => seconds + workedSeconds(this.fresh(entry)), 0);
    this.setText('.sum-today', format.duration(sum(today())));
    this.setText('.sum-week', format.duration(sum(week)));
  }

  /** The running entry as the timer knows it: it is paused and resumed there. */
  private fresh(entry: TimeEntry): TimeEntry {
    const running = this.timer.data?.timer;
    return running?.id === entry.id ? running : entry;
  }

  private setText(selector: string, text: string): void {
    const element = this.renderRoot.querySelector(selector);
    if (element && element.textContent !== text) element.textContent = text;
  }

  private firstDay(): string {
    const first = addDays(today(), 1 - this.days);
    const week = weekStart(today());
    return first < week ? first : week;
  }

  private projectOf({ project_id }: TimeEntry) {
    return this.projects.data?.find(({ id }) => id === project_id);
  }

  private tagsOf({ tag_ids }: TimeEntry) {
    return this.tags.data?.filter(({ id }) => tag_ids.includes(id)) ?? [];
  }

  private colors(): Map<number, string> {
    return new Map(this.projects.data?.map(({ id, color }) => [id, color]));
  }

  private async deleteIt(entry: TimeEntry): Promise<void> {
    try {
      await deleteEntry(entry.id);
      toastUndo(t('editor.deleted'), async () => void (await restoreEntry(entry.id)));
    } catch (error) {
      toastError(error);
    }
  }
}
