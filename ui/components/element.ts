/**
 * The base of our components: Lit, our base styles, and signals. What a component reads of a signal
 * while it renders, its texts and formats included, renders it again when it changes.
 */
import { effect } from '@preact/signals-core';
import { type CSSResultGroup, LitElement } from 'lit';
import { base } from '../styles/base.ts';

export class StintElement extends LitElement {
  static override styles: CSSResultGroup = [base];

  private stopWatching?: () => void;

  protected override performUpdate(): void {
    if (!this.isUpdatePending) return;
    this.stopWatching?.();
    let isRendering = true;
    this.stopWatching = effect(() => {
      if (isRendering) {
        isRendering = false;
        super.performUpdate();
      } else {
        this.requestUpdate();
      }
    });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // What changed while it was away.
    if (this.hasUpdated) this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stopWatching?.();
    this.stopWatching = undefined;
  }

  /** Dispatches an event that leaves every shadow tree. */
  protected send<Detail>(name: string, detail?: Detail): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }
}
