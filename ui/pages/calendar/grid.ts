/**
 * FullCalendar as one of our elements. It draws entries and says what somebody wants of them, by events;
 * it changes none. Its styles live in this shadow tree, where they reach nothing else.
 */

import { type CalendarApi, Calendar as FullCalendar } from 'fullcalendar';
import dayGrid from 'fullcalendar/daygrid';
import interaction from 'fullcalendar/interaction';
import list from 'fullcalendar/list';
import skeleton from 'fullcalendar/skeleton.css?inline';
import classic from 'fullcalendar/themes/classic';
import theme from 'fullcalendar/themes/classic/theme.css?inline';
import timeGrid from 'fullcalendar/timegrid';
import { css, html, type PropertyValues, unsafeCSS } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { StintElement } from '../../components/element.ts';
import { TickController } from '../../controllers/ticking.ts';
import { serverNow } from '../../data/clock.ts';
import { instantAt, instantOf, today, wallTime } from '../../data/days.ts';
import type { Proposal } from '../../data/proposals.ts';
import { user } from '../../data/session.ts';
import type { EntryPatch, Project, TimeEntry } from '../../data/wire.ts';
import { format } from '../../i18n/format.ts';
import { locale, t } from '../../i18n/texts.ts';
import { calendarStyles } from './calendar-styles.ts';
import { drawEntry, moveEntry, resizeEntry } from './drawn-entry.ts';
import { drawOverlay } from './drawn-overlay.ts';
import { entryContent, nodes, wall } from './entry-content.ts';

export type View = 'timeGridDay' | 'timeGridWeek' | 'dayGridMonth' | 'listWeek' | 'listMonth';

/** What somebody dragged, and to where. */
export interface Dragged {
  entry: TimeEntry;
  patch: EntryPatch;
  /** Puts the drawing back. */
  revert(): void;
}

type CalendarOptions = NonNullable<ConstructorParameters<typeof FullCalendar>[1]>;

const EARLY_HOUR = 7;
const STILL_FRAMES = 3;
const MOST_FRAMES = 12;

/** Dispatches `stint-drag` with `Dragged`, `stint-open` with an entry, `stint-overlay` with a proposal, `stint-span` with the ends of a new one. */
@customElement('stint-calendar-grid')
export class CalendarGrid extends StintElement {
  static override styles = [
    StintElement.styles,
    unsafeCSS(skeleton),
    unsafeCSS(theme),
    calendarStyles,
    css`
      :host {
        block-size: max(30rem, calc(100dvh - 14.5rem));
      }
      @media (max-width: 50rem) {
        :host {
          block-size: calc(100dvh - 19rem);
          min-block-size: 22rem;
        }
      }
    `,
  ];

  @property({ attribute: false }) entries: TimeEntry[] = [];
  @property({ attribute: false }) projects: Project[] = [];
  /** What plugins know of other places' time: behind the entries, where times are drawn. */
  @property({ attribute: false }) overlays: Proposal[] = [];
  @property() view: View = 'timeGridWeek';
  @property() day = today();

  @query('.calendar') private holder!: HTMLElement;
  private calendar?: CalendarApi & { destroy(): void; render(): void };
  private isDragging = false;
  private key = '';
  private builtKey = '';
  private tickedMinute = 0;

  constructor() {
    super();
    new TickController(this, () => this.tick());
  }

  override willUpdate(): void {
    // What options of the calendar depend on is read here, so that it is built anew.
    this.key = [
      locale.value,
      user.value?.time_zone,
      user.value?.time_format,
      user.value?.week_start,
    ].join();
  }

  override render() {
    return html`<div class="calendar"></div>`;
  }

  override updated(changed: PropertyValues): void {
    if (this.key !== this.builtKey) {
      this.build();
      return;
    }
    if (changed.has('view') || changed.has('day')) this.calendar?.changeView(this.view, this.day);
    if (changed.has('view') && this.overlays.length > 0) this.draw();
    if (changed.has('entries') || changed.has('projects') || changed.has('overlays')) this.draw();
    if (changed.has('entries') && changed.get('entries')?.length === 0) this.scrollToFirst();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.builtKey = '';
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.calendar?.destroy();
    this.calendar = undefined;
  }

  private build(): void {
    this.builtKey = this.key;
    this.calendar?.destroy();
    this.calendar = new FullCalendar(this.holder, this.options());
    this.calendar.render();
    void this.showWhenStill();
  }

  /** FullCalendar draws first and measures then. What is not shown yet does not jump. */
  private async showWhenStill(): Promise<void> {
    const { calendar, holder } = this;
    holder.style.visibility = 'hidden';
    let before = '';
    for (let frame = 0, still = 0; still < STILL_FRAMES && frame < MOST_FRAMES; frame += 1) {
      await new Promise(requestAnimationFrame);
      const { x, height } =
        holder.querySelector('[role="row"]:last-of-type')?.getBoundingClientRect() ?? new DOMRect();
      const now = `${x} ${height} ${holder.scrollWidth}`;
      still = now === before ? still + 1 : 0;
      before = now;
    }
    if (calendar === this.calendar) holder.style.visibility = '';
  }

