/** What an administrator sets on a plugin for everybody, as a form of its schema. Nothing where it has none. */
import { html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { StintElement } from '../../components/element.ts';
import { reading } from '../../components/reading.ts';
import '../../components/schema-form/form.ts';
import type { SchemaForm } from '../../components/schema-form/form.ts';
import type { Schema, Values } from '../../components/schema-form/schema.ts';
import { toast, toastError } from '../../components/toast.ts';
import { QueryController } from '../../controllers/query.ts';
import { api } from '../../data/api.ts';
import { refreshPlugins } from '../../data/plugins.ts';
import { Problem } from '../../data/problem.ts';
import { type Read, refresh } from '../../data/queries.ts';
import { t } from '../../i18n/texts.ts';
import { controls } from '../../styles/controls.ts';
import { lists } from '../../styles/lists.ts';

interface Settings {
  schema: Schema;
  values: Values;
}

/** Read once: what somebody types is not written over by what happens elsewhere. */
const settingsOf = (id: string): Read<Settings> => ({
  queryKey: ['plugin-settings', id],
  queryFn: () => api.get<Settings>(`/plugins/${id}/settings`),
  staleTime: Number.POSITIVE_INFINITY,
  gcTime: 0,
});

@customElement('stint-plugin-settings')
export class PluginSettings extends StintElement {
  static override styles = [StintElement.styles, controls, lists];

  @property() plugin = '';
  @state() private problem?: Problem;
  @state() private isBusy = false;
  @query('stint-schema-form') private form?: SchemaForm;
  private readonly settings = new QueryController(this, () => settingsOf(this.plugin));

  override render() {
    return reading(this.settings, ({ schema, values }) => {
      if (Object.keys(schema.properties ?? {}).length === 0) return nothing;
      return html`<section class="panel" aria-labelledby="settings">
        <header><h2 id="settings">${t('plugin.settings')}</h2></header>
        <form class="inside fields" style="max-inline-size: 36rem" novalidate @submit=${this.save}>
          <stint-schema-form .schema=${schema} .values=${values} .problem=${this.problem}></stint-schema-form>
          <div class="actions"><button class="primary" ?disabled=${this.isBusy}>${t('action.save')}</button></div>
          ${this.problem ? html`<p class="note bad" role="alert">${this.problem.message}</p>` : nothing}
        </form>
      </section>`;
    });
  }

  private async save(event: Event): Promise<void> {
    event.preventDefault();
    const { form } = this;
    this.problem = undefined;
    if (!form?.check()) return;
    this.isBusy = true;
    try {
      await api.put(`/plugins/${this.plugin}/settings`, form.current);
      toast(t('plugin.settingsSaved'));
      refresh('plugin-settings');
      refreshPlugins();
    } catch (error) {
      if (error instanceof Problem) this.problem = error;
      else toastError(error);
    } finally {
      this.isBusy = false;
    }
  }
}
