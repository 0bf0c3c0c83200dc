/**
 * The timer, on every page: what runs and since when, and all that can be done to it. While nothing runs
 * it is where the next thing is typed; a duration in place of the clock records time that has passed.
 */

import { html, nothing } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import chevronUp from 'lucide-static/icons/chevron-up.svg?raw';
import pause from 'lucide-static/icons/pause.svg?raw';
import play from 'lucide-static/icons/play.svg?raw';
import plus from 'lucide-static/icons/plus.svg?raw';
import square from 'lucide-static/icons/square.svg?raw';
import { StintElement } from '../components/element.ts';
import { icon } from '../components/icon.ts';
import '../components/subject-pickers.ts';
import { toast, toastError, toastUndo } from '../components/toast.ts';
import { QueryController } from '../controllers/query.ts';
import { TickController } from '../controllers/ticking.ts';
import { serverNow } from '../data/clock.ts';
import { instantOf } from '../data/days.ts';
import { parseDuration } from '../data/durations.ts';
import { deleteEntry, recordEntry } from '../data/entries.ts';
import {
  adjustTimer,
  discardTimer,
  keepTimer,
  pauseTimer,
  resumeTimer,
  type Subject,
  startTimer,
  stopTimer,
  timerRead,
  workedSeconds,
} from '../data/timer.ts';
import type { TimeEntry } from '../data/wire.ts';
import { format } from '../i18n/format.ts';
import { t } from '../i18n/texts.ts';
import { controls } from '../styles/controls.ts';
import { stopRunning } from './timer-actions.ts';
import { timerBarStyles } from './timer-bar-styles.ts';
import { titleClock } from './title.ts';
import './timer-start.ts';

// Kept while a page is left and come back to: what was typed is not lost.
const DRAFT = 'stint.timer-draft';

@customElement('stint-timer-bar')
export class TimerBar extends StintElement {
  static override styles = [StintElement.styles, controls, timerBarStyles];

  @state() private draft: Subject = readDraft();
  @state() private duration = '';
  @state() private isExpanded = false;
  @state() private isAdjusting = false;
  @query('.clock-text') private clockText?: HTMLElement;
  private readonly timer = new QueryController(this, () => timerRead);

  constructor() {
    super();
    new TickController(this, () => this.showTime());
  }

  /** Where somebody says what they are working on. */
  override focus(): void {
    this.renderRoot.querySelector<HTMLInputElement>('.what')?.select();
  }

  override render() {
    const entry = this.timer.data?.timer ?? null;
    return html`<form class=${entry ? 'running' : 'idle'} ?data-expanded=${this.isExpanded} aria-label=${t('timer.label')} @submit=${(event: Event) => this.submit(event, entry)}>
      <input class="what" name="description" autocomplete="off" maxlength="5000" placeholder=${t('timer.placeholder')}
        aria-label=${t('timer.what')} .value=${entry ? entry.description : (this.draft.description ?? '')}
        @input=${(event: Event) => this.typed(event, entry)} @change=${(event: Event) => this.changed(event, entry)}>
      <div class="about" id="about">
        <stint-subject-pickers .subject=${entry ?? this.draft} @stint-subject=${({ detail }: CustomEvent<Subject>) => this.change(detail, entry)}></stint-subject-pickers>
      </div>
      ${entry ? this.renderClock(entry) : this.renderDuration()}
      ${entry ? this.renderPause(entry) : nothing}
      ${this.renderMain(entry)}
      <button type="button" class="icon-button expand" aria-expanded=${this.isExpanded} aria-controls="about"
        aria-label=${t('timer.more')} @click=${() => {
          this.isExpanded = !this.isExpanded;
        }}>${icon(chevronUp)}</button>
      <p class="for-readers" role="status">${this.spoken(entry)}</p>
    </form>
    ${this.isAdjusting && entry ? html`<stint-timer-start .entry=${entry} @close=${this.endAdjusting}></stint-timer-start>` : nothing}
    ${entry?.idle_asked_at ? this.renderQuestion(entry) : nothing}`;
  }

  private renderClock(entry: TimeEntry) {
    const since = t('timer.since', { time: format.time(entry.start_time) });
    return html`<button type="button" class="clock" title=${since} aria-expanded=${this.isAdjusting}
      @click=${() => {
        this.isAdjusting = !this.isAdjusting;
      }}><span class="clock-text"></span><span class="for-readers">${t('timer.adjust', { since })}</span></button>`;
  }

  private renderDuration() {
    return html`<input class="clock" name="duration" autocomplete="off" inputmode="text" placeholder="0:00:00" maxlength="20"
      aria-label=${t('timer.duration')} title=${t('timer.durationHint')} .value=${this.duration}
      @input=${(event: Event) => {
        this.duration = (event.target as HTMLInputElement).value;
      }}>`;
  }

