/** What holds for the whole instance: money, entries, rounding. And what plugins add for administrators. */
import { css, html } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { StintElement } from '../../components/element.ts';
import { reading } from '../../components/reading.ts';
import '../../components/schema-form/form.ts';
import type { SchemaForm } from '../../components/schema-form/form.ts';
import type { Schema, Values } from '../../components/schema-form/schema.ts';
import { toast, toastError } from '../../components/toast.ts';
import { QueryController } from '../../controllers/query.ts';
import { api } from '../../data/api.ts';
import { hasCode, Problem } from '../../data/problem.ts';
import { refresh, settingsRead } from '../../data/queries.ts';
import type { Settings } from '../../data/wire.ts';
import { t } from '../../i18n/texts.ts';
import '../../shell/cards/card-region.ts';
import { controls } from '../../styles/controls.ts';
import { lists } from '../../styles/lists.ts';

// What may be left empty.
const optional = new Set([
  'default_hourly_rate',
  'organization_name',
  'organization_address',
  'report_footer',
]);

/** The form, in the person's language. The server has the last word on what is allowed. */
function schemaInWords(): Schema {
  const field = (name: string, schema: Schema): Schema => ({
    title: t(`settings.${name}`),
    description: t(`settings.hint.${name}`),
    ...schema,
  });
  const choice = (name: string, words: string[]): Schema => ({
    type: 'string',
    enum: words,
    'x-labels': Object.fromEntries(words.map((word) => [word, t(`settings.${name}.${word}`)])),
  });
  const group = (name: string) => ({ 'x-group': t(`settings.group.${name}`) });
  const properties: Record<string, Schema> = {
    currency: { type: 'string', pattern: '^[A-Z]{3}$', examples: ['EUR'], ...group('money') },
    default_hourly_rate: {
      type: ['string', 'null'],
      pattern: '^\\d{1,10}(\\.\\d{1,2})?$',
      examples: ['85.00'],
      ...group('money'),
    },
    overlap_policy: { ...choice('overlap', ['allow', 'warn', 'forbid']), ...group('entries') },
    multiple_timers: { type: 'boolean', ...group('entries') },
    rounding_mode: {
      ...choice('rounding', ['none', 'up', 'down', 'nearest']),
      ...group('rounding'),
    },
    rounding_minutes: { type: 'integer', minimum: 1, maximum: 60, ...group('rounding') },
    organization_name: { type: 'string', maxLength: 200, ...group('letterhead') },
    organization_address: { type: 'string', maxLength: 1000, ...group('letterhead') },
    report_footer: {
      type: 'string',
      maxLength: 500,
      'x-widget': 'textarea',
      ...group('letterhead'),
    },
  };
  return {
    type: 'object',
    required: Object.keys(properties).filter((name) => !optional.has(name)),
    properties: Object.fromEntries(
      Object.entries(properties).map(([name, schema]) => [name, field(name, schema)]),
    ),
  };
}

@customElement('stint-settings-page')
export class SettingsPage extends StintElement {
  static override styles = [
    StintElement.styles,
    controls,
    lists,
    css`
      .page {
        max-inline-size: 40rem;
      }
      form {
        padding: var(--stint-space-4);
      }
    `,
  ];

  @state() private problem?: Problem;
  @state() private isBusy = false;
  @query('stint-schema-form') private form?: SchemaForm;
  private readonly settings = new QueryController(this, () => settingsRead);
  private schema?: { title: string; schema: Schema };

  override render() {
    return html`<div class="page">
      <div><h1>${t('settings.title')}</h1><p class="muted">${t('settings.text')}</p></div>
      ${reading(this.settings, (settings) => this.renderForm(settings))}
      <stint-card-region region="admin.section/v1"></stint-card-region>
    </div>`;
  }

  private renderForm(settings: Settings) {
    return html`<form class="panel fields" novalidate @submit=${this.save}>
      <stint-schema-form .schema=${this.words()} .values=${settings as unknown as Values} .problem=${this.problem}></stint-schema-form>
      <div class="actions"><button class="primary" ?disabled=${this.isBusy}>${t('action.save')}</button></div>
      ${this.problem ? html`<p class="note bad" role="alert">${this.problem.message}</p>` : ''}
    </form>`;
  }

  /** Made anew for another language only: a new one begins the form anew. */
  private words(): Schema {
    const title = t('settings.title');
    if (this.schema?.title !== title) this.schema = { title, schema: schemaInWords() };
    return this.schema.schema;
  }

  private async save(event: Event): Promise<void> {
    event.preventDefault();
    const { form } = this;
    const settings = this.settings.data as Settings & { id?: number };
    this.problem = undefined;
    if (!form?.check()) return;
    const changed = Object.entries(form.current).filter(
      ([name, value]) => value !== settings[name as keyof Settings],
    );
    if (changed.length === 0) return toast(t('settings.unchanged'));
    this.isBusy = true;
    try {
      await api.patch('/settings', Object.fromEntries(changed));
      toast(t('record.saved'));
    } catch (error) {
      if (!(error instanceof Problem) || hasCode(error, 'STINT_ERR_FORBIDDEN')) toastError(error);
      else this.problem = error;
    } finally {
      this.isBusy = false;
      refresh('settings');
    }
  }
}
