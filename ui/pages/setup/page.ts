/**
 * The first run, from the printed link to a running timer: the account, how time is shown, and the first
 * thing to work on. The account is made by the last step but one, so that going back changes nothing.
 */
import { css, html } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { ifDefined } from 'lit/directives/if-defined.js';
import { StintElement } from '../../components/element.ts';
import { FormFaults } from '../../components/form-faults.ts';
import { api } from '../../data/api.ts';
import { Problem } from '../../data/problem.ts';
import { becomeSignedIn } from '../../data/session.ts';
import type { Project, User } from '../../data/wire.ts';
import { closest, locale, locales, setLocale, t } from '../../i18n/texts.ts';
import { navigate, queryValue } from '../../shell/place.ts';
import { controls } from '../../styles/controls.ts';
import { currencyOf, dateFormatOf, weekStartOf } from './region.ts';

const steps = ['account', 'place', 'work'] as const;

@customElement('stint-setup-page')
export class SetupPage extends StintElement {
  static override styles = [
    StintElement.styles,
    controls,
    css`
      ol {
        display: grid;
        grid-auto-flow: column;
        grid-auto-columns: 1fr;
        gap: var(--stint-space-2);
        padding-block-end: var(--stint-space-5);
      }
      ol li {
        padding-block-start: var(--stint-space-2);
        border-block-start: 3px solid var(--stint-color-line);
        font-size: var(--stint-text-xs);
        color: var(--stint-color-muted);
      }
      ol li[aria-current],
      ol li.done {
        border-color: var(--stint-color-accent);
      }
      ol li[aria-current] {
        color: var(--stint-color-text);
        font-weight: var(--stint-weight-medium);
      }
      .pair {
        display: grid;
        grid-template-columns: 1fr 1fr;
        gap: var(--stint-space-3);
      }
      .actions {
        justify-content: space-between;
      }
    `,
  ];

  @state() private step = 0;
  private readonly fields: Record<string, string> = {};
  private readonly faults = new FormFaults(this);

  override render() {
    return html`
      <ol aria-label=${t('setup.steps')}>${steps.map(
        (name, index) =>
          html`<li class=${index < this.step ? 'done' : ''} aria-current=${ifDefined(index === this.step ? 'step' : undefined)}>${t(`setup.step.${name}`)}</li>`,
      )}</ol>
      <form class="fields" @submit=${this.next} @input=${this.keep}>
        ${[this.renderAccount, this.renderPlace, this.renderWork][this.step]?.call(this)}
        ${this.faults.rest()}
        <div class="actions">
          ${this.step === 1 ? html`<button type="button" @click=${this.back}>${t('action.back')}</button>` : ''}
          ${this.step === 2 ? html`<button type="button" class="quiet" @click=${this.finish}>${t('setup.skip')}</button>` : html`<span></span>`}
          <button class="primary" ?disabled=${this.faults.isBusy}>${t(`setup.action.${steps[this.step]}`)}</button>
        </div>
      </form>
    `;
  }

