/** What stands inside an entry of the calendar: who for, when, how long, and its breaks. */
import type { Calendar } from 'fullcalendar';
import { html, render } from 'lit';
import { addDays } from '../../data/days.ts';
import { workedSeconds } from '../../data/timer.ts';
import type { Project, TimeEntry } from '../../data/wire.ts';
import { format } from '../../i18n/format.ts';
import { t } from '../../i18n/texts.ts';
import { breakShares } from './drawn-entry.ts';

type CalendarOptions = NonNullable<ConstructorParameters<typeof Calendar>[1]>;
type Shown = Parameters<
  Extract<NonNullable<CalendarOptions['eventContent']>, (...args: never[]) => unknown>
>[0];

// Two slots of 30 minutes, each as high as FullCalendar makes it, in lines of small text.
const LINES_IN_HOUR = 3;

/** In a month there is room for a title alone, which the calendar writes itself. */
export function entryContent({ event, view, isStart, isEnd }: Shown) {
  if (view.type === 'dayGridMonth' || !event.start || !event.end) return true;
  const { entry, project } = event.extendedProps as { entry?: TimeEntry; project?: Project };
  const [from, to] = edgeTexts(event.start, event.end);
  // While something new is being drawn there is a span and nothing else.
  if (!entry)
    return nodes(
      html`<span class="inside numbers">${format.time(from)} – ${format.time(to)}</span>`,
    );
  const end = entry.end_time ? format.time(to) : t('calendar.now');
  const times = `${format.time(from)} – ${end} (${format.duration(workedSeconds(entry))})`;
  const what = html`<b>${entry.description || t('entry.noDescription')}</b>`;
  // A night is drawn in two parts, one on each day.
  const first = isStart ? from : `${to.slice(0, 10)}T00:00:00Z`;
  const last = isEnd ? to : `${addDays(from.slice(0, 10), 1)}T00:00:00Z`;
  if (view.type.startsWith('list')) {
    return nodes(
      html`<span class="in-list"><span class="numbers">${times}</span><span>${what} ${project?.name}</span></span>`,
    );
  }
  const lines = linesIn(Date.parse(last) - Date.parse(first));
  const shares = isStart || isEnd ? breakShares(entry, first, last) : [];
  return nodes(html`<span class="inside ${lines === 1 ? 'is-short' : ''}">
    ${shares.map((one) => html`<span class="break" style="--from: ${percent(one.from)}; --size: ${percent(one.to - one.from)}"></span>`)}
    <span class=${lines > 3 ? 'what' : 'line-text'} style="--lines: ${lines - 2}">${what}</span>
    ${
      project && lines === 2
        ? html`<span class="line-text numbers">${project.name}, ${times}</span>`
        : html`${project ? html`<span class="line-text">${project.name}</span>` : ''}
            <span class="line-text numbers">${times}</span>`
    }
  </span>`);
}

/** The time on the wall that a date of the calendar stands for. */
export const wall = (date: Date) => date.toISOString().slice(0, 19);

function edgeTexts(start: Date, end: Date): [string, string] {
  return [`${wall(start)}Z`, `${wall(end)}Z`];
}

/** How many lines of text a span of time is high, at least one. */
function linesIn(ms: number): number {
  return Math.max(1, Math.floor((ms / 3_600_000) * LINES_IN_HOUR));
}

function percent(share: number): string {
  return `${(share * 100).toFixed(2)}%`;
}

/** What FullCalendar takes from us: nodes that Lit has drawn. */
export function nodes(template: unknown) {
  const holder = document.createElement('div');
  holder.style.display = 'contents';
  render(template, holder);
  return { domNodes: [holder] };
}
