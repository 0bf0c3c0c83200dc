/** Another password, by whoever knows the one there is. */
import { css, html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { ifDefined } from 'lit/directives/if-defined.js';
import { StintElement } from '../../components/element.ts';
import { FormFaults } from '../../components/form-faults.ts';
import { toast } from '../../components/toast.ts';
import { api } from '../../data/api.ts';
import { refresh } from '../../data/queries.ts';
import { user } from '../../data/session.ts';
import { t } from '../../i18n/texts.ts';
import { controls } from '../../styles/controls.ts';
import { lists } from '../../styles/lists.ts';

@customElement('stint-password-form')
export class PasswordForm extends StintElement {
  static override styles = [
    StintElement.styles,
    controls,
    lists,
    css`
      .fields {
        max-inline-size: 24rem;
      }
    `,
  ];

  private readonly faults = new FormFaults(this);

  override render() {
    const { faults } = this;
    return html`<section class="panel" aria-labelledby="password-heading">
      <header><h2 id="password-heading">${t('profile.password')}</h2></header>
      <form class="inside fields" @submit=${this.change}>
        <input type="hidden" autocomplete="username" .value=${user.value?.email ?? ''}>
        <div class="field">
          <label for="current_password">${t('profile.field.current_password')}</label>
          <input id="current_password" name="current_password" type="password" autocomplete="current-password" required maxlength="256"
            aria-invalid=${ifDefined(faults.invalid('current_password'))} aria-describedby="current_password-fault">
          ${faults.line('current_password')}
        </div>
        <div class="field">
          <label for="new_password">${t('profile.field.new_password')}</label>
          <input id="new_password" name="new_password" type="password" autocomplete="new-password" required minlength="8" maxlength="256"
            aria-invalid=${ifDefined(faults.invalid('new_password'))} aria-describedby="new_password-hint new_password-fault">
          <p class="hint" id="new_password-hint">${t('profile.passwordHint')}</p>
          ${faults.line('new_password')}
        </div>
        <label class="check"><input name="end_other_sessions" type="checkbox" checked>${t('profile.endOthersToo')}</label>
        ${faults.rest()}
        <div class="actions"><button class="primary" ?disabled=${faults.isBusy}>${t('profile.changePassword')}</button></div>
      </form>
    </section>`;
  }

  private async change(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const fields = new FormData(form);
    const isChanged = await this.faults.during(async () => {
      await api.post('/me/password', {
        current_password: fields.get('current_password'),
        new_password: fields.get('new_password'),
        end_other_sessions: fields.get('end_other_sessions') !== null,
      });
      return true;
    });
    if (!isChanged) return;
    form.reset();
    refresh('me');
    toast(t('profile.passwordChanged'));
  }
}
