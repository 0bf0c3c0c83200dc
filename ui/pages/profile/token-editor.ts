/** Makes an API token in a dialog, and shows its secret this once. */
import { css, html } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { ifDefined } from 'lit/directives/if-defined.js';
import type { Scope } from '../../../core/auth/scopes.ts';
import '../../components/copy-field.ts';
import '../../components/dialog.ts';
import { StintElement } from '../../components/element.ts';
import { FormFaults } from '../../components/form-faults.ts';
import { api } from '../../data/api.ts';
import { addDays, today } from '../../data/days.ts';
import { refresh } from '../../data/queries.ts';
import { isAdmin } from '../../data/session.ts';
import type { TokenWithSecret } from '../../data/wire.ts';
import { format } from '../../i18n/format.ts';
import { t } from '../../i18n/texts.ts';
import { controls } from '../../styles/controls.ts';
import { groups, presets, scopeOf } from './scopes.ts';

const lifetimes = ['30', '90', '365', 'date', 'never'] as const;
const verbs = ['read', 'write'] as const;

/** Dispatches `close` when it is gone. */
@customElement('stint-token-editor')
export class TokenEditor extends StintElement {
  static override styles = [
    StintElement.styles,
    controls,
    css`
      .pair {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(12rem, 1fr));
        gap: var(--stint-space-3);
      }
      fieldset {
        margin: 0;
        padding: 0;
        border: 0;
        min-inline-size: 0;
      }
      legend {
        padding: 0;
      }
      table {
        inline-size: 100%;
        border-collapse: collapse;
        margin-block-start: var(--stint-space-2);
      }
      th,
      td {
        padding: 2px 0;
        text-align: center;
        font-weight: var(--stint-weight);
      }
      th:first-child {
        text-align: start;
      }
      thead th {
        font-size: var(--stint-text-s);
        color: var(--stint-color-muted);
      }
      tbody tr:first-child th {
        padding-block-start: var(--stint-space-3);
        font-size: var(--stint-text-s);
        font-weight: var(--stint-weight-medium);
        color: var(--stint-color-muted);
      }
      td label {
        display: grid;
        place-items: center;
        min-block-size: 1.75rem;
      }
      .secret {
        display: grid;
        gap: var(--stint-space-4);
      }
    `,
  ];

  @state() private isOpen = true;
  @state() private scopes = new Set<Scope>();
  @state() private lifetime: (typeof lifetimes)[number] = '90';
  @state() private made?: TokenWithSecret;
  private readonly faults = new FormFaults(this);

  override render() {
    return html`<stint-dialog heading=${t(this.made ? 'profile.tokenMade' : 'profile.newToken')} ?open=${this.isOpen}
      ?locked=${this.made !== undefined} ?dirty=${!this.made && this.scopes.size > 0} @close=${this.onClose}>
      ${this.made ? this.renderSecret(this.made) : this.renderForm()}
      <div slot="footer" class="actions" style="justify-content: flex-end">
        ${
          this.made
            ? html`<button class="primary" @click=${this.close}>${t('profile.tokenKept')}</button>`
            : html`<button @click=${this.close}>${t('action.cancel')}</button>
              <button class="primary" form="form" ?disabled=${this.faults.isBusy}>${t('profile.makeToken')}</button>`
        }
      </div>
    </stint-dialog>`;
  }

  private renderSecret({ name, token }: TokenWithSecret) {
    return html`<div class="secret">
      <p class="note warn">${t('profile.tokenOnce')}</p>
      <stint-copy-field label=${t('profile.tokenOf', { name })} value=${token ?? ''}></stint-copy-field>
      <p class="small muted">${t('profile.tokenUse')} <code>Authorization: Bearer …</code></p>
    </div>`;
  }

