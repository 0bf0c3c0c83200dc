/**
 * The command palette: everything that can be done, found by a few letters, without a mouse. It knows
 * nothing about what the commands do; it shows, finds and runs them.
 */

import { css, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import searchIcon from 'lucide-static/icons/search.svg?raw';
import { keyCaps } from '../../data/shortcuts.ts';
import { t } from '../../i18n/texts.ts';
import { controls } from '../../styles/controls.ts';
import { StintElement } from '../element.ts';
import { icon } from '../icon.ts';
import { toastError } from '../toast.ts';
import { type Command, commandGroups } from './command.ts';
import { type Found, rank } from './rank.ts';
import { noteCommand, recentCommands } from './recent.ts';

interface Section {
  /** Absent while somebody searches: then the best stands first, whatever it is. */
  name?: string;
  found: Found[];
}

const MOST_FOUND = 40;
const MOST_RECENT = 4;

/** Dispatches `close` when it is gone. */
@customElement('stint-palette')
export class Palette extends StintElement {
  static override styles = [
    StintElement.styles,
    controls,
    css`
      dialog {
        inline-size: min(38rem, calc(100vw - 2rem));
        max-block-size: min(32rem, 80dvh);
        margin-block-start: min(12dvh, 8rem);
        padding: 0;
        border: 1px solid var(--stint-color-line);
        border-radius: var(--stint-radius-l);
        background: var(--stint-color-raised);
        color: inherit;
        box-shadow: var(--stint-shadow-l);
        overflow: hidden;
      }
      dialog[open] {
        display: flex;
        flex-direction: column;
      }
      dialog::backdrop {
        background: var(--stint-color-overlay);
      }
      .search {
        display: flex;
        align-items: center;
        gap: var(--stint-space-3);
        padding-inline: var(--stint-space-4);
        border-block-end: 1px solid var(--stint-color-line);
        color: var(--stint-color-muted);
      }
      .search:focus-within {
        box-shadow: inset 0 -2px 0 var(--stint-color-focus);
      }
      .search input.search-text {
        min-block-size: 3.25rem;
        padding-inline: 0;
        border: 0;
        outline: 0;
        background: transparent;
        color: var(--stint-color-text);
        font-size: var(--stint-text-l);
      }
      [role='listbox'] {
        flex: 1;
        padding: var(--stint-space-2);
        overflow-y: auto;
        overscroll-behavior: contain;
      }
      .heading {
        padding: var(--stint-space-3) var(--stint-space-2) var(--stint-space-1);
        font-size: var(--stint-text-xs);
        font-weight: var(--stint-weight-medium);
        color: var(--stint-color-muted);
      }
      [role='option'] {
        display: flex;
        align-items: center;
        gap: var(--stint-space-3);
        min-block-size: 2.375rem;
        padding: var(--stint-space-1) var(--stint-space-2);
        border-radius: var(--stint-radius-m);
        cursor: pointer;
      }
      [role='option'].active {
        background: var(--stint-color-selected);
        box-shadow: inset 0 0 0 1px var(--stint-color-focus);
      }
      .sign {
        display: grid;
        flex: none;
        place-items: center;
        inline-size: 1.25rem;
        color: var(--stint-color-muted);
      }
      .dot {
        inline-size: 0.625rem;
        block-size: 0.625rem;
        border-radius: 50%;
        background: var(--dot, var(--stint-color-line-strong));
      }
      .text {
        flex: 1;
        min-inline-size: 0;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      .detail {
        color: var(--stint-color-muted);
        font-size: var(--stint-text-s);
      }
      mark {
        background: none;
        color: inherit;
        font-weight: var(--stint-weight-bold);
      }
      .keys {
        display: flex;
        gap: 2px;
        color: var(--stint-color-muted);
      }
      .none {
        padding: var(--stint-space-6) var(--stint-space-4);
        text-align: center;
      }
      @media (max-width: 40rem) {
        dialog {
          inline-size: 100vw;
          max-inline-size: 100vw;
          max-block-size: 100dvh;
          margin-block-start: 0;
          border-start-start-radius: 0;
          border-start-end-radius: 0;
          border-inline-width: 0;
        }
      }
      @media (pointer: coarse) {
        .keys {
          display: none;
        }
        [role='option'] {
          min-block-size: 2.75rem;
        }
      }
    `,
  ];

  @property({ attribute: false }) commands: Command[] = [];
  @state() private search = '';
  @state() private active = 0;
  @query('dialog') private dialog?: HTMLDialogElement;
  private readonly recent = recentCommands();
  private sections: Section[] = [];
  private chosen?: Command;

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('commands') || changed.has('search' as keyof Palette)) {
      this.sections = this.search.trim() === '' ? this.sectionsAtRest() : this.sectionsFound();
    }
  }

  override render() {
    const { length } = this.lines();
    let index = 0;
    return html`<dialog aria-label=${t('palette.label')} @close=${this.onClose} @pointerdown=${this.onPointer}>
      <div class="search">${icon(searchIcon)}
        <input class="search-text" role="combobox" aria-expanded="true" aria-controls="commands" aria-autocomplete="list"
          aria-activedescendant=${length > 0 ? `command-${this.active}` : nothing} aria-label=${t('palette.search')}
          placeholder=${t('palette.search')} autocomplete="off" spellcheck="false" enterkeyhint="go" autofocus
          .value=${this.search} @input=${this.onInput} @keydown=${this.onKey}>
      </div>
      <div role="listbox" id="commands" aria-label=${t('palette.commands')} ?hidden=${length === 0}>
        ${this.sections.map(({ name, found }) => {
          const options = found.map((one) => this.renderLine(one, index++));
          if (!name) return options;
          return html`<div role="group" aria-label=${name}><p class="heading" aria-hidden="true">${name}</p>${options}</div>`;
        })}
      </div>
      ${length === 0 ? html`<p class="none muted">${t('palette.nothing')}</p>` : nothing}
      <p class="for-readers" role="status">${this.search ? t('palette.count', { count: length }) : ''}</p>
    </dialog>`;
  }

  private renderLine({ command, marks }: Found, index: number) {
    const { title, detail, sign, color, keys } = command;
    return html`<div role="option" id="command-${index}" aria-selected=${index === this.active} class=${index === this.active ? 'active' : ''}
      @pointermove=${({ movementX, movementY }: PointerEvent) => {
        // The list moves under a pointer that lies still, and that chooses nothing.
        if (movementX !== 0 || movementY !== 0) this.active = index;
      }} @click=${() => this.choose(command)}>
      <span class="sign">${sign ?? html`<span class="dot" style="--dot: ${color}"></span>`}</span>
      <span class="text">${marked(title, marks)}${detail ? html` <span class="detail">${detail}</span>` : nothing}</span>
      ${keys ? html`<span class="keys" aria-hidden="true">${keyCaps(keys).map((cap) => html`<kbd>${cap}</kbd>`)}</span>` : nothing}
    </div>`;
  }

  override firstUpdated(): void {
    this.dialog?.showModal();
  }

  override updated(): void {
    this.renderRoot.querySelector('.active')?.scrollIntoView({ block: 'nearest' });
  }

  get isOpen(): boolean {
    return this.dialog?.open ?? false;
  }

  close(): void {
    this.dialog?.close();
  }

  private sectionsAtRest(): Section[] {
    const shown = this.commands.filter(({ isOnlyFound }) => !isOnlyFound);
    const last = this.recent
      .map((id) => this.commands.find((one) => one.id === id))
      .filter((one) => one !== undefined)
      .slice(0, MOST_RECENT);
    const rest = shown.filter((one) => !last.includes(one));
    return [
      { name: t('palette.recent'), found: last.map(unmarked) },
      ...commandGroups.map((group) => ({
        name: t(`palette.group.${group}`),
        found: rest.filter((one) => one.group === group).map(unmarked),
      })),
    ].filter(({ found }) => found.length > 0);
  }

  private sectionsFound(): Section[] {
    return [{ found: rank(this.commands, this.search, this.recent).slice(0, MOST_FOUND) }];
  }

  private lines(): Found[] {
    return this.sections.flatMap(({ found }) => found);
  }

  private onInput(event: InputEvent): void {
    this.search = (event.target as HTMLInputElement).value;
    this.active = 0;
  }

  private onKey(event: KeyboardEvent): void {
    const lines = this.lines();
    const last = lines.length - 1;
    const moves: Record<string, number> = {
      ArrowDown: this.active < last ? this.active + 1 : 0,
      ArrowUp: this.active > 0 ? this.active - 1 : last,
      PageDown: Math.min(last, this.active + 8),
      PageUp: Math.max(0, this.active - 8),
    };
    const move = moves[event.key];
    if (event.isComposing || (move === undefined && event.key !== 'Enter')) return;
    event.preventDefault();
    if (move !== undefined) this.active = Math.max(0, move);
    else this.choose(lines[this.active]?.command);
  }

  /** It runs when the dialog is gone and the focus is back: a command may put it elsewhere. */
  private choose(command: Command | undefined): void {
    if (!command) return;
    this.chosen = command;
    noteCommand(command.id);
    this.close();
  }

  private onClose(): void {
    this.dispatchEvent(new Event('close'));
    void Promise.resolve()
      .then(() => this.chosen?.run())
      .catch(toastError);
  }

  private onPointer(event: PointerEvent): void {
    if (event.target === this.dialog) this.close();
  }
}

function unmarked(command: Command): Found {
  return { command, marks: new Set() };
}

/** The title with what was found in it, as few elements as there are pieces. */
function marked(title: string, marks: Set<number>) {
  const pieces: { text: string; isMarked: boolean }[] = [];
  for (let at = 0; at < title.length; at += 1) {
    const isMarked = marks.has(at);
    const last = pieces.at(-1);
    if (last?.isMarked === isMarked) last.text += title[at];
    else pieces.push({ text: title.charAt(at), isMarked });
  }
  return pieces.map(({ text, isMarked }) => (isMarked ? html`<mark>${text}</mark>` : text));
}
