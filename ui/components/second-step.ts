/**
 * The second step of signing in: a code of the authenticator, or a recovery code. Shown while
 * `secondFactor` is set, which it unsets when somebody wants to begin anew.
 */
import { html } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { ifDefined } from 'lit/directives/if-defined.js';
import { logInByCode, secondFactor } from '../data/session.ts';
import { t } from '../i18n/texts.ts';
import { controls } from '../styles/controls.ts';
import { StintElement } from './element.ts';
import { FormFaults } from './form-faults.ts';

@customElement('stint-second-step')
export class SecondStep extends StintElement {
  static override styles = [StintElement.styles, controls];

  @state() private isRecovery = false;
  @query('#code') private input!: HTMLInputElement;
  private readonly faults = new FormFaults(this);

  override render() {
    const { faults, isRecovery } = this;
    return html`<form class="fields" @submit=${this.submit}>
      <p class="muted" id="what">${t(isRecovery ? 'secondStep.recoveryText' : 'secondStep.codeText')}</p>
      <div class="field">
        <label for="code">${t(isRecovery ? 'secondStep.recoveryCode' : 'secondStep.code')}</label>
        <input id="code" name="code" class="numbers" required minlength="6" maxlength="64" spellcheck="false" autocapitalize="none"
          autocomplete=${isRecovery ? 'off' : 'one-time-code'} inputmode=${isRecovery ? 'text' : 'numeric'}
          aria-invalid=${ifDefined(faults.invalid('code'))} aria-describedby="what code-fault">
        ${faults.line('code')}
      </div>
      ${faults.rest()}
      <button class="primary" ?disabled=${faults.isBusy}>${t('secondStep.action')}</button>
      <div class="actions">
        <button type="button" class="quiet small-button" @click=${this.switchKind}>${t(isRecovery ? 'secondStep.useCode' : 'secondStep.useRecoveryCode')}</button>
        <button type="button" class="quiet small-button" @click=${beginAnew}>${t('secondStep.again')}</button>
      </div>
    </form>`;
  }

  override firstUpdated(): void {
    this.input.focus();
  }

  private async switchKind(): Promise<void> {
    this.isRecovery = !this.isRecovery;
    this.input.value = '';
    await this.updateComplete;
    this.input.focus();
  }

  private async submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    await this.faults.during(() => logInByCode(this.input.value));
  }
}

function beginAnew(): void {
  secondFactor.value = undefined;
}
