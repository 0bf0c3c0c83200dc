/** Cards of one's own choice: the core's and plugins' alike, arranged as each person likes. */
import { css, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import check from 'lucide-static/icons/check.svg?raw';
import layoutDashboard from 'lucide-static/icons/layout-dashboard.svg?raw';
import plus from 'lucide-static/icons/plus.svg?raw';
import rotateCcw from 'lucide-static/icons/rotate-ccw.svg?raw';
import undo from 'lucide-static/icons/undo-2.svg?raw';
import { StintElement } from '../../components/element.ts';
import { icon } from '../../components/icon.ts';
import { openAbove } from '../../components/open-above.ts';
import { reading } from '../../components/reading.ts';
import { checkValues } from '../../components/schema-form/check.ts';
import type { Schema, Values } from '../../components/schema-form/schema.ts';
import { toast } from '../../components/toast.ts';
import type { PlacedCard } from '../../data/wire.ts';
import { t } from '../../i18n/texts.ts';
import '../../shell/cards/card-host.ts';
import type { CardHost } from '../../shell/cards/card-host.ts';
import type { CardEntry } from '../../shell/cards/catalog.ts';
import { RegionCards } from '../../shell/cards/region-cards.ts';
import { controls } from '../../styles/controls.ts';
import { lists } from '../../styles/lists.ts';
import {
  type Arrangement,
  configure,
  keysOf,
  move,
  place,
  remove,
  resize,
  usualArrangement,
} from './arrangement.ts';
import type { CellChange, CellTools, cellHandle } from './cell-tools.ts';
import type { makeDraggable } from './dragging.ts';
import { KeptDashboard } from './kept-dashboard.ts';

interface Tools {
  cellHandle: typeof cellHandle;
  makeDraggable: typeof makeDraggable;
}

@customElement('stint-dashboard-page')
export class DashboardPage extends StintElement {
  static override styles = [
    StintElement.styles,
    controls,
    lists,
    css`
      .grid {
        display: grid;
        grid-template-columns: repeat(12, minmax(0, 1fr));
        grid-auto-rows: 5.5rem;
        gap: var(--stint-space-4);
      }
      .cell {
        position: relative;
        display: flex;
        flex-direction: column;
        grid-column: span var(--columns);
        grid-row: span var(--rows);
        min-inline-size: 0;
      }
      .cell > stint-card-host,
      .cell > .missing {
        flex: 1;
        min-block-size: 0;
      }
      .arranging {
        grid-auto-rows: 6.5rem;
      }
      .arranging .cell {
        border: 1px dashed var(--stint-color-line-strong);
        border-radius: var(--stint-radius-l);
      }
      .arranging .cell > stint-card-host {
        border-width: 1px 0 0;
        border-start-start-radius: 0;
        border-start-end-radius: 0;
      }
      .handle {
        cursor: grab;
        touch-action: none;
      }
      .ghost {
        opacity: 0.4;
      }
      .dragged {
        padding: var(--stint-space-3) var(--stint-space-4);
        border: 1px solid var(--stint-color-accent);
        border-radius: var(--stint-radius-l);
        background: var(--stint-color-raised);
        box-shadow: var(--stint-shadow-l);
        font-weight: var(--stint-weight-medium);
      }
      .missing {
        display: grid;
        place-content: center;
        padding: var(--stint-space-4);
        border-radius: var(--stint-radius-l);
        background: var(--stint-color-sunken);
        color: var(--stint-color-muted);
        text-align: center;
        overflow-wrap: anywhere;
      }
      .corner {
        position: absolute;
        inset-block-end: 0;
        inset-inline-end: 0;
        inline-size: 1.5rem;
        block-size: 1.5rem;
        border-end-end-radius: var(--stint-radius-l);
        cursor: nwse-resize;
        touch-action: none;
        background: linear-gradient(
          135deg,
          transparent 60%,
          var(--stint-color-line-strong) 60% 70%,
          transparent 70% 80%,
          var(--stint-color-line-strong) 80% 90%,
          transparent 90%
        );
      }
      :dir(rtl) .corner {
        cursor: nesw-resize;
        transform: scaleX(-1);
      }
      @container page (max-width: 60rem) {
        .cell {
          grid-column: span min(12, calc(var(--columns) + 2));
        }
      }
      /* A phone has one column, and cards as high as they need. */
      @container page (max-width: 44rem) {
        .grid,
        .arranging {
          grid-template-columns: minmax(0, 1fr);
          grid-auto-rows: auto;
        }
        .cell {
          grid-column: auto;
          grid-row: auto;
        }
        .corner {
          display: none;
        }
      }
    `,
  ];

  @state() private isArranging = false;
  @state() private said = '';
  @state() private unseen = new Set<string>();
  private readonly dashboard = new KeptDashboard(this);
  private readonly available = new RegionCards(this, () => 'dashboard/v1');
  /** What only arranging needs, loaded for it. */
  private tools?: Tools;
  private grid: HTMLElement | null = null;
  private endDragging?: (() => void) | null;

  override render() {
    return html`<div class="page">
      <div class="top">
        <h1>${t('dashboard.title')}</h1>
        ${this.available.entries && this.dashboard.query.data ? this.renderActions() : nothing}
      </div>
      ${this.isArranging ? html`<p class="small muted" id="hint">${t('dashboard.hint')}</p>` : nothing}
      <div class="for-readers" role="status">${this.said}</div>
      ${reading(this.dashboard.query, () =>
        this.available.entries
          ? this.renderGrid(this.cards())
          : html`<p class="muted" aria-busy="true">${t('read.loading')}</p>`,
      )}
    </div>`;
  }

  private renderActions() {
    if (!this.isArranging) {
      return html`<button @click=${this.arrange}>${icon(layoutDashboard)} ${t('dashboard.edit')}</button>`;
    }
    const { canUndo } = this.dashboard;
    return html`<div class="actions">
      <button @click=${this.openGallery}>${icon(plus)} ${t('dashboard.add')}</button>
      <button aria-disabled=${!canUndo} @click=${() => this.dashboard.undo()}>${icon(undo)} ${t('dashboard.undo')}</button>
      <button @click=${this.reset}>${icon(rotateCcw)} ${t('dashboard.reset')}</button>
      <button class="primary" @click=${this.finish}>${icon(check)} ${t('dashboard.done')}</button>
    </div>`;
  }

  private renderGrid(cards: Arrangement) {
    const keys = keysOf(cards);
    const shown = cards
      .map((card, at) => ({ card, at, key: keys[at] as string, entry: this.entryOf(card) }))
      .filter(({ entry }) => entry || this.isArranging);
    if (shown.length === 0) {
      return html`<div class="panel empty"><p>${t('dashboard.empty')}</p>
        <button class="primary" @click=${this.openGallery}>${icon(plus)} ${t('dashboard.add')}</button></div>`;
    }
    return html`<div class="grid ${this.isArranging ? 'arranging' : ''}">${repeat(
      shown,
      ({ key }) => key,
      ({ card, at, key, entry }) => this.renderCell(card, at, key, entry),
    )}</div>`;
  }

  private renderCell(card: PlacedCard, at: number, key: string, entry?: CardEntry) {
    const { columns, rows, config } = card;
    const size = { columns, rows };
    const isHidden = !this.isArranging && this.unseen.has(key);
    return html`<section class="cell" data-at=${at} ?hidden=${isHidden} aria-label=${this.titleOf(card)}
      style="--columns: ${columns}; --rows: ${rows}">
      ${this.isArranging ? this.renderTools(card, at, entry) : nothing}
      ${
        entry
          ? html`<stint-card-host .card=${entry} .config=${config} .size=${size} mode=${this.isArranging ? 'edit' : 'view'}
            @stint-card-visible=${({ detail }: CustomEvent<{ visible: boolean }>) => this.noteVisible(key, detail.visible)}
            @stint-config-change=${(event: CustomEvent<{ config: Values }>) => this.setConfig(at, event.detail.config, event.target as CardHost)}></stint-card-host>`
          : html`<p class="missing small">${t('dashboard.notInstalled', { card: card.card })}</p>`
      }
      ${this.isArranging ? html`<div class="corner" aria-hidden="true" title=${t('dashboard.resize')} @pointerdown=${(event: PointerEvent) => this.startResize(event, at)}></div>` : nothing}
    </section>`;
  }

  private renderTools(card: PlacedCard, at: number, entry?: CardEntry) {
    const title = this.titleOf(card);
    const onChange = (change: CellChange) => this.apply(at, change);
    return html`<stint-cell-tools .title=${title} ?first=${at === 0} ?last=${at === this.cards().length - 1}
      ?configurable=${entry?.declaration.configSchema !== undefined}
      @stint-cell-change=${({ detail }: CustomEvent<CellChange>) => onChange(detail)}>${this.tools?.cellHandle(title, onChange)}</stint-cell-tools>`;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.endDragging?.();
    this.grid = null;
  }

  override updated(): void {
    // It is another one after there was none.
    const grid = this.isArranging ? this.renderRoot.querySelector<HTMLElement>('.grid') : null;
    if (grid === this.grid) return;
    this.endDragging?.();
    this.grid = grid;
    this.endDragging =
      grid &&
      this.tools?.makeDraggable(grid, (from, to) =>
        this.dashboard.change(move(this.cards(), from, to)),
      );
  }

  /** What is shown, or would be had nobody arranged it. */
  private cards(): Arrangement {
    return this.dashboard.query.data?.cards ?? usualArrangement(this.available.entries ?? []);
  }

  private entryOf({ card }: PlacedCard): CardEntry | undefined {
    return this.available.entries?.find(({ key }) => key === card);
  }

  private titleOf(card: PlacedCard): string {
    return this.entryOf(card)?.title ?? card.card;
  }

  private async arrange(): Promise<void> {
    const [{ cellHandle }, { makeDraggable }] = await Promise.all([
      import('./cell-tools.ts'),
      import('./dragging.ts'),
    ]);
    this.tools = { cellHandle, makeDraggable };
    this.isArranging = true;
  }

  private finish(): void {
    this.isArranging = false;
    this.dashboard.forget();
  }

  private async apply(at: number, change: CellChange): Promise<void> {
    const cards = this.cards();
    const card = cards[at] as PlacedCard;
    const title = this.titleOf(card);
    if (change.kind === 'move') {
      const to = at + change.by;
      if (to < 0 || to >= cards.length) return;
      this.dashboard.change(move(cards, at, to));
      this.said = t('dashboard.position', { title, position: to + 1, count: cards.length });
      await this.focusTools(to);
    } else if (change.kind === 'resize') {
      this.resizeTo(at, card.columns + change.columns, card.rows + change.rows);
    } else if (change.kind === 'remove') {
      this.dashboard.change(remove(cards, at));
      this.said = t('dashboard.removed', { title });
    } else await this.openSettings(at);
  }

  private resizeTo(at: number, columns: number, rows: number): void {
    const before = this.cards()[at] as PlacedCard;
    const next = resize(this.cards(), at, { columns, rows });
    const after = next[at] as PlacedCard;
    if (after.columns === before.columns && after.rows === before.rows) return;
    this.dashboard.change(next);
    const size = { columns: after.columns, rows: after.rows };
    this.said = t('dashboard.size', { title: this.titleOf(after), ...size });
  }

  /** A card that was moved takes the focus along; the browser loses it. */
  private async focusTools(at: number): Promise<void> {
    const root = this.renderRoot as ShadowRoot;
    const hadHandle = root.activeElement?.classList.contains('handle') ?? false;
    const tools = root.activeElement as HTMLElement | null;
    const label = tools?.shadowRoot?.activeElement?.getAttribute('aria-label');
    await this.updateComplete;
    const cell = root.querySelector(`.cell[data-at="${at}"]`);
    if (hadHandle) return cell?.querySelector<HTMLElement>('.handle')?.focus();
    const moved = cell?.querySelector<CellTools>('stint-cell-tools');
    await moved?.updateComplete;
    const selector = `button[aria-label="${CSS.escape(label ?? '')}"]`;
    moved?.shadowRoot?.querySelector<HTMLElement>(selector)?.focus();
  }

  private startResize(event: PointerEvent, at: number): void {
    event.preventDefault();
    const corner = event.target as HTMLElement;
    const cell = corner.parentElement as HTMLElement;
    const grid = cell.parentElement as HTMLElement;
    const box = cell.getBoundingClientRect();
    const { columns, rows } = this.cards()[at] as PlacedCard;
    const unit = { inline: box.width / columns, block: box.height / rows };
    const isRtl = getComputedStyle(grid).direction === 'rtl';
    let size = { columns, rows };
    const follow = ({ clientX, clientY }: PointerEvent) => {
      const inline = isRtl ? box.right - clientX : clientX - box.left;
      const wanted = {
        columns: Math.round(inline / unit.inline),
        rows: Math.round((clientY - box.top) / unit.block),
      };
      size = resize(this.cards(), at, wanted)[at] as PlacedCard;
      cell.style.setProperty('--columns', String(size.columns));
      cell.style.setProperty('--rows', String(size.rows));
    };
    corner.setPointerCapture(event.pointerId);
    corner.addEventListener('pointermove', follow);
    corner.addEventListener(
      'lostpointercapture',
      () => {
        corner.removeEventListener('pointermove', follow);
        this.resizeTo(at, size.columns, size.rows);
      },
      { once: true },
    );
  }

  private async openGallery(): Promise<void> {
    const { CardGallery } = await import('./gallery.ts');
    const gallery = new CardGallery();
    gallery.entries = this.available.entries ?? [];
    const note = () => {
      gallery.shown = new Set(this.cards().map(({ card }) => card));
    };
    note();
    gallery.addEventListener('stint-add-card', (event) => {
      const { entry } = (event as CustomEvent<{ entry: CardEntry }>).detail;
      this.dashboard.change([...this.cards(), place(entry)]);
      toast(t('dashboard.added', { title: entry.title }));
      note();
    });
    await openAbove(gallery);
  }

  private async openSettings(at: number): Promise<void> {
    const card = this.cards()[at] as PlacedCard;
    const { CardSettings } = await import('./card-settings.ts');
    const dialog = Object.assign(new CardSettings(), {
      entry: this.entryOf(card),
      config: card.config,
    });
    const { chosen } = await openAbove(dialog);
    if (chosen) this.setConfig(at, chosen);
  }

  /** Whoever set it, the person or the card itself: what its schema or the card refuses is not kept. */
  private setConfig(at: number, config: Values, host?: CardHost): void {
    const schema = this.entryOf(this.cards()[at] as PlacedCard)?.declaration.configSchema;
    const [fault] = checkValues((schema ?? {}) as Schema, config).values();
    const refusal = fault ? t(fault.key, fault.values) : host?.validate();
    if (refusal) toast(refusal, { kind: 'error' });
    else this.dashboard.change(configure(this.cards(), at, config));
  }

  private reset(): void {
    this.dashboard.change(null);
    this.said = t('dashboard.wasReset');
  }

  private noteVisible(key: string, visible: boolean): void {
    const next = new Set(this.unseen);
    if (visible) next.delete(key);
    else next.add(key);
    this.unseen = next;
  }
}
