/** Time as blocks in a calendar: dragged, pulled and drawn by hand, or opened and typed. */

import { css, html, nothing } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import plus from 'lucide-static/icons/plus.svg?raw';
import { StintElement } from '../../components/element.ts';
import { editEntryDialog, newEntryDialog } from '../../components/entry-editor/open.ts';
import { icon } from '../../components/icon.ts';
import '../../components/period-navigation.ts';
import '../../components/proposals/list.ts';
import type { ProposalList } from '../../components/proposals/list.ts';
import { unreadable } from '../../components/reading.ts';
import { toastError, toastUndo } from '../../components/toast.ts';
import { QueryController } from '../../controllers/query.ts';
import { addDays, instantAt, instantOf, today, weekStart } from '../../data/days.ts';
import { editEntry } from '../../data/entries.ts';
import { type Proposal, proposalsRead } from '../../data/proposals.ts';
import { entriesRead, projectsRead } from '../../data/queries.ts';
import { user } from '../../data/session.ts';
import { timerRead } from '../../data/timer.ts';
import type { EntryPatch, TimeEntry } from '../../data/wire.ts';
import { format } from '../../i18n/format.ts';
import { t } from '../../i18n/texts.ts';
import { isSafe } from '../../shell/cards/catalog.ts';
import { queryValue, setQuery } from '../../shell/place.ts';
import { controls } from '../../styles/controls.ts';
import { timesOf } from './drawn-entry.ts';
import './grid.ts';
import type { Dragged, View } from './grid.ts';

const scales = ['day', 'week', 'month'] as const;
type Scale = (typeof scales)[number];
// A month is drawn in whole weeks, at most six.
const MONTH_DAYS = 42;
const narrow = matchMedia('(max-width: 50rem)');

