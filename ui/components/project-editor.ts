/** Everything about one project in a dialog. */
import { html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { QueryController } from '../controllers/query.ts';
import { clientsRead, settingsRead } from '../data/queries.ts';
import type { Client, Project } from '../data/wire.ts';
import { t } from '../i18n/texts.ts';
import './color-picker.ts';
import './combobox.ts';
import { optional, RecordEditor, readDuration, readMoney, writeEstimate } from './record-editor.ts';

type Pick = CustomEvent<{ values: number[] }>;
type Picked = CustomEvent<{ color: string | null }>;

@customElement('stint-project-editor')
export class ProjectEditor extends RecordEditor<Project> {
  /** Whose it will be. */
  @property({ attribute: false }) client?: Client;
  protected readonly resource = 'projects';
  private readonly clients = new QueryController(this, () => clientsRead);
  private readonly settings = new QueryController(this, () => settingsRead);

  protected heading(): string {
    return t(this.row ? 'projectEditor.edit' : 'projectEditor.new');
  }

  protected begin() {
    const { row, client } = this;
    return {
      name: row?.name,
      client_id: row?.client_id ?? client?.id ?? null,
      // Without one, its name chooses.
      color: row?.color ?? null,
      code: row?.code,
      billable: row?.billable ?? true,
      hourly_rate: row?.hourly_rate,
      estimate_seconds: writeEstimate(row?.estimate_seconds),
      visibility: row?.visibility ?? 'everyone',
      notes: row?.notes,
    };
  }

  protected renderFields() {
    const { values } = this;
    const clientId = values.client_id as number | null;
    const clients = (this.clients.data ?? []).filter(
      ({ id, archived_at }) => !archived_at || id === clientId,
    );
    const currency =
      clients.find(({ id }) => id === clientId)?.currency ?? this.settings.data?.currency ?? '';
    return html`
      ${this.text({ name: 'name', label: t('record.name'), required: true, autofocus: true })}
      <div class="field"><span class="label">${t('projectEditor.client')}</span>
        <stint-combobox label=${t('projectEditor.client')} none=${t('projectEditor.noClient')} .options=${clients.map(({ id, name }) => ({ value: id, label: name }))}
          .values=${clientId === null ? [] : [clientId]} @stint-pick=${({ detail }: Pick) => this.set({ client_id: detail.values[0] ?? null })}></stint-combobox>
        ${this.faults.line('client_id')}</div>
      <stint-color-picker .value=${values.color as string | null} @stint-color=${({ detail }: Picked) => this.set(detail)}></stint-color-picker>
      <div class="pair">
        ${this.text({ name: 'hourly_rate', label: t('record.rate', { currency }), hint: t('projectEditor.rateHint') })}
        ${this.text({ name: 'estimate_seconds', label: t('projectEditor.estimate'), hint: t('projectEditor.estimateHint') })}
      </div>
      <label class="check"><input type="checkbox" .checked=${values.billable as boolean}
        @change=${(event: Event) => this.set({ billable: (event.target as HTMLInputElement).checked })}>${t('projectEditor.billable')}</label>
      <div class="pair">
        ${this.text({ name: 'code', label: t('projectEditor.code'), maxlength: 50, hint: t('projectEditor.codeHint') })}
        <div class="field"><label for="visibility">${t('projectEditor.visibility')}</label>
          <select id="visibility" @change=${(event: Event) => this.set({ visibility: (event.target as HTMLSelectElement).value })}>
            ${(['everyone', 'members'] as const).map((one) => html`<option value=${one} ?selected=${one === values.visibility}>${t(`projectEditor.visibility.${one}`)}</option>`)}
          </select></div>
      </div>
      ${this.text({ name: 'notes', label: t('record.notes'), maxlength: 10_000, isLong: true })}`;
  }

  protected read() {
    const { name, client_id, color, billable, visibility } = this.values;
    return {
      name: String(name ?? '').trim(),
      client_id,
      color,
      code: optional(this.values.code),
      billable,
      hourly_rate: readMoney('hourly_rate', this.values.hourly_rate),
      estimate_seconds: readDuration('estimate_seconds', this.values.estimate_seconds),
      visibility,
      notes: String(this.values.notes ?? ''),
    };
  }
}
