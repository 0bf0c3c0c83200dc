/** How the timer behaves for this person, and how their time is rounded when it is read. */
import { css, html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { ifDefined } from 'lit/directives/if-defined.js';
import { StintElement } from '../../components/element.ts';
import { FormFaults } from '../../components/form-faults.ts';
import { QueryController } from '../../controllers/query.ts';
import { readOne } from '../../data/queries.ts';
import { user } from '../../data/session.ts';
import type { MePatch, Settings, User } from '../../data/wire.ts';
import { t } from '../../i18n/texts.ts';
import { controls } from '../../styles/controls.ts';
import { lists } from '../../styles/lists.ts';
import { choiceField, savePreference } from './preferences.ts';

const modes = ['none', 'up', 'down', 'nearest'] as const;

@customElement('stint-profile-tracking')
export class ProfileTracking extends StintElement {
  static override styles = [
    StintElement.styles,
    controls,
    lists,
    css`
      :host {
        display: grid;
        gap: var(--stint-space-5);
      }
      .inside {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 16rem), 1fr));
        gap: var(--stint-space-3) var(--stint-space-5);
      }
    `,
  ];

  private readonly faults = new FormFaults(this);
  private readonly settings = new QueryController(this, () => readOne<Settings>('/settings'));

  override render() {
    const me = user.value;
    if (!me) return '';
    return html`
      <section class="panel" aria-labelledby="timer">
        <header><h2 id="timer">${t('profile.timer')}</h2></header>
        <div class="inside">${this.renderPolicy(me)}</div>
      </section>
      <section class="panel" aria-labelledby="rounding">
        <header><h2 id="rounding">${t('profile.rounding')}</h2></header>
        <div class="inside">${this.renderRounding(me)}</div>
      </section>
      ${this.faults.rest()}
    `;
  }

  private renderPolicy({ switch_policy }: User) {
    const choices = (['switch', 'keep'] as const).map((value) => ({
      value,
      label: t(`profile.switch.${value}`),
    }));
    return choiceField(
      this.faults,
      { name: 'switch_policy', value: switch_policy, choices, hint: t('profile.switchHint') },
      (policy) => this.save({ switch_policy: policy } as MePatch),
    );
  }

  private renderRounding(me: User) {
    const instance = this.settings.data?.rounding_mode;
    const choices = [
      {
        value: '',
        label: t('profile.asInstance', { what: instance ? t(`profile.mode.${instance}`) : '…' }),
      },
      ...modes.map((value) => ({ value, label: t(`profile.mode.${value}`) })),
    ];
    return html`
      ${choiceField(
        this.faults,
        {
          name: 'rounding_mode',
          value: me.rounding_mode ?? '',
          choices,
          hint: t('profile.roundingHint'),
        },
        (mode) => this.save({ rounding_mode: mode || null } as MePatch),
      )}
      ${this.renderMinutes(me)}`;
  }

  /** Empty is what the instance has. */
  private renderMinutes({ rounding_minutes }: User) {
    const { faults } = this;
    const name = 'rounding_minutes';
    return html`<div class="field">
      <label for=${name}>${t(`profile.field.${name}`)}</label>
      <input id=${name} type="number" inputmode="numeric" min="1" max="60" step="1" .value=${String(rounding_minutes ?? '')}
        placeholder=${ifDefined(this.settings.data?.rounding_minutes)} aria-invalid=${ifDefined(faults.invalid(name))}
        aria-describedby="${name}-hint ${name}-fault" @change=${(event: Event) => this.saveMinutes(event)}>
      <p class="hint" id="${name}-hint">${t(`profile.hint.${name}`)}</p>
      ${faults.line(name)}
    </div>`;
  }

  private saveMinutes(event: Event): void {
    const { value } = event.target as HTMLInputElement;
    void this.save({ rounding_minutes: value === '' ? null : Number(value) });
  }

  private save(patch: MePatch): Promise<boolean> {
    return savePreference(this.faults, patch);
  }
}
