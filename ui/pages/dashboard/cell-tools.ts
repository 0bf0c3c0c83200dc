/**
 * What can be done with one card while the dashboard is arranged: a handle to drag, which the arrow keys
 * move as well, buttons for the same, and a menu for the rest. It changes nothing by itself.
 */
import { css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import arrowDown from 'lucide-static/icons/arrow-down.svg?raw';
import arrowUp from 'lucide-static/icons/arrow-up.svg?raw';
import grip from 'lucide-static/icons/grip-vertical.svg?raw';
import minus from 'lucide-static/icons/minus.svg?raw';
import plus from 'lucide-static/icons/plus.svg?raw';
import settings from 'lucide-static/icons/settings-2.svg?raw';
import trash from 'lucide-static/icons/trash-2.svg?raw';
import { StintElement } from '../../components/element.ts';
import { icon } from '../../components/icon.ts';
import '../../components/menu.ts';
import type { MenuItem } from '../../components/menu.ts';
import { t } from '../../i18n/texts.ts';
import { controls } from '../../styles/controls.ts';

export type CellChange =
  | { kind: 'move'; by: number }
  | { kind: 'resize'; columns: number; rows: number }
  | { kind: 'configure' | 'remove' };

/** Dispatches `stint-cell-change`. Its handle is a part of that name, and stands first in it. */
@customElement('stint-cell-tools')
export class CellTools extends StintElement {
  static override styles = [
    StintElement.styles,
    controls,
    css`
      :host {
        display: flex;
        align-items: center;
        justify-content: space-between;
      }
      div {
        display: flex;
      }
    `,
  ];

  @property() override title = '';
  @property({ type: Boolean }) first = false;
  @property({ type: Boolean }) last = false;
  @property({ type: Boolean }) configurable = false;

  override render() {
    const { title } = this;
    return html`
      <slot></slot>
      <div>
        ${this.button(t('dashboard.earlier', { title }), arrowUp, this.first, -1)}
        ${this.button(t('dashboard.later', { title }), arrowDown, this.last, 1)}
        <stint-menu label=${t('list.moreAbout', { name: title })} .items=${this.items()}></stint-menu>
      </div>`;
  }

  private button(label: string, glyph: string, isOff: boolean, by: number) {
    return html`<button class="icon-button small-button" aria-label=${label} title=${label} aria-disabled=${isOff}
      @click=${() => isOff || this.change({ kind: 'move', by })}>${icon(glyph)}</button>`;
  }

  private items(): MenuItem[] {
    const sizes: [string, string, number, number][] = [
      [t('dashboard.wider'), plus, 1, 0],
      [t('dashboard.narrower'), minus, -1, 0],
      [t('dashboard.taller'), plus, 0, 1],
      [t('dashboard.shorter'), minus, 0, -1],
    ];
    return [
      ...(this.configurable
        ? [
            {
              label: t('dashboard.settings'),
              glyph: settings,
              run: () => this.change({ kind: 'configure' }),
            },
          ]
        : []),
      ...sizes.map(([label, glyph, columns, rows]) => ({
        label,
        glyph,
        run: () => this.change({ kind: 'resize', columns, rows }),
      })),
      {
        label: t('dashboard.remove'),
        glyph: trash,
        isDangerous: true,
        run: () => this.change({ kind: 'remove' }),
      },
    ];
  }

  private change(change: CellChange): void {
    this.send('stint-cell-change', change);
  }
}

/** The handle, which lies in the tree of the page: what drags it has to find it there. */
export function cellHandle(title: string, onChange: (change: CellChange) => void) {
  const onKey = (event: KeyboardEvent) => {
    const step = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const isAcross = event.key === 'ArrowLeft' || event.key === 'ArrowRight';
    if (!event.shiftKey) onChange({ kind: 'move', by: step });
    else if (isAcross) onChange({ kind: 'resize', columns: step, rows: 0 });
    else onChange({ kind: 'resize', columns: 0, rows: step });
  };
  const label = t('dashboard.handle', { title });
  return html`<button class="handle icon-button small-button" aria-label=${label} title=${label} aria-describedby="hint" @keydown=${onKey}>${icon(grip)}</button>`;
}
