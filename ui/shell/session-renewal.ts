/** Asks for the password again, and for the second factor of who has one, above the page that somebody was in: nothing of it is lost. */
import { html } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import '../components/dialog.ts';
import '../components/second-step.ts';
import { StintElement } from '../components/element.ts';
import { logIn, secondFactor, user } from '../data/session.ts';
import { t } from '../i18n/texts.ts';
import { controls } from '../styles/controls.ts';

@customElement('stint-session-renewal')
export class SessionRenewal extends StintElement {
  static override styles = [StintElement.styles, controls];

  @state() private fault = '';
  @state() private isBusy = false;

  override render() {
    return html`<stint-dialog open locked heading=${t('renewal.heading')} style="--dialog-size: 24rem">
      ${secondFactor.value ? this.renderSecondStep() : this.renderPassword()}
    </stint-dialog>`;
  }

  private renderSecondStep() {
    return html`<stint-second-step></stint-second-step>`;
  }

  private renderPassword() {
    return html`<form class="fields" @submit=${this.renew}>
        <p class="muted">${t('renewal.text')}</p>
        <input type="hidden" name="email" autocomplete="username" .value=${user.value?.email ?? ''}>
        <div class="field">
          <label for="password">${t('login.passwordOf', { email: user.value?.email })}</label>
          <input id="password" name="password" type="password" autocomplete="current-password" required autofocus
            aria-invalid=${this.fault ? 'true' : 'false'} aria-describedby="fault">
          <p id="fault" class="fault" role="alert">${this.fault}</p>
        </div>
        <div class="actions">
          <button class="primary" ?disabled=${this.isBusy}>${t('login.action')}</button>
          <a class="button quiet" href="/" rel="external">${t('renewal.other')}</a>
        </div>
      </form>`;
  }

  private async renew(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const fields = new FormData(event.target as HTMLFormElement);
    this.isBusy = true;
    try {
      await logIn(String(fields.get('email')), String(fields.get('password')));
      this.fault = '';
    } catch (error) {
      this.fault = (error as Error).message;
    } finally {
      this.isBusy = false;
    }
  }
}
