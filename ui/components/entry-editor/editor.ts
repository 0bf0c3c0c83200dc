/**
 * Everything about one time entry in a dialog. It sends only what somebody changed: a start whose seconds
 * were never shown keeps them, and an hour that a clock change repeats stays the one it was.
 */

import { css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { ifDefined } from 'lit/directives/if-defined.js';
import plus from 'lucide-static/icons/plus.svg?raw';
import trash from 'lucide-static/icons/trash-2.svg?raw';
import { addDays, today } from '../../data/days.ts';
import { parseTimeOfDay } from '../../data/durations.ts';
import { deleteEntry, editEntry, recordEntry, restoreEntry } from '../../data/entries.ts';
import { hasCode } from '../../data/problem.ts';
import type { Subject } from '../../data/timer.ts';
import type { EntryPatch, TimeEntry } from '../../data/wire.ts';
import { format } from '../../i18n/format.ts';
import { t } from '../../i18n/texts.ts';
import { controls } from '../../styles/controls.ts';
import '../dialog.ts';
import { StintElement } from '../element.ts';
import { FormFaults } from '../form-faults.ts';
import { icon } from '../icon.ts';
import '../subject-pickers.ts';
import { toast, toastError, toastUndo } from '../toast.ts';
import { changeTimes, type Field, readTimes, type Times, timesOf } from './times.ts';

export interface EntryDraft extends Subject {
  /** Whose time it is, when it is somebody else's. */
  user_id?: number;
  day?: string;
  start_time?: string;
  end_time?: string;
}

type Break = { start: string; end: string };

/** Dispatches `close` when it is gone. */
@customElement('stint-entry-editor')
export class EntryEditor extends StintElement {
  static override styles = [
    StintElement.styles,
    controls,
    css`
      .times {
        display: grid;
        grid-template-columns: 1.5fr 1fr 1fr 1fr;
        gap: var(--stint-space-3);
      }
      .break {
        display: grid;
        grid-template-columns: 1fr 1fr auto;
        gap: var(--stint-space-2);
        padding-block-end: var(--stint-space-2);
      }
      .footer {
        justify-content: space-between;
      }
      fieldset {
        margin: 0;
        padding: 0;
        border: 0;
      }
      legend {
        padding: 0 0 var(--stint-space-2);
        font-size: var(--stint-text-s);
        font-weight: var(--stint-weight-medium);
      }
      @media (max-width: 30rem) {
        .times {
          grid-template-columns: 1fr 1fr;
        }
      }
    `,
  ];

  /** The one that is edited; without it a new one is made. */
  @property({ attribute: false }) entry?: TimeEntry;
  @property({ attribute: false }) draft: EntryDraft = {};

  @state() private isOpen = true;
  @state() private subject: Subject = {};
  @state() private times: Times = timesOf(`${today()}T09:00`, null);
  @state() private breaks: Break[] = [];
  @state() private touched = new Set<string>();
  @state() private fault?: { field: Field; text: string };
  private readonly faults = new FormFaults(this);

  override willUpdate(): void {
    if (this.hasUpdated) return;
    const { entry, draft } = this;
    this.subject = entry ?? { ...draft };
    if (entry) this.times = timesOf(entry.start_time, entry.end_time);
    else if (draft.start_time) this.times = timesOf(draft.start_time, draft.end_time ?? null);
    else this.times = timesOf(`${draft.day ?? today()}T09:00`, null);
    this.breaks = (entry?.breaks ?? []).map(({ start_time, end_time }) => ({
      start: start_time.slice(11, 16),
      end: end_time.slice(11, 16),
    }));
  }

  override render() {
    const isRunning = this.entry !== undefined && this.entry.end_time === null;
    return html`<stint-dialog heading=${t(this.entry ? 'editor.edit' : 'editor.new')} ?open=${this.isOpen}
      ?dirty=${this.touched.size > 0} @close=${this.onClose}>
      <form id="form" class="fields" @submit=${this.save}>
        <div class="field">
          <label for="description">${t('entry.description')}</label>
          <input id="description" maxlength="5000" autocomplete="off" autofocus .value=${this.subject.description ?? ''}
            @input=${(event: Event) => this.change({ description: textOf(event) })}>
        </div>
        <stint-subject-pickers stacked .subject=${this.subject}
          @stint-subject=${({ detail }: CustomEvent<Subject>) => this.change(detail)}></stint-subject-pickers>
        <div class="times">
          ${this.renderTime('day', 'editor.date', 'date')}
          ${this.renderTime('start', 'entry.start')}
          ${isRunning ? nothing : html`${this.renderTime('end', 'entry.end')}${this.renderTime('duration', 'entry.duration')}`}
        </div>
        ${isRunning ? html`<p class="hint">${t('editor.running')}</p>` : this.times.span > 0 ? html`<p class="hint">${t('editor.nextDay', { days: this.times.span })}</p>` : nothing}
        ${isRunning ? nothing : this.renderBreaks()}
        ${this.fault ? html`<p class="fault" role="alert" id="time-fault">${this.fault.text}</p>` : nothing}
        ${this.faults.rest()}
      </form>
      <div slot="footer" class="actions footer">
        ${this.entry && !isRunning ? html`<button class="quiet" @click=${this.deleteIt}>${icon(trash)} ${t('action.delete')}</button>` : html`<span></span>`}
        <div class="actions">
          <button @click=${() => {
            this.isOpen = false;
          }}>${t('action.cancel')}</button>
          <button class="primary" form="form" ?disabled=${this.faults.isBusy}>${t('action.save')}</button>
        </div>
      </div>
    </stint-dialog>`;
  }

  private renderTime(field: Field, label: string, type = 'text') {
    return html`<div class="field"><label for=${field}>${t(label)}</label>
      <input id=${field} class="numbers" type=${type} autocomplete="off" required .value=${this.shown(field)}
        aria-invalid=${ifDefined(this.fault?.field === field ? 'true' : undefined)}
        aria-describedby=${ifDefined(this.fault?.field === field ? 'time-fault' : undefined)}
        @change=${(event: Event) => this.changeTime(field, textOf(event))}></div>`;
  }

  /** A time of day as the person writes it; what cannot be read stays as it was typed. */
  private shown(field: Field): string {
    const text = this.times[field];
    const time = field === 'start' || field === 'end' ? parseTimeOfDay(text) : undefined;
    return time ? format.time(`${this.times.day}T${time}`) : text;
  }

  private renderBreaks() {
    return html`<fieldset><legend>${t('editor.breaks')}</legend>
      ${this.breaks.map(
        ({ start, end }, index) => html`<div class="break">
          <input type="time" required .value=${start} aria-label=${t('editor.breakStart', { number: index + 1 })}
            @change=${(event: Event) => this.changeBreak(index, { start: textOf(event), end })}>
          <input type="time" required .value=${end} aria-label=${t('editor.breakEnd', { number: index + 1 })}
            @change=${(event: Event) => this.changeBreak(index, { start, end: textOf(event) })}>
          <button type="button" class="icon-button" aria-label=${t('editor.removeBreak', { number: index + 1 })}
            @click=${() => this.changeBreak(index)}>${icon(trash)}</button>
        </div>`,
      )}
      <button type="button" class="quiet small-button" @click=${() => this.changeBreak(this.breaks.length, { start: '12:00', end: '12:30' })}>
        ${icon(plus)} ${t('editor.addBreak')}</button>
    </fieldset>`;
  }

  private change(fields: Subject): void {
    this.subject = { ...this.subject, ...fields };
    this.touched = new Set([...this.touched, ...Object.keys(fields)]);
  }

  private changeTime(field: Field, text: string): void {
    this.times = changeTimes(this.times, field, text);
    this.touched = new Set([...this.touched, 'times']);
    this.fault = undefined;
  }

  private changeBreak(index: number, next?: Break): void {
    this.breaks = this.breaks.toSpliced(index, 1, ...(next ? [next] : []));
    this.touched = new Set([...this.touched, 'breaks']);
  }

  private async save(event: Event): Promise<void> {
    event.preventDefault();
    const fields = this.fields();
    if (!fields) return;
    const { entry } = this;
    const saved = await this.faults.during(async () => {
      try {
        if (!entry) await recordEntry({ ...fields, user_id: this.draft.user_id });
        else if (this.touched.size > 0) await editEntry(entry, fields);
        return true;
      } catch (error) {
        if (hasCode(error, 'STINT_ERR_VERSION_MISMATCH'))
          (error as Error).message = t('editor.changed');
        throw error;
      }
    });
    if (!saved) return;
    toast(t('editor.saved'));
    this.isOpen = false;
  }

  /** What changed, or all of a new entry. Nothing when a time cannot be read, which is then shown. */
  private fields(): EntryPatch | undefined {
    const { description, project_id, task_id, tag_ids, billable } = this.subject;
    const subject = { description, project_id, task_id, tag_ids, billable };
    const chosen = Object.entries(subject).filter(([name, value]) =>
      this.entry ? this.touched.has(name) : value !== undefined,
    );
    const patch: EntryPatch = Object.fromEntries(chosen);
    const isRunning = this.entry?.end_time === null;
    if (!this.entry || this.touched.has('times') || this.touched.has('breaks')) {
      const read = readTimes(isRunning ? { ...this.times, end: '23:59' } : this.times);
      if ('fault' in read) {
        const field = read.fault;
        this.fault = { field, text: t('entry.notATime', { text: this.times[field] }) };
        return undefined;
      }
      if (!this.entry || this.touched.has('times')) {
        patch.start_time = read.start_time;
        if (!isRunning) patch.end_time = read.end_time;
      }
      if (this.touched.has('breaks')) {
        patch.breaks = this.breaks.map(({ start, end }) =>
          this.breakSpan(read.start_time, start, end),
        );
      }
    }
    return patch;
  }

  /** A break before the start's time of day is on the day after. */
  private breakSpan(start_time: string, start: string, end: string) {
    const at = (time: string) => {
      const isNext = time < start_time.slice(11, 16) && this.times.span > 0;
      const day = isNext ? addDays(this.times.day, 1) : this.times.day;
      return `${day}T${time}:00`;
    };
    return { start_time: at(start), end_time: at(end) };
  }

  private async deleteIt(): Promise<void> {
    const { id } = this.entry as TimeEntry;
    try {
      await deleteEntry(id);
      toastUndo(t('editor.deleted'), async () => void (await restoreEntry(id)));
      this.touched = new Set();
      this.isOpen = false;
    } catch (error) {
      toastError(error);
    }
  }

  private onClose(): void {
    this.isOpen = false;
    this.dispatchEvent(new Event('close'));
  }
}

function textOf(event: Event): string {
  return (event.target as HTMLInputElement).value;
}
