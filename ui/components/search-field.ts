/** A search that waits for a pause in the typing, and leaves alone what somebody is typing. */
import { html } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { controls } from '../styles/controls.ts';
import { StintElement } from './element.ts';

const PAUSE_MS = 250;

/**
 * Dispatches `stint-search` with `{ search }`.
 * @example html`<stint-search-field label="Search projects" .value=${queryValue('search')} @stint-search=${…}></stint-search-field>`
 */
@customElement('stint-search-field')
export class SearchField extends StintElement {
  static override styles = [StintElement.styles, controls];

  @property() label = '';
  @property({ attribute: false }) value?: string;
  @query('input') private input!: HTMLInputElement;
  private pause?: ReturnType<typeof setTimeout>;

  override render() {
    return html`<input type="search" aria-label=${this.label} placeholder=${this.label} maxlength="200" autocomplete="off" @input=${this.onInput}>`;
  }

  override updated(): void {
    // A space at the end is the beginning of the next word.
    if (this.input.value.trim() !== (this.value ?? '')) this.input.value = this.value ?? '';
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.pause);
  }

  private onInput(): void {
    clearTimeout(this.pause);
    this.pause = setTimeout(
      () => this.send('stint-search', { search: this.input.value.trim() }),
      PAUSE_MS,
    );
  }
}