  private options(): CalendarOptions {
    return {
      plugins: [dayGrid, timeGrid, list, interaction, classic],
      // The clock on the wall of the person, whatever their zone: see drawn-entry.ts.
      timeZone: 'UTC',
      now: () => `${wallTime(serverNow())}Z`,
      locale: locale.peek(),
      direction: getComputedStyle(this).direction as 'ltr' | 'rtl',
      firstDay: (user.peek()?.week_start ?? 1) % 7,
      initialView: this.view,
      initialDate: this.day,
      headerToolbar: false,
      height: '100%',
      allDaySlot: false,
      nowIndicator: true,
      scrollTime: { hours: EARLY_HOUR, minutes: 30 },
      scrollTimeReset: false,
      slotDuration: '00:30',
      slotHeaderInterval: '01:00',
      snapDuration: '00:15',
      slotEventOverlap: false,
      eventMinHeight: 18,
      dayMaxEvents: true,
      editable: true,
      eventResizableFromStart: true,
      eventInteractive: true,
      selectable: true,
      selectMirror: true,
      longPressDelay: 350,
      noEventsText: t('calendar.empty'),
      moreLinkText: (count: number) => t('calendar.more', { count }),
      moreLinkHint: (count: number) => t('calendar.more', { count }),
      closeHint: t('action.close'),
      eventsHint: t('calendar.entries'),
      eventTimeFormat: {
        hour: 'numeric',
        minute: '2-digit',
        hour12: user.peek()?.time_format === '12h',
      },
      viewClass: 'calendar-view',
      columnEventClass: 'block',
      listItemEventClass: 'line',
      eventClass: ({ event }) => (event.extendedProps.entry?.end_time === null ? 'is-running' : ''),
      dayHeaderContent: ({ date, view }) => dayName(date, view.type === 'dayGridMonth'),
      slotHeaderContent: ({ date }) =>
        date ? nodes(html`<span class="hour">${format.time(wall(date))}</span>`) : '',
      eventContent: entryContent,
      backgroundEventClass: 'overlay',
      backgroundEventContent: ({ event }) =>
        nodes(html`<span class="overlay-title">${event.title}</span>`),
      events: this.events(),
      datesSet: ({ view }) =>
        requestAnimationFrame(() => mendNames(this.holder, view.type === 'dayGridMonth')),
      eventDidMount: ({ el, view }) => {
        // There an entry, which is a button, would have to be the item of a list as well.
        if (!view.type.startsWith('timeGrid'))
          el.closest('[role="list"], [role="group"]')?.setAttribute('role', 'group');
      },
      eventClick: ({ event }) => {
        const { entry, overlay } = event.extendedProps;
        if (overlay) this.send('stint-overlay', overlay);
        else this.send('stint-open', entry);
      },
      eventDragStart: () => this.setDragging(true),
      eventDragStop: () => this.setDragging(false),
      eventResizeStart: () => this.setDragging(true),
      eventResizeStop: () => this.setDragging(false),
      eventDrop: ({ event, revert }) => {
        const { entry } = event.extendedProps;
        const patch = moveEntry(entry, instantAt(wall(event.start as Date)));
        this.send<Dragged>('stint-drag', { entry, patch, revert });
      },
      eventResize: ({ event, oldEvent, revert }) => {
        const { entry } = event.extendedProps;
        const patch = resizeEntry(edges(oldEvent), edges(event), instantAt);
        this.send<Dragged>('stint-drag', { entry, patch, revert });
      },
      select: ({ start, end, allDay }) => {
        this.calendar?.unselect();
        this.send(
          'stint-span',
          allDay
            ? { day: wall(start).slice(0, 10) }
            : { start_time: wall(start), end_time: wall(end) },
        );
      },
    };
  }

  private events() {
    const now = instantOf(serverNow());
    const entries = this.entries.map((entry) => {
      const project = this.projects.find(({ id }) => id === entry.project_id);
      return {
        ...drawEntry(entry, now),
        title: [entry.description || t('entry.noDescription'), project?.name]
          .filter(Boolean)
          .join(' · '),
        color: project?.color,
        editable: entry.end_time !== null,
        extendedProps: { entry, project },
      };
    });
    return this.view.startsWith('timeGrid')
      ? [...entries, ...this.overlays.map(drawOverlay)]
      : entries;
  }

  private draw(): void {
    if (!this.isDragging) this.calendar?.setOption('events', this.events());
  }

  /** Work at night would lie above what is seen. */
  private scrollToFirst(): void {
    const starts = this.entries.map(({ start_time }) => Number(start_time.slice(11, 13)));
    const hour = Math.min(EARLY_HOUR, ...starts);
    if (hour < EARLY_HOUR) this.calendar?.scrollToTime({ hours: hour });
  }

  private setDragging(is: boolean): void {
    this.isDragging = is;
  }

  /** What runs grows by the minute. */
  private tick(): void {
    const minute = Math.floor(serverNow() / 60_000);
    if (minute === this.tickedMinute) return;
    this.tickedMinute = minute;
    if (this.entries.some(({ end_time }) => end_time === null)) this.draw();
  }
}

/** FullCalendar hides the text of headings from readers, and names cells otherwise than they can be seen. */
function mendNames(holder: HTMLElement, isMonth: boolean): void {
  for (const heading of holder.querySelectorAll('[role="columnheader"]')) {
    for (const part of heading.querySelectorAll('[aria-hidden]'))
      part.removeAttribute('aria-hidden');
    heading.removeAttribute('aria-label');
  }
  for (const axis of holder.querySelectorAll('[role="rowheader"]')) {
    axis.setAttribute('role', 'none');
    axis.removeAttribute('aria-label');
  }
  if (!isMonth) return;
  for (const cell of holder.querySelectorAll('[role="gridcell"]'))
    cell.removeAttribute('aria-label');
}

function edges({ start, end }: { start: Date | null; end: Date | null }) {
  return { start: (start as Date).toISOString(), end: (end as Date).toISOString() };
}

function dayName(date: Date, isShort: boolean) {
  const day = wall(date).slice(0, 10);
  const isToday = !isShort && day === today();
  return nodes(
    html`<span class="day-name ${isToday ? 'is-today' : ''}">${format.weekday(day)}${isShort ? '' : html` <b class="numbers">${Number(day.slice(8))}</b>`}</span>`,
  );
}
