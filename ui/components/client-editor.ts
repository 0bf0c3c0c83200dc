/** Everything about one client in a dialog. */
import { html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { QueryController } from '../controllers/query.ts';
import { settingsRead } from '../data/queries.ts';
import type { Client } from '../data/wire.ts';
import { t } from '../i18n/texts.ts';
import { optional, RecordEditor, readMoney } from './record-editor.ts';

@customElement('stint-client-editor')
export class ClientEditor extends RecordEditor<Client> {
  protected readonly resource = 'clients';
  private readonly settings = new QueryController(this, () => settingsRead);

  protected heading(): string {
    return t(this.row ? 'clientEditor.edit' : 'clientEditor.new');
  }

  protected begin() {
    return { ...this.row };
  }

  protected renderFields() {
    const own = this.settings.data?.currency ?? '';
    const currency = optional(this.values.currency)?.toUpperCase() ?? own;
    return html`
      ${this.text({ name: 'name', label: t('record.name'), required: true, autofocus: true })}
      <div class="pair">
        ${this.text({ name: 'email', label: t('clientEditor.email'), type: 'email', maxlength: 254 })}
        ${this.text({ name: 'phone', label: t('clientEditor.phone'), type: 'tel', maxlength: 50 })}
      </div>
      ${this.text({ name: 'address', label: t('clientEditor.address'), maxlength: 1000, isLong: true })}
      <div class="pair">
        ${this.text({ name: 'hourly_rate', label: t('record.rate', { currency }), hint: t('clientEditor.rateHint') })}
        ${this.text({ name: 'currency', label: t('clientEditor.currency'), maxlength: 3, hint: t('clientEditor.currencyHint', { currency: own }) })}
      </div>
      ${this.text({ name: 'notes', label: t('record.notes'), maxlength: 10_000, isLong: true })}`;
  }

  protected read() {
    const { name, email, phone, address, notes, currency, hourly_rate } = this.values;
    return {
      name: String(name ?? '').trim(),
      email: optional(email),
      phone: optional(phone),
      address: optional(address),
      hourly_rate: readMoney('hourly_rate', hourly_rate),
      currency: optional(currency)?.toUpperCase() ?? null,
      notes: String(notes ?? ''),
    };
  }
}
