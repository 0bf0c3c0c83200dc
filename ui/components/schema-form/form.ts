/**
 * A form for the values of a JSON Schema. It keeps what somebody types and says what is wrong with it;
 * saving is for whoever shows it. A secret that is saved is never shown, and only sent when it is replaced.
 */
import { css, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { ifDefined } from 'lit/directives/if-defined.js';
import type { Problem } from '../../data/problem.ts';
import { t } from '../../i18n/texts.ts';
import { controls } from '../../styles/controls.ts';
import { StintElement } from '../element.ts';
import { checkValues, type Fault } from './check.ts';
import {
  type Choice,
  choicesOf,
  type Field,
  fieldsOf,
  isShown,
  type Schema,
  type Values,
  withDefaults,
} from './schema.ts';

/**
 * Dispatches `stint-values` with `{ values }` on every change.
 * @example
 * html`<stint-schema-form .schema=${schema} .values=${saved} .optionsOf=${(name) => api.get(…)}></stint-schema-form>`
 * if (form.check()) await api.put(path, form.current);
 */
@customElement('stint-schema-form')
export class SchemaForm extends StintElement {
  static override styles = [
    StintElement.styles,
    controls,
    css`
      :host,
      .group {
        display: grid;
        gap: var(--stint-space-4);
      }
      fieldset {
        display: grid;
        gap: var(--stint-space-4);
        margin: 0;
        padding: var(--stint-space-4);
        border: 1px solid var(--stint-color-line);
        border-radius: var(--stint-radius-m);
        min-inline-size: 0;
      }
      legend {
        padding-inline: var(--stint-space-2);
        font-weight: var(--stint-weight-medium);
      }
      .row {
        display: grid;
        gap: var(--stint-space-3);
        justify-items: start;
        padding-block-end: var(--stint-space-4);
        border-block-end: 1px solid var(--stint-color-line);
      }
      .row > .group {
        inline-size: 100%;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 12rem), 1fr));
        align-items: start;
      }
      .heading {
        padding-block-start: var(--stint-space-3);
        border-block-start: 1px solid var(--stint-color-line);
        font-weight: var(--stint-weight-bold);
      }
      .secret {
        display: flex;
        align-items: center;
        gap: var(--stint-space-2);
        min-block-size: var(--stint-control);
      }
      .optional {
        font-weight: var(--stint-weight);
        color: var(--stint-color-muted);
      }
    `,
  ];

  @property({ attribute: false }) schema: Schema = {};
  /** What is saved. What was typed is in `current`. */
  @property({ attribute: false }) values: Values = {};
  /** A refusal of the server, shown at the fields it names. */
  @property({ attribute: false }) problem?: Problem;
  /** Finds the choices that `x-optionsFrom` names. */
  @property({ attribute: false }) optionsOf?: (name: string, values: Values) => Promise<Choice[]>;
  @property({ type: Boolean }) disabled = false;

  @state() private typed: Values = {};
  @state() private faults = new Map<string, Fault>();
  @state() private replaced = new Set<string>();
  @state() private options = new Map<string, Choice[]>();
  /** Why there are none. */
  @state() private optionFaults = new Map<string, string>();
  private wasChecked = false;
  private optionReads = 0;

  /** What to save: all that is shown, secrets only where they were replaced. */
  get current(): Values {
    return this.collect(this.schema, this.typed, '');
  }

  /** Whether it can be saved; shows what is wrong, and goes there. */
  check(): boolean {
    this.wasChecked = true;
    this.faults = checkValues(this.schema, this.typed);
    if (this.faults.size > 0) {
      void this.updateComplete.then(() =>
        this.renderRoot.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus(),
      );
    }
    return this.faults.size === 0;
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (!changed.has('schema') && !changed.has('values')) return;
    this.typed = withDefaults(this.schema, this.values);
    this.replaced = new Set();
    this.faults = new Map();
    this.wasChecked = false;
    void this.loadOptions();
  }

  override render() {
    return this.renderFields(this.schema, this.typed, '');
  }

  private renderFields(schema: Schema, values: Values, base: string): unknown {
    const shown = fieldsOf(schema, base).filter((field) => isShown(field, values));
    const groups = [...new Set(shown.map((field) => field.schema['x-group']))];
    return groups.map(
      (
        group,
      ) => html`<div class="group" @input=${this.recheck} role=${ifDefined(group && 'group')} aria-label=${ifDefined(group)}>
        ${group ? html`<p class="heading" aria-hidden="true">${group}</p>` : nothing}
        ${shown.filter((field) => field.schema['x-group'] === group).map((field) => this.renderField(field, values[field.name]))}
      </div>`,
    );
  }

  private renderField(field: Field, value: unknown): unknown {
    const { kind, schema, pointer, label } = field;
    if (kind === 'object') {
      return html`<fieldset><legend>${label}</legend>${this.renderHelp(field)}
        ${this.renderFields(schema, (value ?? {}) as Values, pointer)}</fieldset>`;
    }
    if (kind === 'rows') return this.renderRows(field, (value ?? []) as Values[]);
    const fault = this.faultAt(pointer);
    if (kind === 'switch') {
      return html`<div class="field"><label class="check"><input id=${pointer} type="checkbox" .checked=${value === true} ?disabled=${this.disabled}
          aria-describedby="${pointer}-help" @change=${(event: Event) => this.set(pointer, (event.target as HTMLInputElement).checked)}>${label}</label>
        ${this.renderHelp(field)}</div>`;
    }
    if (kind === 'choices') return this.renderChoices(field, value, fault);
    const isOptional = !field.isRequired && kind !== 'choice';
    return html`<div class="field">
      <label for=${pointer}>${label} ${isOptional ? html`<span class="optional">${t('form.optional')}</span>` : nothing}</label>
      ${this.renderControl(field, value, fault)}
      ${this.renderHelp(field)}
      <p class="fault" id="${pointer}-fault">${fault}</p>
    </div>`;
  }

  private renderRows(field: Field, rows: Values[]): unknown {
    const { schema, pointer, label } = field;
    const fault = this.faultAt(pointer);
    const isFull = rows.length >= (schema.maxItems ?? Number.POSITIVE_INFINITY);
    return html`<fieldset aria-describedby="${pointer}-help ${pointer}-fault"><legend>${label}</legend>
      ${this.renderHelp(field)}
      ${rows.map(
        (row, index) => html`<div class="row" role="group" aria-label="${label} ${index + 1}">
          ${this.renderFields(schema.items ?? {}, row, `${pointer}/${index}`)}
          <button type="button" class="small-button" ?disabled=${this.disabled} aria-label=${t('form.removeOf', { label, number: index + 1 })}
            @click=${() => this.set(pointer, rows.toSpliced(index, 1))}>${t('form.remove')}</button>
        </div>`,
      )}
      <div><button type="button" class="small-button" ?disabled=${this.disabled || isFull} aria-label=${t('form.addTo', { label })}
        @click=${() => this.set(pointer, [...rows, withDefaults(schema.items ?? {}, {})])}>${t('form.add')}</button></div>
      <p class="fault" id="${pointer}-fault">${fault}</p></fieldset>`;
  }

  private renderControl(field: Field, value: unknown, fault: string | undefined): unknown {
    const { kind, schema, pointer } = field;
    const described = `${pointer}-help ${pointer}-fault`;
    const invalid = ifDefined(fault === undefined ? undefined : 'true');
    const onInput = (read: (text: string) => unknown) => (event: Event) =>
      this.set(pointer, read((event.target as HTMLInputElement).value));
    switch (kind) {
      case 'secret':
        return this.renderSecret(field, value, fault);
      case 'choice': {
        const choices = this.choicesAt(field, value);
        const read = (text: string) =>
          choices.find((one) => String(one.value) === text)?.value ??
          (field.isNullable ? null : undefined);
        return html`<select id=${pointer} ?disabled=${this.disabled} aria-invalid=${invalid} aria-describedby=${described} @change=${onInput(read)}>
          ${field.isRequired && value !== undefined ? nothing : html`<option value="" ?selected=${value == null}>${t('form.none')}</option>`}
          ${choices.map((one) => html`<option value=${String(one.value)} ?selected=${one.value === value}>${one.label}</option>`)}
        </select>`;
      }
      case 'number':
        return html`<input id=${pointer} type="number" inputmode="decimal" .value=${String(value ?? '')} min=${ifDefined(schema.minimum)} max=${ifDefined(schema.maximum)}
          step=${[schema.type].flat().includes('integer') ? '1' : 'any'} ?disabled=${this.disabled} aria-invalid=${invalid} aria-describedby=${described}
          @change=${onInput((text) => (text === '' ? (field.isNullable ? null : undefined) : Number(text)))}>`;
      case 'long':
      case 'lines':
        return html`<textarea id=${pointer} rows="4" ?disabled=${this.disabled} aria-invalid=${invalid} aria-describedby=${described}
          .value=${Array.isArray(value) ? value.join('\n') : String(value ?? '')}
          @change=${onInput((text) =>
            kind === 'lines'
              ? text
                  .split('\n')
                  .map((line) => line.trim())
                  .filter(Boolean)
              : text,
          )}></textarea>`;
      default:
        return html`<input id=${pointer} type=${typeOf(schema)} autocomplete="off" .value=${String(value ?? '')} maxlength=${ifDefined(schema.maxLength)}
          placeholder=${ifDefined(schema.examples?.[0] as string | undefined)} ?disabled=${this.disabled} aria-invalid=${invalid} aria-describedby=${described}
          @change=${onInput((text) => (text === '' && !field.isRequired ? (field.isNullable ? null : undefined) : text))}>`;
    }
  }

  private renderSecret(field: Field, value: unknown, fault: string | undefined) {
    const { pointer, label, schema } = field;
    const isSaved = (value as { set?: boolean } | undefined)?.set === true;
    const isMade = schema['x-generate'] === true;
    if (isMade && value === null)
      return html`<p class="secret muted" id=${pointer} tabindex="-1">${t('form.renewed')}</p>`;
    if (isSaved && !this.replaced.has(pointer)) {
      return html`<div class="secret"><span class="muted">${t('form.saved')}</span>
        <button type="button" class="small-button" id=${pointer} ?disabled=${this.disabled} aria-label=${t('form.replaceOf', { label })}
          @click=${() => this.replace(pointer)}>${t('form.replace')}</button>
        ${
          isMade
            ? html`<button type="button" class="small-button" ?disabled=${this.disabled} aria-label=${t('form.renewOf', { label })}
              @click=${() => this.set(pointer, null)}>${t('form.renew')}</button>`
            : nothing
        }</div>`;
    }
    return html`<input id=${pointer} type="password" autocomplete="new-password" placeholder=${isMade ? t('form.generated') : ''} .value=${typeof value === 'string' ? value : ''} ?disabled=${this.disabled}
      aria-invalid=${ifDefined(fault === undefined ? undefined : 'true')} aria-describedby="${pointer}-help ${pointer}-fault"
      @change=${(event: Event) => this.set(pointer, (event.target as HTMLInputElement).value)}>`;
  }

  private renderChoices(field: Field, value: unknown, fault: string | undefined) {
    const { pointer, label } = field;
    const chosen = Array.isArray(value) ? value : [];
    const choices = this.choicesAt(field, ...chosen);
    const toggle = (one: unknown) => (event: Event) => {
      const isOn = (event.target as HTMLInputElement).checked;
      this.set(pointer, isOn ? [...chosen, one] : chosen.filter((other) => other !== one));
    };
    return html`<fieldset aria-describedby="${pointer}-help ${pointer}-fault"><legend>${label}</legend>
      ${choices.map(
        (
          one,
        ) => html`<label class="check"><input type="checkbox" .checked=${chosen.includes(one.value)} ?disabled=${this.disabled}
        aria-invalid=${ifDefined(fault === undefined ? undefined : 'true')} @change=${toggle(one.value)}>${one.label}</label>`,
      )}
      ${this.renderHelp(field)}<p class="fault" id="${pointer}-fault">${fault}</p></fieldset>`;
  }

  private renderHelp({ schema, pointer }: Field) {
    const reason = this.optionFaults.get(inAnyRow(pointer));
    const text = reason ? t('form.noOptions', { reason }) : schema.description;
    return text ? html`<p class="hint" id="${pointer}-help">${text}</p>` : nothing;
  }

  /** What can be chosen, and what is chosen although it is not among that now. */
  private choicesAt({ pointer, schema }: Field, ...chosen: unknown[]): Choice[] {
    if (!schema['x-optionsFrom'])
      return choicesOf(schema.enum || schema.anyOf ? schema : (schema.items ?? {}));
    const found = this.options.get(inAnyRow(pointer)) ?? [];
    const gone = chosen.filter(
      (value) => value != null && !found.some((one) => one.value === value),
    );
    return [...gone.map((value) => ({ value, label: String(value) })), ...found];
  }

  private faultAt(pointer: string): string | undefined {
    const fault = this.faults.get(pointer);
    return fault ? t(fault.key, fault.values) : this.problem?.faultAt(pointer);
  }

  private set(pointer: string, value: unknown): void {
    this.typed = setAt(this.typed, namesOf(pointer), value);
    this.problem = undefined;
    // Not while somebody types for the first time: nobody likes to be told off in the middle of a word.
    if (this.wasChecked) this.faults = checkValues(this.schema, this.typed);
    // Which choices there are may depend on what was typed: a token, an address.
    void this.loadOptions(pointer);
    this.send('stint-values', { values: this.current });
  }

  /** A fault goes while it is corrected: gone on leaving, it would move the button from under the click. */
  private recheck({ target }: Event): void {
    const field = target as HTMLInputElement;
    if (field.getAttribute('aria-invalid') === 'true' && field.type !== 'checkbox')
      field.dispatchEvent(new Event('change'));
  }

  private async replace(pointer: string): Promise<void> {
    this.replaced = new Set([...this.replaced, pointer]);
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(`#${CSS.escape(pointer)}`)?.focus();
  }

  private collect(schema: Schema, values: Values, base: string): Values {
    const found: Values = {};
    for (const field of fieldsOf(schema, base)) {
      const value = values[field.name];
      if (!isShown(field, values) || value === undefined) continue;
      if (field.kind === 'object')
        found[field.name] = this.collect(field.schema, value as Values, field.pointer);
      else if (field.kind === 'rows')
        found[field.name] = (value as Values[]).map((row, index) =>
          this.collect(field.schema.items ?? {}, row, `${field.pointer}/${index}`),
        );
      else if (field.kind !== 'secret') found[field.name] = value;
      else if (typeof value === 'string' && value !== '') found[field.name] = value;
      // Null deletes a secret, and the server makes a new one of this kind.
      else if (value === null && field.schema['x-generate']) found[field.name] = null;
    }
    return found;
  }

  /** @param but a field that was changed just now, and whose own choices stay */
  private async loadOptions(but?: string): Promise<void> {
    const fields = fieldsOf(this.schema)
      .flatMap((field) => [
        field,
        ...(field.kind === 'rows' ? fieldsOf(field.schema.items ?? {}, `${field.pointer}/*`) : []),
      ])
      .filter(({ schema, pointer }) => schema['x-optionsFrom'] && pointer !== inAnyRow(but ?? ''));
    const { optionsOf } = this;
    if (fields.length === 0 || !optionsOf) return;
    this.optionReads += 1;
    const turn = this.optionReads;
    for (const { schema, pointer } of fields) {
      const found = await optionsOf(String(schema['x-optionsFrom']), this.current).catch(
        (error: Error) => error,
      );
      // Something else was typed meanwhile, and that asks as well.
      if (turn !== this.optionReads) return;
      const isFault = found instanceof Error;
      this.options = new Map([...this.options, [pointer, isFault ? [] : found]]);
      this.optionFaults = new Map([...this.optionFaults, [pointer, isFault ? found.message : '']]);
    }
  }
}

function typeOf({ format, ...schema }: Schema): string {
  const widget = schema['x-widget'];
  if (widget === 'color' || widget === 'time') return widget;
  const types: Record<string, string> = {
    email: 'email',
    uri: 'url',
    url: 'url',
    date: 'date',
    time: 'time',
  };
  return types[format ?? ''] ?? 'text';
}

function namesOf(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((name) => name.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** The choices of a field are the same in each row of a list. */
function inAnyRow(pointer: string): string {
  return pointer.replaceAll(/\/\d+(?=\/)/g, '/*');
}

function setAt(values: Values, [name = '', ...rest]: string[], value: unknown): Values {
  if (Array.isArray(values)) {
    const row = rest.length === 0 ? value : setAt(values[Number(name)] ?? {}, rest, value);
    return values.with(Number(name), row) as unknown as Values;
  }
  const next = rest.length === 0 ? value : setAt((values[name] ?? {}) as Values, rest, value);
  return { ...values, [name]: next };
}
