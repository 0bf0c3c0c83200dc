/**
 * The timer. What somebody does to it shows at once and is taken back when the server refuses it; their
 * calls are sent one after another, in the order of the clicks.
 */
import { api } from './api.ts';
import { noteServerTime, serverNow } from './clock.ts';
import { instantOf } from './days.ts';
import { queries, type Read, refresh } from './queries.ts';
import { user } from './session.ts';
import type { TimeEntry, TimerState } from './wire.ts';

/** What time is about. */
export interface Subject {
  description?: string;
  project_id?: number | null;
  task_id?: number | null;
  tag_ids?: number[];
  billable?: boolean;
}

let changes = 0;
let isChanging = 0;
let last: Promise<unknown> = Promise.resolve();

export const timerRead: Read<TimerState> = {
  queryKey: ['timer'],
  queryFn: async () => {
    const [before, sentAt] = [changes, performance.now()];
    const state = await api.get<TimerState>('/timer');
    noteServerTime(Date.parse(state.server_time), sentAt);
    // Asked before a click and answered after it: what is on the screen is newer.
    return (changes === before && isChanging === 0 ? undefined : current()) ?? state;
  },
};

export function runningEntry(): TimeEntry | null {
  return current()?.timer ?? null;
}

/** Work in seconds, breaks and pauses left out; up to now while it runs. */
export function workedSeconds({ start_time, end_time, paused_at, breaks }: TimeEntry): number {
  const end = end_time ?? paused_at;
  const span = (end ? Date.parse(end) : serverNow()) - Date.parse(start_time);
  const rest = breaks.reduce(
    (sum, pause) => sum + Date.parse(pause.end_time) - Date.parse(pause.start_time),
    0,
  );
  return Math.max(0, (span - rest) / 1000);
}

/** @param on_running what to do about a timer that runs; as the person has set it when absent */
export async function startTimer(subject: Subject, on_running?: 'switch'): Promise<void> {
  await change(
    () => provisional(subject),
    () => api.post('/timer/start', { ...subject, on_running }),
  );
}

/** Starts anew what was done before; what runs is stopped. */
export async function continueEntry(entry: TimeEntry): Promise<void> {
  await change(
    () => provisional(entry),
    () => api.post('/timer/continue', { entry_id: entry.id, on_running: 'switch' }),
  );
}

/** @param end_time a moment in the past; now when absent */
export async function stopTimer(end_time?: string): Promise<void> {
  await change(
    () => null,
    () => api.post('/timer/stop', { end_time }),
  );
}

export async function pauseTimer(): Promise<void> {
  await change(
    (entry) => ({ ...entry, paused_at: instantOf(serverNow()) }),
    () => api.post('/timer/pause', {}),
  );
}

export async function resumeTimer(): Promise<void> {
  await change(
    ({ paused_at, ...entry }) => {
      const pause = { start_time: paused_at as string, end_time: instantOf(serverNow()) };
      return { ...entry, paused_at: null, breaks: [...entry.breaks, pause] };
    },
    () => api.post('/timer/resume', {}),
  );
}

/** "Still working." */
export async function keepTimer(): Promise<void> {
  await change(
    (entry) => ({ ...entry, idle_asked_at: null }),
    () => api.post('/timer/keep', {}),
  );
}

export async function discardTimer(): Promise<void> {
  await change(
    () => null,
    () => api.post('/timer/discard', {}),
  );
}

/** Corrects what runs, its start included. @param fields a `start_time` with or without an offset */
export async function adjustTimer(fields: Subject & { start_time?: string }): Promise<void> {
  await change(
    // Without an offset a browser would read it in its own zone.
    (entry) => (fields.start_time?.length === 19 ? entry : { ...entry, ...fields }),
    () => api.patch('/timer', fields),
  );
}

function current(): TimerState | undefined {
  return queries.getQueryData<TimerState>(timerRead.queryKey);
}

/** @param guess what will run, of what runs now */
async function change(
  guess: (entry: TimeEntry) => TimeEntry | null,
  work: () => Promise<TimeEntry | undefined>,
): Promise<void> {
  const before = current();
  changes += 1;
  isChanging += 1;
  show(guess(before?.timer as TimeEntry));
  const shown = current();
  try {
    const turn = last.then(work);
    last = turn.catch(() => {});
    const entry = await turn;
    // Unless somebody has clicked on meanwhile.
    if (current() === shown) show(entry?.end_time === null ? entry : null);
  } catch (error) {
    queries.setQueryData(timerRead.queryKey, before);
    throw error;
  } finally {
    isChanging -= 1;
    refresh('timer', 'time-entries', 'reports');
  }
}

function show(timer: TimeEntry | null): void {
  queries.setQueryData<TimerState>(timerRead.queryKey, (state) => ({
    server_time: instantOf(serverNow()),
    elapsed_seconds: null,
    timers: [],
    ...state,
    timer,
  }));
}

/** The entry that a start will make, until the server has made it. */
function provisional({ description, project_id, task_id, tag_ids, billable }: Subject): TimeEntry {
  const now = instantOf(serverNow());
  return {
    id: 0,
    user_id: user.peek()?.id ?? 0,
    project_id: project_id ?? null,
    task_id: task_id ?? null,
    description: description ?? '',
    start_time: now,
    end_time: null,
    paused_at: null,
    breaks: [],
    duration_seconds: null,
    rounded_seconds: null,
    tag_ids: tag_ids ?? [],
    billable: billable ?? false,
    hourly_rate: null,
    currency: null,
    source: 'timer',
    idle_asked_at: null,
    last_activity_at: null,
    version: 0,
    created_at: now,
    updated_at: now,
    deleted_at: null,
  };
}
