/** What this person sets for one plugin, saved when it is set. The form is drawn from the plugin's schema. */
import { html } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { StintElement } from '../../components/element.ts';
import { FormFaults } from '../../components/form-faults.ts';
import { reading } from '../../components/reading.ts';
import type { SchemaForm } from '../../components/schema-form/form.ts';
import type { Schema, Values } from '../../components/schema-form/schema.ts';
import '../../components/schema-form/form.ts';
import { toast } from '../../components/toast.ts';
import { QueryController } from '../../controllers/query.ts';
import { api } from '../../data/api.ts';
import { readOne, refresh } from '../../data/queries.ts';
import type { Plugin } from '../../data/wire.ts';
import { t } from '../../i18n/texts.ts';
import { controls } from '../../styles/controls.ts';
import { lists } from '../../styles/lists.ts';

interface Settings {
  schema: Schema;
  values: Values;
}

@customElement('stint-plugin-settings')
export class PluginSettings extends StintElement {
  static override styles = [StintElement.styles, controls, lists];

  @property({ attribute: false }) plugin!: Plugin;
  @query('stint-schema-form') private readonly form!: SchemaForm;
  private readonly faults = new FormFaults(this);
  private readonly settings = new QueryController(this, () => readOne<Settings>(this.path));

  private get path(): string {
    return `/me/plugins/${this.plugin.id}/settings`;
  }

  override render() {
    return html`<section class="panel" aria-labelledby="name">
      <header><h2 id="name">${this.plugin.display_name}</h2></header>
      ${reading(
        this.settings,
        ({ schema, values }) => html`<div class="inside">
          <stint-schema-form .schema=${schema} .values=${values} @stint-values=${this.save}></stint-schema-form>
          ${this.faults.rest()}
        </div>`,
      )}
    </section>`;
  }

  private async save(): Promise<void> {
    if (!this.form.check()) return;
    const isSaved = await this.faults.during(async () => {
      await api.put(this.path, this.form.current);
      return true;
    });
    if (!isSaved) return;
    refresh('me');
    toast(t('profile.saved'));
  }
}
