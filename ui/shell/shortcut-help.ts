/** All shortcuts in one dialog, and the switch that turns single keys off. */
import { css, html } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import '../components/dialog.ts';
import { StintElement } from '../components/element.ts';
import { openAbove } from '../components/open-above.ts';
import { areKeysOn, keyCaps, setKeysOn } from '../data/shortcuts.ts';
import { t } from '../i18n/texts.ts';
import { controls } from '../styles/controls.ts';
import { listCommands } from './commands.ts';

/** Dispatches `close` when it is gone. */
@customElement('stint-shortcut-help')
export class ShortcutHelp extends StintElement {
  static override styles = [
    StintElement.styles,
    controls,
    css`
      .body {
        display: grid;
        gap: var(--stint-space-5);
      }
      dl {
        display: grid;
        gap: var(--stint-space-1);
      }
      dl div {
        display: flex;
        align-items: center;
        justify-content: space-between;
        gap: var(--stint-space-4);
        min-block-size: 1.75rem;
      }
      dd {
        display: flex;
        gap: 2px;
      }
      kbd {
        min-inline-size: 1.75em;
        text-align: center;
      }
      .off {
        opacity: 0.6;
      }
    `,
  ];

  @state() private isOpen = true;

  override render() {
    const always = [
      { title: t('shortcuts.palette'), keys: '$mod+k' },
      { title: t('shortcuts.close'), keys: 'Esc' },
    ];
    const single = [
      { title: t('shortcuts.timer'), keys: 'n' },
      { title: t('shortcuts.stop'), keys: 's' },
      { title: t('shortcuts.continue'), keys: 'c' },
      { title: t('shortcuts.help'), keys: '?' },
      ...listCommands().filter(({ keys }) => keys?.startsWith('g ')),
    ];
    return html`<stint-dialog heading=${t('shortcuts.heading')} ?open=${this.isOpen} @close=${this.onClose}>
      <div class="body">
        ${this.renderList(always)}
        <label class="check"><input type="checkbox" .checked=${areKeysOn.value}
          @change=${(event: Event) => setKeysOn((event.target as HTMLInputElement).checked)}>${t('shortcuts.single')}</label>
        <div class=${areKeysOn.value ? '' : 'off'}>${this.renderList(single)}</div>
      </div>
    </stint-dialog>`;
  }

  private renderList(shortcuts: { title: string; keys?: string }[]) {
    return html`<dl>${shortcuts.map(
      ({ title, keys = '' }) => html`<div><dt>${title}</dt>
        <dd>${keyCaps(keys).map((cap) => html`<kbd>${cap}</kbd>`)}</dd></div>`,
    )}</dl>`;
  }

  private onClose(): void {
    this.isOpen = false;
    this.dispatchEvent(new Event('close'));
  }
}

export function openShortcutHelp(): void {
  void openAbove(new ShortcutHelp());
}
