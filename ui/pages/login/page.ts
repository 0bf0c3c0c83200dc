/** Signing in, by address and password, and by a code where somebody has a second factor. */
import { html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { ifDefined } from 'lit/directives/if-defined.js';
import { StintElement } from '../../components/element.ts';
import { FormFaults } from '../../components/form-faults.ts';
import '../../components/second-step.ts';
import { logIn, secondFactor } from '../../data/session.ts';
import { t } from '../../i18n/texts.ts';
import { controls } from '../../styles/controls.ts';

@customElement('stint-login-page')
export class LoginPage extends StintElement {
  static override styles = [StintElement.styles, controls];

  private readonly faults = new FormFaults(this);

  override render() {
    if (secondFactor.value) return this.renderSecondStep();
    const { faults } = this;
    return html`<form class="fields" @submit=${this.submit}>
      <h1>${t('login.title')}</h1>
      <div class="field">
        <label for="email">${t('login.email')}</label>
        <input id="email" name="email" type="email" autocomplete="username" required autofocus
          aria-invalid=${ifDefined(faults.invalid('email'))} aria-describedby="email-fault">
        ${faults.line('email')}
      </div>
      <div class="field">
        <label for="password">${t('login.password')}</label>
        <input id="password" name="password" type="password" autocomplete="current-password" required
          aria-invalid=${ifDefined(faults.invalid('password'))} aria-describedby="password-fault">
        ${faults.line('password')}
      </div>
      ${faults.rest()}
      <button class="primary" ?disabled=${faults.isBusy}>${t('login.action')}</button>
      <p class="small muted">${t('login.forgotten')}</p>
    </form>`;
  }

  private renderSecondStep() {
    return html`<div class="fields">
      <h1>${t('login.title')}</h1>
      <stint-second-step></stint-second-step>
    </div>`;
  }

  private async submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const fields = new FormData(event.target as HTMLFormElement);
    await this.faults.during(() =>
      logIn(String(fields.get('email')), String(fields.get('password'))),
    );
  }
}
