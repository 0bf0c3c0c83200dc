/** Whether somebody signs in with a second factor, and what they can do about it. */
import { css, html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { StintElement } from '../../components/element.ts';
import { openAbove } from '../../components/open-above.ts';
import { reading } from '../../components/reading.ts';
import { QueryController } from '../../controllers/query.ts';
import { readOne, refresh } from '../../data/queries.ts';
import type { TwoFactor as State } from '../../data/wire.ts';
import { format } from '../../i18n/format.ts';
import { t } from '../../i18n/texts.ts';
import { controls } from '../../styles/controls.ts';
import { lists } from '../../styles/lists.ts';
import { standing } from '../../styles/standing.ts';
import { TwoFactorChange } from './two-factor-change.ts';
import { TwoFactorWizard } from './two-factor-wizard.ts';

const FEW = 3;
const twoFactorRead = readOne<State>('/me/two-factor');

@customElement('stint-two-factor')
export class TwoFactor extends StintElement {
  static override styles = [
    StintElement.styles,
    controls,
    lists,
    standing,
    css`
      .title {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--stint-space-2);
      }
    `,
  ];

  private readonly state = new QueryController(this, () => twoFactorRead);

  override render() {
    const isOn = this.state.data?.confirmed_at != null;
    return html`<section class="panel" aria-labelledby="two-factor">
      <header>
        <div><div class="title"><h2 id="two-factor">${t('profile.twoFactor')}</h2>
          ${this.state.data ? html`<span class="pill ${isOn ? 'good' : 'off'}">${t(isOn ? 'profile.twoFactorOn' : 'profile.twoFactorOff')}</span>` : nothing}</div>
          <p class="small muted">${t('profile.twoFactorText')}</p></div>
      </header>
      ${reading(this.state, (state) => html`<div class="inside fields">${state.confirmed_at ? this.renderOn(state) : this.renderOff()}</div>`)}
    </section>`;
  }

  private renderOff() {
    return html`<div class="actions"><button @click=${() => this.open(new TwoFactorWizard())}>${t('profile.twoFactorSetUp')}</button></div>`;
  }

  private renderOn({ confirmed_at, recovery_codes_left: count }: State) {
    const day = format.date(confirmed_at as string);
    return html`<p>${t('profile.twoFactorSince', { day, count })}</p>
      ${count <= FEW ? html`<p class="note warn">${t('profile.twoFactorFew')}</p>` : nothing}
      <div class="actions">
        <button @click=${() => this.change('renew')}>${t('profile.twoFactorRenew')}</button>
        <button @click=${() => this.change('disable')}>${t('profile.twoFactorDisable')}</button>
      </div>`;
  }

  private change(kind: TwoFactorChange['kind']): void {
    void this.open(Object.assign(new TwoFactorChange(), { kind }));
  }

  private async open(dialog: TwoFactorWizard | TwoFactorChange): Promise<void> {
    await openAbove(dialog);
    // Other browsers were signed out, too.
    refresh('me');
  }
}