  private renderForm() {
    const { faults } = this;
    return html`<form id="form" class="fields" @submit=${this.make}>
      <div class="field">
        <label for="name">${t('profile.field.token_name')}</label>
        <input id="name" name="name" required maxlength="200" autocomplete="off" autofocus placeholder=${t('profile.tokenExample')}
          aria-invalid=${ifDefined(faults.invalid('name'))} aria-describedby="name-fault">
        ${faults.line('name')}
      </div>
      <div class="pair">
        <div class="field">
          <label for="lifetime">${t('profile.field.expires_at')}</label>
          <select id="lifetime" @change=${(event: Event) => {
            this.lifetime = (event.target as HTMLSelectElement).value as typeof this.lifetime;
          }}>${lifetimes.map((value) => html`<option value=${value} ?selected=${value === this.lifetime}>${t(`profile.lifetime.${value}`)}</option>`)}</select>
          ${faults.line('expires_at')}
        </div>
        ${this.renderDate()}
      </div>
      <fieldset>
        <legend class="label">${t('profile.field.scopes')}</legend>
        <p class="hint">${t('profile.scopesHint')}</p>
        <div class="actions" style="padding-block-start: var(--stint-space-2)">
          ${(['track', 'read'] as const).map(
            (name) =>
              html`<button type="button" class="small-button" @click=${() => {
                this.scopes = new Set(presets[name](isAdmin.value));
              }}>${t(`profile.preset.${name}`)}</button>`,
          )}
        </div>
        <table>
          <thead><tr><th scope="col">${t('profile.scopeOf')}</th>${verbs.map((verb) => html`<th scope="col">${t(`profile.verb.${verb}`)}</th>`)}</tr></thead>
          ${groups.map((group) => this.renderGroup(group))}
        </table>
        ${faults.line('scopes')}
      </fieldset>
      ${faults.rest()}
    </form>`;
  }

  private renderDate() {
    if (this.lifetime === 'never')
      return html`<p class="note warn small">${t('profile.neverExpires')}</p>`;
    if (this.lifetime !== 'date')
      return html`<p class="hint" style="align-self: end">${t('profile.expiresOn', { date: format.date(this.lastDay()) })}</p>`;
    return html`<div class="field"><label for="date">${t('profile.field.last_day')}</label>
      <input id="date" name="date" type="date" required min=${today()}></div>`;
  }

  private renderGroup({ name, resources }: (typeof groups)[number]) {
    const shown = resources
      .map((resource) => ({
        resource,
        both: verbs.map((verb) => scopeOf(verb, resource, isAdmin.value)),
      }))
      .filter(({ both }) => both.some((scope) => scope !== undefined));
    return html`<tbody>
      <tr><th scope="rowgroup" colspan="3">${t(`profile.scopeGroup.${name}`)}</th></tr>
      ${shown.map(
        ({ resource, both }) => html`<tr><th scope="row">${t(`profile.resource.${resource}`)}</th>
          ${both.map((scope) => html`<td>${scope ? this.renderScope(scope, resource) : ''}</td>`)}</tr>`,
      )}
    </tbody>`;
  }

  private renderScope(scope: Scope, resource: string) {
    const verb = t(`profile.verb.${scope.split(':')[0]}`);
    return html`<label><input type="checkbox" .checked=${this.scopes.has(scope)}
      aria-label="${t(`profile.resource.${resource}`)}: ${verb}" @change=${() => this.toggle(scope)}></label>`;
  }

  private toggle(scope: Scope): void {
    const next = new Set(this.scopes);
    if (!next.delete(scope)) next.add(scope);
    this.scopes = next;
  }

  private lastDay(): string {
    return addDays(today(), Number(this.lifetime));
  }

  private async make(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const fields = new FormData(event.target as HTMLFormElement);
    const day = this.lifetime === 'date' ? String(fields.get('date')) : this.lastDay();
    // Through the end of that day, where the person is.
    const expires_at = this.lifetime === 'never' ? undefined : `${day}T23:59:59`;
    const body = { name: fields.get('name'), scopes: [...this.scopes], expires_at };
    this.made = await this.faults.during(() => api.post<TokenWithSecret>('/tokens', body));
    if (this.made) refresh('tokens');
  }

  private close(): void {
    this.isOpen = false;
  }

  private onClose(): void {
    this.isOpen = false;
    this.dispatchEvent(new Event('close'));
  }
}
