/**
 * The base of dialogs that make or edit one row: a form, its refusals, and what to send. Of a row that
 * is there it sends what somebody changed, and refuses to write over what somebody else has changed.
 */
import { css, html, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { ifDefined } from 'lit/directives/if-defined.js';
import { parseDuration } from '../data/durations.ts';
import { hasCode, Problem } from '../data/problem.ts';
import { createRecord, editRecord, type Resource, type Row } from '../data/records.ts';
import { format } from '../i18n/format.ts';
import { t } from '../i18n/texts.ts';
import { controls } from '../styles/controls.ts';
import './dialog.ts';
import { StintElement } from './element.ts';
import { FormFaults } from './form-faults.ts';
import { toast } from './toast.ts';

export interface TextField {
  name: string;
  label: string;
  hint?: string;
  type?: string;
  maxlength?: number;
  required?: boolean;
  autofocus?: boolean;
  /** More than one line. */
  isLong?: boolean;
}

/** Dispatches `close` when it is gone; `saved` then holds the row, if there is one. */
export abstract class RecordEditor<Saved extends Row> extends StintElement {
  static override styles = [
    StintElement.styles,
    controls,
    css`
      .pair {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(13rem, 100%), 1fr));
        gap: var(--stint-space-4);
      }
    `,
  ];

  /** The one that is edited; without it a new one is made. */
  @property({ attribute: false }) row?: Saved;
  saved?: Saved;

  protected abstract readonly resource: Resource;
  /** As it is typed. */
  @state() protected values: Record<string, unknown> = {};
  protected readonly faults = new FormFaults(this);
  @state() private isOpen = true;
  @state() private isDirty = false;

  protected abstract heading(): string;
  /** What the fields hold at first. */
  protected abstract begin(): Record<string, unknown>;
  protected abstract renderFields(): TemplateResult;
  /** What was typed, as the API takes it. @throws Problem that names the field which cannot be read */
  protected abstract read(): Record<string, unknown>;

  protected override willUpdate(): void {
    if (!this.hasUpdated) this.values = this.begin();
  }

  override render() {
    return html`<stint-dialog heading=${this.heading()} ?open=${this.isOpen} ?dirty=${this.isDirty} @close=${() => this.dispatchEvent(new Event('close'))}>
      <form id="form" class="fields" @submit=${this.save}>${this.renderFields()}${this.faults.rest()}</form>
      <div slot="footer" class="actions" style="justify-content: flex-end">
        <button @click=${() => (this.isOpen = false)}>${t('action.cancel')}</button>
        <button class="primary" form="form" ?disabled=${this.faults.isBusy}>${t('action.save')}</button>
      </div>
    </stint-dialog>`;
  }

  protected set(values: Record<string, unknown>): void {
    this.values = { ...this.values, ...values };
    this.isDirty = true;
  }

  protected text(field: TextField): TemplateResult {
    const { name, label, hint, type = 'text', maxlength = 200, required = false } = field;
    const value = String(this.values[name] ?? '');
    const described = `${name}-fault${hint ? ` ${name}-hint` : ''}`;
    const onInput = (event: Event) =>
      this.set({ [name]: (event.target as HTMLInputElement).value });
    const invalid = ifDefined(this.faults.invalid(name));
    return html`<div class="field"><label for=${name}>${label}</label>
      ${
        field.isLong
          ? html`<textarea id=${name} rows="3" maxlength=${maxlength} .value=${value} aria-invalid=${invalid} aria-describedby=${described} @input=${onInput}></textarea>`
          : html`<input id=${name} type=${type} maxlength=${maxlength} autocomplete="off" ?required=${required} ?autofocus=${field.autofocus}
            .value=${value} aria-invalid=${invalid} aria-describedby=${described} @input=${onInput}>`
      }
      ${hint ? html`<p class="hint" id="${name}-hint">${hint}</p>` : ''}
      ${this.faults.line(name)}</div>`;
  }

  private async save(event: Event): Promise<void> {
    event.preventDefault();
    this.saved = await this.faults.during(() => this.write());
    if (!this.saved) return;
    toast(t('record.saved'));
    this.isOpen = false;
  }

  private async write(): Promise<Saved> {
    const { row, resource } = this;
    const fields = Object.entries(this.read());
    if (!row) {
      const given = fields.filter(([, value]) => value !== null && value !== '');
      return createRecord<Saved>(resource, Object.fromEntries(given));
    }
    const before = row as Record<string, unknown>;
    const changed = fields.filter(([name, value]) => value !== before[name]);
    if (changed.length === 0) return row;
    try {
      return await editRecord<Saved>(resource, row, Object.fromEntries(changed));
    } catch (error) {
      if (hasCode(error, 'STINT_ERR_VERSION_MISMATCH'))
        (error as Error).message = t('record.changed');
      throw error;
    }
  }
}

/** Text of a field, or null when it is empty. */
export function optional(value: unknown): string | null {
  return String(value ?? '').trim() || null;
}

/** `85`, `85.5` or `85,50`. @throws Problem at the field */
export function readMoney(name: string, value: unknown): string | null {
  const text = optional(value)?.replace(',', '.') ?? null;
  if (text !== null && !/^\d{1,10}(\.\d{1,2})?$/.test(text)) refuse(name, t('form.money'));
  return text === null ? null : Number(text).toFixed(2);
}

/** `40h`, `1:30`. @throws Problem at the field */
export function readDuration(name: string, value: unknown): number | null {
  const text = optional(value);
  const seconds = text === null ? null : parseDuration(text);
  if (seconds === undefined) refuse(name, t('timer.notADuration', { text }));
  return seconds as number | null;
}

/** Seconds as they can be typed. */
export function writeEstimate(seconds: number | null | undefined): string {
  return seconds == null ? '' : format.duration(seconds);
}

function refuse(name: string, detail: string): never {
  throw new Problem(422, { detail, errors: [{ pointer: `/${name}`, detail }] });
}
