/** Switches a second factor off, or makes new recovery codes: both for who has password and code. */
import { html } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { ifDefined } from 'lit/directives/if-defined.js';
import '../../components/dialog.ts';
import { StintElement } from '../../components/element.ts';
import { FormFaults } from '../../components/form-faults.ts';
import { toast } from '../../components/toast.ts';
import { api } from '../../data/api.ts';
import { user } from '../../data/session.ts';
import { t } from '../../i18n/texts.ts';
import { controls } from '../../styles/controls.ts';
import './recovery-codes.ts';

const kinds = {
  disable: {
    heading: 'profile.twoFactorDisableHeading',
    text: 'profile.twoFactorDisableText',
    action: 'profile.twoFactorDisable',
    look: 'danger',
  },
  renew: {
    heading: 'profile.twoFactorRenew',
    text: 'profile.twoFactorRenewText',
    action: 'profile.twoFactorRenew',
    look: 'primary',
  },
} as const;

/** Dispatches `close` when it is gone. */
@customElement('stint-two-factor-change')
export class TwoFactorChange extends StintElement {
  static override styles = [StintElement.styles, controls];

  @property() kind: keyof typeof kinds = 'renew';
  @state() private codes?: string[];
  private readonly faults = new FormFaults(this);

  override render() {
    const { heading } = kinds[this.kind];
    return html`<stint-dialog open ?locked=${this.codes !== undefined} @close=${this.leave} heading=${t(this.codes ? 'profile.recoveryHeading' : heading)}>
      ${this.codes ? html`<stint-recovery-codes .codes=${this.codes}></stint-recovery-codes>` : this.renderForm()}
      <div slot="footer" class="actions" style="justify-content: flex-end">${this.renderActions()}</div>
    </stint-dialog>`;
  }

  private renderActions() {
    const { action, look } = kinds[this.kind];
    if (this.codes)
      return html`<button class="primary" @click=${this.leave}>${t('profile.recoveryKept')}</button>`;
    return html`<button @click=${this.leave}>${t('action.cancel')}</button>
      <button class=${look} form="form" ?disabled=${this.faults.isBusy}>${t(action)}</button>`;
  }

  private renderForm() {
    const { faults } = this;
    return html`<form id="form" class="fields" @submit=${this.submit}>
      <p>${t(kinds[this.kind].text)}</p>
      <input type="hidden" autocomplete="username" .value=${user.value?.email ?? ''}>
      <div class="field">
        <label for="current_password">${t('profile.field.current_password')}</label>
        <input id="current_password" name="current_password" type="password" autocomplete="current-password" required maxlength="256" autofocus
          aria-invalid=${ifDefined(faults.invalid('current_password'))} aria-describedby="current_password-fault">
        ${faults.line('current_password')}
      </div>
      <div class="field">
        <label for="code">${t('profile.twoFactorCode')}</label>
        <input id="code" name="code" class="numbers" autocomplete="one-time-code" required minlength="6" maxlength="64" spellcheck="false" autocapitalize="none"
          aria-invalid=${ifDefined(faults.invalid('code'))} aria-describedby="code-fault">
        ${faults.line('code')}
      </div>
      ${faults.rest()}
    </form>`;
  }

  private async submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const fields = new FormData(event.target as HTMLFormElement);
    const proof = { current_password: fields.get('current_password'), code: fields.get('code') };
    await this.faults.during(() =>
      this.kind === 'renew' ? this.renew(proof) : this.disable(proof),
    );
  }

  private async renew(proof: object): Promise<void> {
    const path = '/me/two-factor/recovery-codes';
    this.codes = (await api.post<{ recovery_codes: string[] }>(path, proof)).recovery_codes;
  }

  private async disable(proof: object): Promise<void> {
    await api.post('/me/two-factor/disable', proof);
    toast(t('profile.twoFactorDisabled'));
    this.leave();
  }

  private readonly leave = (): void => {
    this.dispatchEvent(new Event('close'));
  };
}
