/**
 * What one person of the demo did in the year that ended yesterday, and today so far: entries one
 * after the other, never two at once. Pure: the same seed and day give the same work.
 */
import { addDays, dayOf, parseInstant } from '../infra/instants.ts';
import { DAYS_IN_YEAR, listWorkDays, type WorkDay } from './calendar.ts';
import type { PlannedProject, TagName } from './catalogue.ts';
import { Random } from './random.ts';
import { commonNotes, trades } from './trades.ts';

export interface PlacedProject {
  id: number;
  plan: PlannedProject;
  archived_at: Date | null;
  /** Those that somebody has begun. */
  task_ids: number[];
}

export interface Worker {
  user_id: number;
  time_zone: string;
  projects: PlacedProject[];
}

export interface WorkedEntry {
  user_id: number;
  project_id: number;
  task_id: number | null;
  description: string;
  start_time: Date;
  end_time: Date | null;
  /** A `tstzmultirange` literal. */
  breaks: string;
  tags: readonly TagName[];
  billable: boolean;
  source: 'timer' | 'manual';
}

const MINUTE = 60;
const HOUR = 3600;

/** `count` completed entries, two of them in the last three hours. */
export function inventWork(worker: Worker, count: number, now: Date): WorkedEntry[] {
  const random = new Random(worker.user_id * 7919);
  const lastDay = addDays(dayOf(now, worker.time_zone), -1);
  const days = listWorkDays(lastDay, worker.time_zone, random);
  const phases = Array.from({ length: 13 }, () => drawPhase(worker.projects, random));
  const entries: WorkedEntry[] = [];
  for (const [day, entryCount] of spreadOver(days, count - 2)) {
    if (entryCount === 0) continue;
    const phase = phases[Number(day.date.slice(5, 7))] as Phase;
    const mayRunLate = day.date !== lastDay;
    const spans = cutDay(day, entryCount, { zone: worker.time_zone, random, mayRunLate });
    for (const span of spans) entries.push(describe(worker, phase, span, random));
  }
  const phase = phases[0] as Phase;
  for (const span of cutMorning(now, random)) entries.push(describe(worker, phase, span, random));
  return entries;
}

/** An entry that has been running for a while. */
export function inventRunning(worker: Worker, now: Date): WorkedEntry {
  const random = new Random(worker.user_id);
  const start_time = minutesBefore(now, 25);
  const span = { start_time, end_time: start_time, isToTheSecond: true };
  const phase = drawPhase(worker.projects, random);
  return { ...describe(worker, phase, span, random), end_time: null };
}

/** How much of somebody's time each project has in a month. */
type Phase = { project: PlacedProject; weight: number }[];

function drawPhase(projects: PlacedProject[], random: Random): Phase {
  return projects.map((project) => {
    const share = project.plan.client === null ? 0.15 : random.next();
    return { project, weight: share ** 2 + 0.01 };
  });
}

/** Gives each day its part of exactly `count` entries. */
function spreadOver(days: WorkDay[], count: number): [WorkDay, number][] {
  const total = days.reduce((sum, { weight }) => sum + weight, 0);
  let passed = 0;
  let given = 0;
  return days.map((day) => {
    passed += day.weight;
    const part = Math.round((count * passed) / total) - given;
    given += part;
    return [day, part];
  });
}

interface Span {
  start_time: Date;
  end_time: Date;
  /** Measured by a timer; typed in, people round. */
  isToTheSecond: boolean;
}

interface DayOptions {
  zone: string;
  random: Random;
  /** The last entry may begin in the evening and end after midnight. */
  mayRunLate: boolean;
}