  private renderPause(entry: TimeEntry) {
    const label = entry.paused_at ? t('timer.resume') : t('timer.pause');
    return html`<button type="button" class="icon-button pause" aria-label=${label} title=${label}
      @click=${() => (entry.paused_at ? resumeTimer() : pauseTimer()).catch(toastError)}>${icon(entry.paused_at ? play : pause)}</button>`;
  }

  private renderMain(entry: TimeEntry | null) {
    if (entry)
      return html`<button type="button" class="main stop" @click=${this.stop}>${icon(square)} <span>${t('timer.stop')}</span></button>`;
    if (this.duration.trim())
      return html`<button class="main primary">${icon(plus)} <span>${t('timer.add')}</span></button>`;
    return html`<button class="main primary">${icon(play)} <span>${t('timer.start')}</span></button>`;
  }

  /** The question of the server about time in which nobody seemed to be there. */
  private renderQuestion(entry: TimeEntry) {
    const duration = format.spoken(workedSeconds(entry));
    return html`<div class="question" role="alertdialog" aria-label=${t('timer.idle', { duration })}>
      <p>${t('timer.idle', { duration })}</p>
      <div class="actions">
        <button class="small-button primary" @click=${() => keepTimer().catch(toastError)}>${t('timer.keep')}</button>
        <button class="small-button" @click=${() => stopTimer(entry.idle_asked_at ?? undefined).catch(toastError)}>
          ${t('timer.stopAt', { time: format.time(entry.idle_asked_at as string) })}</button>
        <button class="small-button quiet" @click=${() => discardTimer().catch(toastError)}>${t('timer.discard')}</button>
      </div>
    </div>`;
  }

  /** The one text that changes each second, past Lit. */
  private showTime(): void {
    const entry = this.timer.data?.timer;
    const text = entry ? format.clock(workedSeconds(entry)) : undefined;
    if (this.clockText && text) this.clockText.textContent = text;
    titleClock.value = entry?.paused_at ? t('timer.paused') : text;
  }

  private spoken(entry: TimeEntry | null): string {
    if (this.timer.data === undefined) return '';
    if (!entry) return t('timer.stopped');
    return t(entry.paused_at ? 'timer.pausedStatus' : 'timer.runningStatus', {
      what: entry.description || t('entry.noDescription'),
    });
  }

  private submit(event: Event, entry: TimeEntry | null): void {
    event.preventDefault();
    // Enter in the description of what runs keeps it; the field says so itself.
    if (entry) this.renderRoot.querySelector<HTMLElement>('.what')?.blur();
    else if (this.duration.trim()) void this.record();
    else void this.start();
  }

  private async start(): Promise<void> {
    const subject = this.draft;
    this.keepDraft({});
    this.isExpanded = false;
    try {
      await startTimer(subject);
    } catch (error) {
      this.keepDraft(subject);
      toastError(error);
    }
  }

  private async record(): Promise<void> {
    const seconds = parseDuration(this.duration);
    if (!seconds) return toast(t('timer.notADuration', { text: this.duration }), { kind: 'error' });
    try {
      const end_time = instantOf(serverNow());
      const entry = await recordEntry({ ...this.draft, end_time, duration_seconds: seconds });
      this.keepDraft({});
      this.duration = '';
      toastUndo(t('timer.added', { duration: format.duration(seconds) }), () =>
        deleteEntry(entry.id),
      );
    } catch (error) {
      toastError(error);
    }
  }

  private stop(): void {
    this.isAdjusting = false;
    stopRunning().catch(toastError);
  }

  private typed(event: Event, entry: TimeEntry | null): void {
    const description = (event.target as HTMLInputElement).value;
    if (!entry) this.keepDraft({ ...this.draft, description });
  }

  private changed(event: Event, entry: TimeEntry | null): void {
    const description = (event.target as HTMLInputElement).value;
    if (entry && description !== entry.description) this.change({ description }, entry);
  }

  private change(fields: Subject, entry: TimeEntry | null): void {
    if (entry) adjustTimer(fields).catch(toastError);
    else this.keepDraft({ ...this.draft, ...fields });
  }

  private keepDraft(draft: Subject): void {
    this.draft = draft;
    localStorage.setItem(DRAFT, JSON.stringify(draft));
  }

  private endAdjusting(): void {
    this.isAdjusting = false;
    this.renderRoot.querySelector<HTMLElement>('.clock')?.focus();
  }
}

function readDraft(): Subject {
  try {
    return JSON.parse(localStorage.getItem(DRAFT) ?? '{}');
  } catch {
    return {};
  }
}
