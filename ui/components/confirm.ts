/** A question before something that cannot be undone. For what can be, do it and offer to undo. */
import { signal } from '@preact/signals-core';
import { html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { t } from '../i18n/texts.ts';
import { controls } from '../styles/controls.ts';
import './dialog.ts';
import { StintElement } from './element.ts';

export interface Question {
  heading: string;
  text?: string;
  /** What the button does, as a verb: `Delete project`. */
  action: string;
  isDangerous?: boolean;
}

const asked = signal<(Question & { answer(yes: boolean): void }) | undefined>(undefined);

/** @returns whether they want it */
export function confirm(question: Question): Promise<boolean> {
  asked.peek()?.answer(false);
  return new Promise((resolve) => {
    asked.value = {
      ...question,
      answer: (yes) => {
        asked.value = undefined;
        resolve(yes);
      },
    };
  });
}

@customElement('stint-confirm')
export class Confirm extends StintElement {
  static override styles = [StintElement.styles, controls];

  override render() {
    const question = asked.value;
    return html`<stint-dialog
      style="--dialog-size: 26rem"
      heading=${question?.heading ?? ''}
      ?open=${question !== undefined}
      @close=${() => asked.peek()?.answer(false)}
    >
      <p>${question?.text ?? ''}</p>
      <div slot="footer" class="actions" style="justify-content: flex-end">
        <button @click=${() => question?.answer(false)}>${t('action.cancel')}</button>
        <button class=${question?.isDangerous ? 'danger' : 'primary'} @click=${() => question?.answer(true)}>
          ${question?.action}
        </button>
      </div>
    </stint-dialog>`;
  }
}
