/** A choice of one colour: twelve that go well with the app, and the one that is set already. */
import { css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { t } from '../i18n/texts.ts';
import { controls } from '../styles/controls.ts';
import { StintElement } from './element.ts';
import { palette } from './palette.ts';

/**
 * Dispatches `stint-color` with `{ color }`.
 * @example html`<stint-color-picker .value=${project.color} @stint-color=${…}></stint-color-picker>`
 */
@customElement('stint-color-picker')
export class ColorPicker extends StintElement {
  static override styles = [
    StintElement.styles,
    controls,
    css`
      fieldset {
        display: grid;
        grid-template-columns: repeat(auto-fill, 2rem);
        gap: var(--stint-space-1);
        margin: 0;
        padding: 0;
        border: 0;
      }
      legend {
        padding: 0 0 var(--stint-space-1);
        font-size: var(--stint-text-s);
        font-weight: var(--stint-weight-medium);
      }
      label {
        display: grid;
        place-items: center;
        block-size: 2rem;
        cursor: pointer;
      }
      input[type='radio'] {
        appearance: none;
        inline-size: 1.5rem;
        block-size: 1.5rem;
        border-radius: 50%;
        background: var(--swatch);
        cursor: pointer;
      }
      input:checked {
        box-shadow: var(--stint-focus-ring);
        --stint-color-focus: var(--stint-color-text);
      }
      input:focus-visible {
        outline: 2px solid var(--stint-color-focus);
        outline-offset: 5px;
      }
      .none {
        border: 1px dashed var(--stint-color-line-strong);
      }
    `,
  ];

  @property({ attribute: false }) value: string | null = null;
  /** Offers to have no colour. */
  @property({ type: Boolean }) optional = false;

  override render() {
    const value = this.value?.toLowerCase() ?? null;
    const own = value !== null && !(value in palette) ? [value] : [];
    return html`<fieldset><legend>${t('color.label')}</legend>
      ${this.optional ? this.renderSwatch(null, t('color.none')) : ''}
      ${Object.entries(palette).map(([color, name]) => this.renderSwatch(color, t(`color.${name}`)))}
      ${own.map((color) => this.renderSwatch(color, color))}
    </fieldset>`;
  }

  private renderSwatch(color: string | null, name: string) {
    return html`<label title=${name}><input type="radio" name="color" class=${color ? '' : 'none'} style=${color ? `--swatch: ${color}` : ''}
      aria-label=${name} .checked=${color === (this.value?.toLowerCase() ?? null)}
      @change=${() => this.send('stint-color', { color })}></label>`;
  }
}
