/** Who somebody is, and how dates, times and the page look to them. */
import { css, html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { ifDefined } from 'lit/directives/if-defined.js';
import monitor from 'lucide-static/icons/monitor.svg?raw';
import moon from 'lucide-static/icons/moon.svg?raw';
import sun from 'lucide-static/icons/sun.svg?raw';
import '../../components/combobox.ts';
import { StintElement } from '../../components/element.ts';
import { FormFaults } from '../../components/form-faults.ts';
import { icon } from '../../components/icon.ts';
import { serverNow } from '../../data/clock.ts';
import { refresh } from '../../data/queries.ts';
import { user } from '../../data/session.ts';
import { areKeysOn, setKeysOn } from '../../data/shortcuts.ts';
import { setTheme, type Theme, theme } from '../../data/theme.ts';
import type { MePatch, User } from '../../data/wire.ts';
import { format } from '../../i18n/format.ts';
import { locales, setLocale, t } from '../../i18n/texts.ts';
import '../../shell/cards/card-region.ts';
import { controls } from '../../styles/controls.ts';
import { lists } from '../../styles/lists.ts';
import { choiceField, savePreference } from './preferences.ts';

const themes: [Theme, string][] = [
  ['light', sun],
  ['dark', moon],
  ['system', monitor],
];
const dateFormats = ['YYYY-MM-DD', 'DD.MM.YYYY', 'DD/MM/YYYY', 'MM/DD/YYYY'] as const;
// A Monday: the days of the week are told by counting from it.
const MONDAY = '2024-01-01';

@customElement('stint-profile-general')
export class ProfileGeneral extends StintElement {
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
      stint-combobox {
        inline-size: 100%;
      }
      .themes {
        display: flex;
        flex-wrap: wrap;
        gap: var(--stint-space-2);
      }
      .themes label {
        display: flex;
        align-items: center;
        gap: var(--stint-space-2);
        min-block-size: var(--stint-control);
        padding-inline: var(--stint-space-4);
        border: 1px solid var(--stint-color-line-strong);
        border-radius: var(--stint-radius-m);
        cursor: pointer;
      }
      .themes label:has(:checked) {
        border-color: var(--stint-color-accent);
        background: var(--stint-color-selected);
      }
      .themes label:has(:focus-visible) {
        outline: 2px solid var(--stint-color-focus);
        outline-offset: 2px;
      }
      fieldset {
        grid-column: 1 / -1;
        margin: 0;
        padding: 0;
        border: 0;
      }
      legend {
        padding: 0 0 var(--stint-space-1);
      }
    `,
  ];

  private readonly faults = new FormFaults(this);
  private readonly zones = Intl.supportedValuesOf('timeZone');

  override render() {
    const me = user.value;
    if (!me) return '';
    return html`
      <section class="panel" aria-labelledby="you">
        <header><h2 id="you">${t('profile.you')}</h2></header>
        <div class="inside">${this.renderName(me)}
          <div class="field">
            <label for="email">${t('profile.field.email')}</label>
            <input id="email" readonly .value=${me.email} aria-describedby="email-hint">
            <p class="hint" id="email-hint">${t('profile.emailHint')}</p>
          </div>
        </div>
      </section>
      <section class="panel" aria-labelledby="region">
        <header><h2 id="region">${t('profile.region')}</h2></header>
        <div class="inside">
          ${this.renderLanguage(me)}
          ${this.renderZone(me)}
          ${this.renderFormats(me)}
        </div>
      </section>
      <section class="panel" aria-labelledby="looks">
        <header><h2 id="looks">${t('profile.looks')}</h2></header>
        <div class="inside">${this.renderTheme()}</div>
      </section>
      <section class="panel" aria-labelledby="keys">
        <header><h2 id="keys">${t('shortcuts.heading')}</h2></header>
        <div class="inside">${this.renderKeys()}</div>
      </section>
      ${this.faults.rest()}
      <stint-card-region region="profile.section/v1"></stint-card-region>
    `;
  }

  private renderName(me: User) {
    const { faults } = this;
    return html`<div class="field">
      <label for="name">${t('profile.field.name')}</label>
      <input id="name" autocomplete="name" maxlength="200" required .value=${me.name}
        aria-invalid=${ifDefined(faults.invalid('name'))} aria-describedby="name-fault"
        @change=${(event: Event) => this.save({ name: (event.target as HTMLInputElement).value })}>
      ${faults.line('name')}
    </div>`;
  }

  private renderLanguage(me: User) {
    const choices = Object.entries(locales).map(([value, label]) => ({ value, label }));
    const value = me.locale.split('-')[0] as string;
    return choiceField(this.faults, { name: 'locale', value, choices }, (locale) =>
      this.saveLocale(locale),
    );
  }

  private renderZone({ time_zone }: User) {
    const names = [...new Set([...this.zones, 'UTC', time_zone])];
    const options = names.map((zone, value) => ({ value, label: zone.replaceAll('_', ' ') }));
    return html`<div class="field">
      <span class="label">${t('profile.field.time_zone')}</span>
      <stint-combobox label=${t('profile.field.time_zone')} .options=${options} .values=${[names.indexOf(time_zone)]}
        @stint-pick=${({ detail }: CustomEvent<{ values: number[] }>) => this.save({ time_zone: names[detail.values[0] ?? -1] })}></stint-combobox>
      <p class="hint">${t('profile.zoneHint', { time: format.time(new Date(serverNow())) })}</p>
      ${this.faults.line('time_zone')}
    </div>`;
  }

  private renderFormats(me: User) {
    const { faults } = this;
    const today = new Date(serverNow());
    const days = [1, 2, 3, 4, 5, 6, 7].map((day) => ({
      value: String(day),
      label: format.weekday(`${MONDAY.slice(0, 8)}0${day}`, 'long'),
    }));
    const dates = dateFormats.map((value) => ({ value, label: value }));
    const times = (['24h', '12h'] as const).map((value) => ({
      value,
      label: t(`profile.time.${value}`),
    }));
    return html`
      ${choiceField(faults, { name: 'week_start', value: String(me.week_start), choices: days }, (day) => this.save({ week_start: Number(day) }))}
      ${choiceField(
        faults,
        {
          name: 'date_format',
          value: me.date_format,
          choices: dates,
          hint: t('profile.example', { text: format.date(today) }),
        },
        (date_format) => this.save({ date_format } as MePatch),
      )}
      ${choiceField(
        faults,
        {
          name: 'time_format',
          value: me.time_format,
          choices: times,
          hint: t('profile.example', { text: format.time(today) }),
        },
        (time_format) => this.save({ time_format } as MePatch),
      )}`;
  }

  private renderTheme() {
    return html`<fieldset>
      <legend class="label">${t('nav.theme')}</legend>
      <div class="themes">${themes.map(
        ([
          name,
          source,
        ]) => html`<label><input class="for-readers" type="radio" name="theme" .checked=${theme.value === name}
          @change=${() => setTheme(name)}>${icon(source)} ${t(`theme.${name}`)}</label>`,
      )}</div>
      <p class="hint">${t('profile.themeHint')}</p>
    </fieldset>`;
  }

  private renderKeys() {
    return html`<div class="field">
      <label class="check"><input type="checkbox" aria-describedby="keys-hint" .checked=${areKeysOn.value}
        @change=${(event: Event) => setKeysOn((event.target as HTMLInputElement).checked)}>${t('shortcuts.single')}</label>
      <p class="hint" id="keys-hint">${t('profile.keysHint')}</p>
    </div>`;
  }

  private save(patch: MePatch): Promise<boolean> {
    return savePreference(this.faults, patch);
  }

  private async saveLocale(locale: string): Promise<void> {
    // First the words, so that what is said of it is said in them.
    await setLocale(locale);
    if (!(await this.save({ locale }))) await setLocale(user.peek()?.locale ?? 'en');
    // Titles of plugins come in the person's language.
    refresh('ui-plugins', 'me');
  }
}