  override updated(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('step')) this.renderRoot.querySelector<HTMLElement>('input, select')?.focus();
  }

  private renderAccount() {
    return html`<h1>${t('setup.accountTitle')}</h1>
      <p class="muted">${t('setup.accountText')}</p>
      ${this.input('name', { autocomplete: 'name', maxlength: 200 })}
      ${this.input('email', { type: 'email', autocomplete: 'username' })}
      ${this.input('password', { type: 'password', autocomplete: 'new-password', minlength: 8, maxlength: 256, hint: t('setup.passwordHint') })}`;
  }

  private renderPlace() {
    const zones = Intl.supportedValuesOf('timeZone');
    return html`<h1>${t('setup.placeTitle')}</h1>
      <p class="muted">${t('setup.placeText')}</p>
      <div class="field">
        <label for="locale">${t('setup.locale')}</label>
        <select id="locale" name="locale" @change=${(event: Event) => setLocale((event.target as HTMLSelectElement).value)}>
          ${Object.entries(locales).map(([value, name]) => html`<option value=${value} ?selected=${value === locale.value}>${name}</option>`)}
        </select>
      </div>
      <div class="field">
        <label for="time_zone">${t('setup.time_zone')}</label>
        <input id="time_zone" name="time_zone" list="zones" required .value=${this.fields.time_zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone}
          aria-invalid=${ifDefined(this.faults.invalid('time_zone'))} aria-describedby="time_zone-fault">
        <datalist id="zones">${zones.map((zone) => html`<option value=${zone}></option>`)}</datalist>
        ${this.faults.line('time_zone')}
      </div>
      <div class="pair">
        <div class="field">
          <label for="week_start">${t('setup.week_start')}</label>
          <select id="week_start" name="week_start">${[1, 6, 7].map(
            (day) =>
              html`<option value=${day} ?selected=${String(day) === (this.fields.week_start ?? String(weekStartOf()))}>${t(`setup.day.${day}`)}</option>`,
          )}</select>
        </div>
        ${this.input('currency', { maxlength: 3, pattern: '[A-Z]{3}', value: currencyOf(), hint: t('setup.currencyHint') })}
      </div>`;
  }

  private renderWork() {
    return html`<h1>${t('setup.workTitle')}</h1>
      <p class="muted">${t('setup.workText')}</p>
      ${this.input('project', { maxlength: 200, placeholder: t('setup.projectExample') })}
      ${this.input('description', { maxlength: 5000, placeholder: t('setup.descriptionExample'), isOptional: true })}
      <p class="small muted">${t('setup.importText')} <a href="/import" @click=${this.goToImport}>${t('setup.import')}</a></p>`;
  }

  private input(name: string, { hint, value = '', isOptional, ...attributes }: Input) {
    const { type = 'text', autocomplete = 'off', ...limits } = attributes;
    return html`<div class="field">
      <label for=${name}>${t(`setup.${name}`)}</label>
      <input id=${name} name=${name} type=${type} autocomplete=${autocomplete} ?required=${!isOptional}
        minlength=${ifDefined(limits.minlength)} maxlength=${ifDefined(limits.maxlength)} pattern=${ifDefined(limits.pattern)}
        placeholder=${ifDefined(limits.placeholder)} .value=${this.fields[name] ?? value}
        aria-invalid=${ifDefined(this.faults.invalid(name))} aria-describedby="${name}-hint ${name}-fault">
      ${hint ? html`<p class="hint" id="${name}-hint">${hint}</p>` : ''}
      ${this.faults.line(name)}
    </div>`;
  }

  private keep(event: Event): void {
    const { name, value } = event.target as HTMLInputElement;
    this.fields[name] = value;
  }

  private back(): void {
    this.step -= 1;
  }

  private async next(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    for (const [name, value] of new FormData(event.target as HTMLFormElement))
      this.fields[name] = String(value);
    if (this.step === 0) this.step = 1;
    else if (this.step === 1) await this.makeAccount();
    else await this.begin();
  }

  private async makeAccount(): Promise<void> {
    const { name, email, password, time_zone, currency } = this.fields;
    const token = queryValue('token') ?? '';
    const made = await this.faults.during(async () => {
      const body = { token, name, email, password, time_zone, currency };
      const { user } = await api.post<{ user: User }>('/setup', body).catch((error) => {
        // What was asked on the step before is corrected there.
        if (
          error instanceof Problem &&
          ['name', 'email', 'password'].some((field) => error.faultAt(`/${field}`))
        )
          this.step = 0;
        throw error;
      });
      // The secret has done its work: it leaves the history. The state says that this goes on.
      history.replaceState({ settingUp: true }, '', '/setup');
      const preferences = {
        locale: closest(this.fields.locale ?? locale.peek()),
        week_start: Number(this.fields.week_start),
        date_format: dateFormatOf(),
      };
      // Once they are in, all is shown as their account says; it is there already, whatever comes of this.
      becomeSignedIn(await api.patch<User>('/me', preferences).catch(() => user));
      return true;
    });
    if (made) this.step = 2;
  }

  private async begin(): Promise<void> {
    const begun = await this.faults.during(async () => {
      const { project: name, description } = this.fields;
      const project = await api.post<Project>('/projects', { name });
      await api.post('/timer/start', { project_id: project.id, description });
      return true;
    });
    if (begun) await this.finish();
  }

  /** In place of a first project: what was recorded elsewhere. The set-up is done by then. */
  private goToImport(event: Event): void {
    event.preventDefault();
    void navigate('/import', { replace: true });
  }

  private async finish(): Promise<void> {
    await navigate('/', { replace: true });
  }
}

interface Input {
  type?: string;
  autocomplete?: string;
  minlength?: number;
  maxlength?: number;
  pattern?: string;
  placeholder?: string;
  hint?: string;
  value?: string;
  isOptional?: boolean;
}