function cutDay(day: WorkDay, count: number, { zone, random, mayRunLate }: DayOptions): Span[] {
  const morning = startsAt(day.date, '07:30', zone);
  const worked = Math.min(random.between(6.4, 8.4) * Math.min(1, day.weight * 1.3), count * 2.5);
  const shares = Array.from({ length: count }, () => random.between(0.3, 1.7));
  const sum = shares.reduce((total, share) => total + share, 0);
  const lunchAfter = Math.floor(count / 2);
  const gap = Math.min(6 * MINUTE, HOUR / count);
  const runsLate = mayRunLate && random.chance(0.012);
  const spans: Span[] = [];
  let cursor = random.wholeBetween(0, 100 * MINUTE);
  for (const [i, share] of shares.entries()) {
    if (i > 0) cursor += Math.floor(random.between(0, gap));
    if (i > 0 && i === lunchAfter) cursor += random.wholeBetween(30, 60) * MINUTE;
    const seconds = Math.max(1, Math.floor((worked * HOUR * share) / sum));
    const isToTheSecond = seconds < 15 * MINUTE || random.chance(0.6);
    if (runsLate && i === count - 1) {
      spans.push({ ...lateSpan(startsAt(day.date, '22:15', zone), random), isToTheSecond });
      break;
    }
    const step = isToTheSecond ? 1 : 5 * MINUTE;
    const from = Math.ceil(cursor / step) * step;
    cursor = from + Math.max(step, Math.round(seconds / step) * step);
    spans.push({
      start_time: secondsAfter(morning, from),
      end_time: secondsAfter(morning, cursor),
      isToTheSecond,
    });
  }
  return spans;
}

/** Two spans in the last three hours, whatever the time of day, with room for a timer after them. */
function cutMorning(now: Date, random: Random): [Span, Span] {
  const [from, until, again, last] = [
    random.wholeBetween(150, 180),
    random.wholeBetween(115, 125),
    random.wholeBetween(90, 110),
    random.wholeBetween(35, 60),
  ].map((minutes) => minutesBefore(now, minutes)) as [Date, Date, Date, Date];
  return [
    { start_time: from, end_time: until, isToTheSecond: true },
    { start_time: again, end_time: last, isToTheSecond: true },
  ];
}

function lateSpan(evening: Date, random: Random): Omit<Span, 'isToTheSecond'> {
  const start_time = secondsAfter(evening, random.wholeBetween(0, 6) * 5 * MINUTE);
  return {
    start_time,
    end_time: secondsAfter(start_time, random.wholeBetween(25, 36) * 5 * MINUTE),
  };
}

function describe(
  { user_id }: Worker,
  phase: Phase,
  { start_time, end_time, isToTheSecond }: Span,
  random: Random,
): WorkedEntry {
  const open = phase.filter(
    ({ project }) => project.archived_at === null || end_time < project.archived_at,
  );
  const { project } = random.pickWeighted(open);
  const note = random.pick(random.chance(0.2) ? commonNotes : trades[project.plan.trade].notes);
  const hasTask = random.chance(0.65) && project.task_ids.length > 0;
  return {
    user_id,
    project_id: project.id,
    task_id: hasTask ? random.pick(project.task_ids) : null,
    description: note.text,
    start_time,
    end_time,
    breaks: inventBreak(start_time, end_time, random),
    tags: note.tags,
    billable: project.plan.client !== null && !random.chance(0.08),
    source: isToTheSecond ? 'timer' : 'manual',
  };
}

/** Long spans often have a pause in the middle. */
function inventBreak(start_time: Date, end_time: Date, random: Random): string {
  const seconds = (end_time.getTime() - start_time.getTime()) / 1000;
  const [takesOne, minutes] = [random.chance(0.4), random.wholeBetween(5, 15)];
  if (seconds < 75 * MINUTE || !takesOne) return '{}';
  const from = secondsAfter(start_time, Math.floor(seconds / 120) * 60);
  return `{[${from.toISOString()},${secondsAfter(from, minutes * MINUTE).toISOString()})}`;
}

// Asking the time zone is slow, and many people share one.
const starts = new Map<string, Date>();

function startsAt(date: string, time: string, zone: string): Date {
  const key = `${date}T${time}:00 ${zone}`;
  let start = starts.get(key);
  if (!start) {
    start = parseInstant(`${date}T${time}:00`, zone, '');
    if (starts.size > DAYS_IN_YEAR * 100) starts.clear();
    starts.set(key, start);
  }
  return start;
}

function secondsAfter(instant: Date, seconds: number): Date {
  return new Date(instant.getTime() + seconds * 1000);
}

function minutesBefore(instant: Date, minutes: number): Date {
  return secondsAfter(instant, -minutes * MINUTE);
}
