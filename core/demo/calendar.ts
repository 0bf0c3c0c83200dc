/** Which days of the demo's year somebody works: holidays by zone, weekends, and time off. */
import { addDays } from '../infra/instants.ts';
import type { Random } from './random.ts';

export const DAYS_IN_YEAR = 365;

export interface WorkDay {
  /** `YYYY-MM-DD` in the person's zone. */
  date: string;
  /** How full it is: 1 for an ordinary day. */
  weight: number;
}

const everywhere = ['01-01', '12-25', '12-26'];
const byZone: Record<string, string[]> = {
  'Europe/Berlin': ['05-01', '10-03', '12-24', '12-31'],
  'America/New_York': ['06-19', '07-04', '11-11'],
  'Asia/Kolkata': ['01-26', '08-15', '10-02'],
  'Australia/Lord_Howe': ['01-26', '04-25'],
};

/** The days with work among the `DAYS_IN_YEAR` that end with `lastDay`, the oldest first. */
export function listWorkDays(lastDay: string, zone: string, random: Random): WorkDay[] {
  const holidays = new Set([...everywhere, ...(byZone[zone] ?? [])]);
  const timeOff = [
    { from: random.wholeBetween(20, 100), days: 7 },
    { from: random.wholeBetween(150, 220), days: 14 },
    { from: random.wholeBetween(270, 330), days: 5 },
  ];
  const days: WorkDay[] = [];
  for (let i = 0; i < DAYS_IN_YEAR; i += 1) {
    const date = addDays(lastDay, i + 1 - DAYS_IN_YEAR);
    // Drawn in any case: a holiday must not change what the days after it are like.
    const fullness = random.between(0.75, 1.25);
    const worksOnWeekend = random.chance(0.05);
    if (holidays.has(date.slice(5))) continue;
    if (timeOff.some(({ from, days }) => i >= from && i < from + days)) continue;
    if (!isWeekend(date)) days.push({ date, weight: fullness });
    else if (worksOnWeekend) days.push({ date, weight: fullness / 4 });
  }
  return days;
}

export function isWeekend(date: string): boolean {
  return [0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay());
}
