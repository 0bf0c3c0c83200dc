/** Sets a second factor up, step by step: the password, the secret and a first code, the recovery codes. */
import { html } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { ifDefined } from 'lit/directives/if-defined.js';
import '../../components/copy-field.ts';
import '../../components/dialog.ts';
import { StintElement } from '../../components/element.ts';
import { FormFaults } from '../../components/form-faults.ts';
import { api } from '../../data/api.ts';
import { user } from '../../data/session.ts';
import { t } from '../../i18n/texts.ts';
import { controls } from '../../styles/controls.ts';
import './recovery-codes.ts';

/** Dispatches `close` when it is gone. */
@customElement('stint-two-factor-wizard')
export class TwoFactorWizard extends StintElement {
  static override styles = [StintElement.styles, controls];

  @state() private uri?: string;
  @state() private codes?: string[];
  private readonly faults = new FormFaults(this);

  override render() {
    return html`<stint-dialog open ?locked=${this.codes !== undefined} @close=${this.leave} heading=${t(this.codes ? 'profile.recoveryHeading' : 'profile.twoFactor')}>
      ${this.renderStep()}
      <div slot="footer" class="actions" style="justify-content: flex-end">${this.renderActions()}</div>
    </stint-dialog>`;
  }

  private renderStep() {
    if (this.codes) return html`<stint-recovery-codes .codes=${this.codes}></stint-recovery-codes>`;
    return this.uri === undefined ? this.renderPassword() : this.renderSecret(this.uri);
  }

  private renderActions() {
    if (this.codes)
      return html`<button class="primary" @click=${this.leave}>${t('profile.recoveryKept')}</button>`;
    return html`<button @click=${this.leave}>${t('action.cancel')}</button>
      <button class="primary" form="form" ?disabled=${this.faults.isBusy}>${t(this.uri ? 'profile.twoFactorConfirm' : 'profile.twoFactorNext')}</button>`;
  }

  private renderPassword() {
    const { faults } = this;
    return html`<form id="form" class="fields" @submit=${this.begin}>
      <p>${t('profile.twoFactorProve')}</p>
      <input type="hidden" autocomplete="username" .value=${user.value?.email ?? ''}>
      <div class="field">
        <label for="current_password">${t('profile.field.current_password')}</label>
        <input id="current_password" type="password" autocomplete="current-password" required maxlength="256" autofocus
          aria-invalid=${ifDefined(faults.invalid('current_password'))} aria-describedby="current_password-fault">
        ${faults.line('current_password')}
      </div>
      ${faults.rest()}
    </form>`;
  }

  private renderSecret(uri: string) {
    const { faults } = this;
    const secret = new URL(uri).searchParams.get('secret') ?? '';
    return html`<form id="form" class="fields" @submit=${this.confirm}>
      <p>${t('profile.twoFactorScan')}</p>
      <stint-qr-code value=${uri} label=${t('profile.twoFactorQr')}></stint-qr-code>
      <stint-copy-field label=${t('profile.twoFactorSecret')} value=${secret}></stint-copy-field>
      <div class="field">
        <label for="code">${t('profile.twoFactorFirstCode')}</label>
        <input id="code" class="numbers" inputmode="numeric" autocomplete="one-time-code" required minlength="6" maxlength="64"
          aria-invalid=${ifDefined(faults.invalid('code'))} aria-describedby="code-fault">
        ${faults.line('code')}
      </div>
      ${faults.rest()}
    </form>`;
  }

  private async begin(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const current_password = this.typed('current_password');
    const begun = await this.faults.during(async () => {
      await import('../../components/qr-code.ts');
      return api.post<{ uri: string }>('/me/two-factor', { current_password });
    });
    if (!begun) return;
    this.uri = begun.uri;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLInputElement>('#code')?.focus();
  }

  private async confirm(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const body = { code: this.typed('code') };
    const done = await this.faults.during(() =>
      api.post<{ recovery_codes: string[] }>('/me/two-factor/confirm', body),
    );
    this.codes = done?.recovery_codes;
  }

  private readonly leave = (): void => {
    this.dispatchEvent(new Event('close'));
  };

  private typed(id: string): string {
    return this.renderRoot.querySelector<HTMLInputElement>(`#${id}`)?.value ?? '';
  }
}
