/**
 * The settings of one connection: the form of their schema, or the card that the plugin has for them. They
 * are tried and saved here, whoever draws them. What is made at saving is shown this once.
 */
import { css, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import '../../components/copy-field.ts';
import { StintElement } from '../../components/element.ts';
import { reading } from '../../components/reading.ts';
import '../../components/schema-form/form.ts';
import type { SchemaForm } from '../../components/schema-form/form.ts';
import type { Schema, Values } from '../../components/schema-form/schema.ts';
import { toast, toastError } from '../../components/toast.ts';
import { QueryController } from '../../controllers/query.ts';
import { Problem } from '../../data/problem.ts';
import { refresh } from '../../data/queries.ts';
import type { Connector, ConnectorForm, ConnectorStatus, TestAnswer } from '../../data/wire.ts';
import { t } from '../../i18n/texts.ts';
import '../../shell/cards/card-host.ts';
import type { CardHost } from '../../shell/cards/card-host.ts';
import { type CardEntry, cardsIn } from '../../shell/cards/catalog.ts';
import { controls } from '../../styles/controls.ts';
import './access.ts';
import { formRead, optionsOf, saveConnection, testConnection } from './connections.ts';

@customElement('stint-connection-settings')
export class ConnectionSettings extends StintElement {
  static override styles = [
    StintElement.styles,
    controls,
    css`
      :host,
      .settings {
        display: grid;
        gap: var(--stint-space-5);
        max-inline-size: 36rem;
      }
      .once,
      .webhooks {
        display: grid;
        gap: var(--stint-space-3);
      }
      ol {
        display: grid;
        gap: var(--stint-space-1);
        margin: 0;
        padding-inline-start: var(--stint-space-5);
        overflow-wrap: anywhere;
      }
      .once .actions {
        justify-content: end;
      }
    `,
  ];

  @property({ attribute: false }) connector!: Connector;
  @property({ attribute: false }) status?: ConnectorStatus;
  /** The plugin's own card for its settings; `null` while nobody knows whether it has one. */
  @state() private card: CardEntry | undefined | null = null;
  /** Those that stand above the form, and keep it. */
  @state() private companions: CardEntry[] = [];
  /** What the card wants to be saved. */
  @state() private draft?: Values;
  @state() private problem?: Problem;
  @state() private busy?: 'saving' | 'testing';
  @state() private tested?: TestAnswer;
  @state() private generated: Record<string, string> = {};
  @query('stint-schema-form') private schemaForm?: SchemaForm;
  @query('form stint-card-host') private cardHost?: CardHost;
  private readonly form = new QueryController(this, () => formRead(this.connector));

  override connectedCallback(): void {
    super.connectedCallback();
    void this.findCard();
  }

  override render() {
    return html`
      ${this.renderGenerated()}
      ${this.renderWebhooks()}
      ${reading(
        this.form,
        (form) => html`${this.renderAccess(form)}
        ${this.companions.map((card) => this.renderCompanion(card, form))}
        ${this.card === null ? nothing : this.renderSettings(form)}`,
      )}
    `;
  }

  private renderAccess({ oauth }: ConnectorForm) {
    if (!oauth) return nothing;
    return html`<stint-connector-access .connector=${this.connector} .oauth=${oauth}
      ?connected=${this.connector.health !== 'not_configured'}></stint-connector-access>`;
  }

  /** What was said of them stands below the buttons: gone when something is typed, it moves none away from under a click. */
  private renderSettings(form: ConnectorForm) {
    const schema = form.schema as Schema;
    return html`<form class="settings" @submit=${this.save} novalidate>
      ${this.card ? this.renderCard(this.card, form) : this.renderForm(schema, form)}
      <div class="actions">
        <button class="primary" ?disabled=${this.busy !== undefined}>${t(this.busy === 'saving' ? 'integrations.saving' : 'action.save')}</button>
        <button type="button" ?disabled=${this.busy !== undefined} @click=${this.test}>${t(this.busy === 'testing' ? 'integrations.testing' : 'integrations.test')}</button>
      </div>
      ${this.renderRefusal()}
      <div role="status">${this.tested ? this.renderTested(this.tested) : nothing}</div>
    </form>`;
  }

  private renderForm(schema: Schema, { values }: ConnectorForm) {
    return html`<stint-schema-form .schema=${schema} .values=${values as Values} .problem=${this.problem}
      .optionsOf=${(name: string, typed: Values) => optionsOf(this.connector, name, typed)}
      @stint-values=${this.forgetTest}></stint-schema-form>`;
  }

  private renderCard(card: CardEntry, { values }: ConnectorForm) {
    return html`<stint-card-host bare .card=${card} .config=${this.draft ?? (values as Values)} mode="edit"
      .context=${{ connector: this.connector.id }} @stint-config-change=${this.onConfig}></stint-card-host>`;
  }

  private renderCompanion(card: CardEntry, { values }: ConnectorForm) {
    return html`<stint-card-host .card=${card} .config=${values as Values}
      .context=${{ connector: this.connector.id }}></stint-card-host>`;
  }

  /** What no field of the form shows. */
  private renderRefusal() {
    const { problem } = this;
    if (!problem) return nothing;
    const properties = (this.form.data?.schema as Schema | undefined)?.properties ?? {};
    const isShown = (pointer: string) =>
      !this.card && (pointer.split('/')[1] as string) in properties;
    if (problem.errors.length > 0 && problem.errors.every(({ pointer }) => isShown(pointer)))
      return nothing;
    return html`<p class="note bad" role="alert">${problem.message}</p>`;
  }

  private renderTested({ ok, message, error }: TestAnswer) {
    return html`<p class="note ${ok ? '' : 'bad'}">${ok ? t('integrations.testPassed') : t('integrations.testFailed')} ${message ?? error}</p>`;
  }

  private renderGenerated() {
    const all = Object.entries(this.generated);
    if (all.length === 0) return nothing;
    return html`<section class="note warn once" aria-label=${t('integrations.generated')}>
      <p>${t('integrations.generatedText')}</p>
      ${all.map(([name, secret]) => html`<stint-copy-field label=${this.titleOf(name)} value=${secret}></stint-copy-field>`)}
      <div class="actions"><button class="small-button" @click=${this.forgetSecrets}>${t('integrations.generatedKept')}</button></div>
    </section>`;
  }

  private renderWebhooks() {
    const { webhooks = [] } = this.status ?? {};
    if (webhooks.length === 0) return nothing;
    return html`<section class="webhooks" aria-labelledby="webhooks">
      <div><h3 id="webhooks">${t('integrations.webhooks')}</h3><p class="hint">${t('integrations.webhooksText')}</p></div>
      ${webhooks.map(
        ({ name, url, steps = [] }) => html`
          ${steps.length === 0 ? nothing : html`<ol class="small">${steps.map((step) => html`<li>${step}</li>`)}</ol>`}
          <stint-copy-field label=${t('integrations.webhookOf', { name })} value=${url}></stint-copy-field>`,
      )}
    </section>`;
  }

  /** `/webhook_secret` or `webhook_secret`, as the schema calls it. */
  private titleOf(name: string): string {
    const key = name.replace(/^\//, '');
    return (this.form.data?.schema as Schema | undefined)?.properties?.[key]?.title ?? key;
  }

  private async findCard(): Promise<void> {
    const cards = await cardsIn('integration.settings/v1').catch(() => []);
    const own = cards.filter(({ owner }) => owner === this.connector.id);
    this.card = own.find(({ declaration }) => !declaration.keepsForm);
    this.companions = own.filter(({ declaration }) => declaration.keepsForm);
  }

  /** What is to be saved; nothing where it cannot be, which is then shown. */
  private values(): Values | undefined {
    this.problem = undefined;
    if (!this.card) return this.schemaForm?.check() ? this.schemaForm.current : undefined;
    const reason = this.cardHost?.validate();
    if (reason) toast(reason, { kind: 'error' });
    return reason ? undefined : (this.draft ?? (this.form.data?.values as Values));
  }

  private async save(event: Event): Promise<void> {
    event.preventDefault();
    await this.during('saving', async (values) => {
      const { generated } = await saveConnection(this.connector, values);
      this.generated = generated ?? {};
      this.draft = undefined;
      refresh('connector-forms');
      toast(t('integrations.saved'));
    });
  }

  private async test(): Promise<void> {
    await this.during('testing', async (values) => {
      this.tested = await testConnection(this.connector, values);
    });
  }

  private async during(
    busy: 'saving' | 'testing',
    work: (values: Values) => Promise<void>,
  ): Promise<void> {
    const values = this.values();
    if (!values) return;
    this.busy = busy;
    this.tested = undefined;
    try {
      await work(values);
    } catch (error) {
      if (error instanceof Problem) this.problem = error;
      else toastError(error);
    } finally {
      this.busy = undefined;
    }
  }

  private onConfig({ detail }: CustomEvent<{ config: Values }>): void {
    this.draft = detail.config;
    this.forgetTest();
  }

  private forgetTest(): void {
    this.tested = undefined;
    this.problem = undefined;
  }

  private forgetSecrets(): void {
    this.generated = {};
  }
}
