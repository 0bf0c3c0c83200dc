/** Somebody who was invited chooses a password, and is in. */
import { html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { ifDefined } from 'lit/directives/if-defined.js';
import { StintElement } from '../../components/element.ts';
import { FormFaults } from '../../components/form-faults.ts';
import { api } from '../../data/api.ts';
import { type Admission, takeAdmission } from '../../data/session.ts';
import { t } from '../../i18n/texts.ts';
import { navigate, queryValue } from '../../shell/place.ts';
import { controls } from '../../styles/controls.ts';

@customElement('stint-invitation-page')
export class InvitationPage extends StintElement {
  static override styles = [StintElement.styles, controls];

  private readonly faults = new FormFaults(this);

  override render() {
    const { faults } = this;
    return html`<form class="fields" @submit=${this.submit}>
      <h1>${t('invitation.title')}</h1>
      <p class="muted">${t('invitation.text')}</p>
      <div class="field">
        <label for="password">${t('invitation.password')}</label>
        <input id="password" name="password" type="password" autocomplete="new-password" required minlength="8" maxlength="256" autofocus
          aria-invalid=${ifDefined(faults.invalid('password'))} aria-describedby="hint password-fault">
        <p class="hint" id="hint">${t('invitation.passwordHint')}</p>
        ${faults.line('password')}
      </div>
      ${faults.rest()}
      <button class="primary" ?disabled=${faults.isBusy}>${t('invitation.action')}</button>
    </form>`;
  }

  private async submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const password = String(new FormData(event.target as HTMLFormElement).get('password'));
    const answer = await this.faults.during(() =>
      api.post<Admission>('/auth/invitation', { token: queryValue('token') ?? '', password }),
    );
    if (!answer) return;
    // The link has done its work: it leaves the history.
    await navigate('/', { replace: true });
    takeAdmission(answer);
  }
}