@customElement('stint-calendar-page')
export class CalendarPage extends StintElement {
  static override styles = [
    StintElement.styles,
    controls,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--stint-space-4);
      }
      .top {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: var(--stint-space-3) var(--stint-space-6);
      }
      .scales {
        display: grid;
        grid-auto-flow: column;
        padding: 2px;
        border-radius: var(--stint-radius-m);
        background: var(--stint-color-sunken);
      }
      .scales button {
        border-color: transparent;
        background: transparent;
        color: var(--stint-color-muted);
      }
      .scales button[aria-pressed='true'] {
        background: var(--stint-color-raised);
        color: var(--stint-color-text);
        box-shadow: var(--stint-shadow-s);
      }
      @container page (max-width: 34rem) {
        .add-text {
          display: none;
        }
      }
    `,
  ];

  @state() private isNarrow = narrow.matches;
  /** Where somebody has dragged entries that the server does not know there yet. */
  @state() private dragged = new Map<number, EntryPatch>();

  private readonly timer = new QueryController(this, () => timerRead);
  private readonly projects = new QueryController(this, () => projectsRead);
  private readonly entries = new QueryController(this, () => {
    const [from, to] = this.range();
    return entriesRead({
      user_id: user.value?.id,
      // The night before reaches into the first day.
      from: `${addDays(from, -1)}T00:00:00`,
      to: `${to}T00:00:00`,
    });
  });

  private readonly overlays = new QueryController(this, () => {
    const [from, to] = this.range().map((day) => instantAt(`${day}T00:00:00`)) as [number, number];
    return { ...proposalsRead('calendar-overlay', from, to), enabled: !isSafe };
  });
  @query('stint-proposal-list') private list?: ProposalList;

  override connectedCallback(): void {
    super.connectedCallback();
    narrow.addEventListener('change', this.onWidth);
    this.onWidth();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    narrow.removeEventListener('change', this.onWidth);
  }

  override render() {
    const scale = this.scale();
    const { error, data } = this.entries;
    const step = ({ detail }: CustomEvent<number>) => this.go(detail);
    return html`
      <div class="top">
        <h1>${t('calendar.title')}</h1>
        <stint-period-navigation heading=${this.heading()} previous=${t(`calendar.previous.${scale}`)} now=${t('format.today')}
          next=${t(`calendar.next.${scale}`)} ?isNow=${this.isNow()} @stint-period=${step}></stint-period-navigation>
        <div class="actions">
          <div class="scales" role="group" aria-label=${t('calendar.scale')}>
            ${scales.map(
              (
                one,
              ) => html`<button class="small-button" aria-pressed=${one === scale ? 'true' : 'false'}
                @click=${() => setQuery({ view: one })}>${t(`calendar.scale.${one}`)}</button>`,
            )}
          </div>
          <button class="small-button" aria-label=${t('calendar.add')} @click=${() => newEntryDialog({ day: this.day() })}>${icon(plus)}
            <span class="add-text">${t('calendar.add')}</span></button>
        </div>
      </div>
      ${error ? unreadable(error, () => this.entries.refetch()) : nothing}
      <stint-calendar-grid .view=${this.view()} .day=${this.day()} .entries=${this.shownEntries()} .projects=${this.projects.data ?? []}
        aria-busy=${data === undefined ? 'true' : 'false'}
        .overlays=${this.overlays.data?.all ?? []} @stint-overlay=${({ detail }: CustomEvent<Proposal>) => this.list?.point(detail)}
        @stint-open=${({ detail }: CustomEvent<TimeEntry>) => editEntryDialog(detail)}
        @stint-span=${({ detail }: CustomEvent<object>) => newEntryDialog(detail)}
        @stint-drag=${({ detail }: CustomEvent<Dragged>) => this.move(detail)}></stint-calendar-grid>
      <stint-proposal-list where="calendar" .proposals=${this.overlays.data}></stint-proposal-list>
      <p class="hint">${t(data?.length === 0 ? 'calendar.hintEmpty' : 'calendar.hint')}</p>
    `;
  }

  private async move({ entry, patch, revert }: Dragged): Promise<void> {
    this.hold(entry.id, patch);
    try {
      const changed = await editEntry(entry, patch);
      await this.entries.refetch();
      const what = entry.description || t('entry.noDescription');
      const times = `${format.time(changed.start_time)} – ${format.time(changed.end_time as string)}`;
      toastUndo(
        t('calendar.moved', { what, day: format.day(changed.start_time), times }),
        async () => void (await editEntry(changed, timesOf(entry))),
        'calendar',
      );
    } catch (error) {
      revert();
      toastError(error);
    }
    this.hold(entry.id);
  }

  private hold(id: number, patch?: EntryPatch): void {
    const next = new Map(this.dragged);
    if (patch) next.set(id, patch);
    else next.delete(id);
    this.dragged = next;
  }

  /** With what was dragged, and the running entry as the timer knows it. */
  private shownEntries(): TimeEntry[] {
    const running = this.timer.data?.timer;
    return (this.entries.data ?? []).map((entry) => {
      const patch = this.dragged.get(entry.id);
      if (patch) return { ...entry, ...inZone(patch) };
      return running?.id === entry.id ? running : entry;
    });
  }

  private readonly onWidth = (): void => {
    this.isNarrow = narrow.matches;
  };

  private scale(): Scale {
    const chosen = queryValue('view') as Scale;
    if (scales.includes(chosen)) return chosen;
    return this.isNarrow ? 'day' : 'week';
  }

  /** Seven columns of a phone hold no text: there a list does. */
  private view(): View {
    const scale = this.scale();
    if (scale === 'day') return 'timeGridDay';
    if (scale === 'week') return this.isNarrow ? 'listWeek' : 'timeGridWeek';
    return this.isNarrow ? 'listMonth' : 'dayGridMonth';
  }

  private day(): string {
    const day = queryValue('date') ?? '';
    const isDay = /^\d{4}-\d\d-\d\d$/.test(day) && !Number.isNaN(Date.parse(day));
    return isDay ? day : today();
  }

  /** What is shown, up to the day after. */
  private range(): [string, string] {
    const day = this.day();
    const scale = this.scale();
    if (scale === 'day') return [day, addDays(day, 1)];
    const from = weekStart(scale === 'week' ? day : firstOfMonth(day));
    return [from, addDays(from, scale === 'week' ? 7 : MONTH_DAYS)];
  }

  private heading(): string {
    const scale = this.scale();
    const day = this.day();
    if (scale === 'month') return format.month(day);
    const from = scale === 'week' ? weekStart(day) : day;
    return format.days(from, scale === 'week' ? addDays(from, 6) : day);
  }

  private isNow(): boolean {
    const scale = this.scale();
    const start = (day: string) => {
      if (scale === 'day') return day;
      return scale === 'week' ? weekStart(day) : firstOfMonth(day);
    };
    return start(this.day()) === start(today());
  }

  private go(step: number): void {
    const day = this.day();
    const there =
      this.scale() === 'month'
        ? firstOfMonth(addDays(firstOfMonth(day), step > 0 ? 31 : -1))
        : addDays(day, step * (this.scale() === 'week' ? 7 : 1));
    setQuery({ date: step === 0 || there === today() ? undefined : there });
  }
}

function firstOfMonth(day: string): string {
  return `${day.slice(0, 7)}-01`;
}

/** Instants as the API writes them, in the person's zone. */
function inZone({ start_time, end_time, breaks }: EntryPatch): Partial<TimeEntry> {
  const at = (instant: string) => instantOf(Date.parse(instant));
  return {
    ...(start_time && { start_time: at(start_time) }),
    ...(end_time && { end_time: at(end_time) }),
    ...(breaks && {
      breaks: breaks.map((pause) => ({
        start_time: at(pause.start_time),
        end_time: at(pause.end_time),
      })),
    }),
  };
}
