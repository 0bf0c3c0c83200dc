/** What a person sets on one card, as a form of its schema. */
import { html } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import '../../components/dialog.ts';
import { StintElement } from '../../components/element.ts';
import '../../components/schema-form/form.ts';
import type { SchemaForm } from '../../components/schema-form/form.ts';
import type { Schema, Values } from '../../components/schema-form/schema.ts';
import { t } from '../../i18n/texts.ts';
import type { CardEntry } from '../../shell/cards/catalog.ts';
import { controls } from '../../styles/controls.ts';

/** Dispatches `close`; `chosen` then holds what was set, if it was. */
@customElement('stint-card-settings')
export class CardSettings extends StintElement {
  static override styles = [StintElement.styles, controls];

  @property({ attribute: false }) entry!: CardEntry;
  @property({ attribute: false }) config: Values = {};
  chosen?: Values;
  @state() private isOpen = true;
  @query('stint-schema-form') private form!: SchemaForm;

  override render() {
    return html`<stint-dialog heading=${t('dashboard.settingsOf', { title: this.entry.title })} ?open=${this.isOpen} @close=${() => this.dispatchEvent(new Event('close'))}>
      <form id="form" @submit=${this.save}>
        <stint-schema-form .schema=${this.entry.declaration.configSchema as Schema} .values=${this.config}></stint-schema-form>
      </form>
      <div slot="footer" class="actions" style="justify-content: flex-end">
        <button @click=${() => (this.isOpen = false)}>${t('action.cancel')}</button>
        <button class="primary" form="form">${t('action.save')}</button>
      </div>
    </stint-dialog>`;
  }

  private save(event: Event): void {
    event.preventDefault();
    if (!this.form.check()) return;
    this.chosen = this.form.current;
    this.isOpen = false;
  }
}
