import fc from 'fast-check';
import t from 'tap';
import { changeTimes, readTimes, timesOf } from '../../ui/components/entry-editor/times.ts';
import { parseDuration, parseTimeOfDay } from '../../ui/data/durations.ts';

t.test('durations are read as people type them', async (t) => {
  const said: Record<string, number | undefined> = {
    '90': 5400,
    '1:30': 5400,
    '1:30:15': 5415,
    '1h30': 5400,
    '1h 30m': 5400,
    '1,5': 5400,
    '1.5h': 5400,
    '90m': 5400,
    '90 min': 5400,
    '2 Std': 7200,
    '45s': 45,
    '0': 0,
    '': undefined,
    soon: undefined,
    '1:75': undefined,
    '-5': undefined,
    '1h30m15x': undefined,
  };
  for (const [text, seconds] of Object.entries(said)) t.equal(parseDuration(text), seconds, text);
});

t.test('times of day are read with and without a colon, in both halves of the day', async (t) => {
  const said: Record<string, string | undefined> = {
    '9': '09:00',
    '930': '09:30',
    '9:30': '09:30',
    '9.30': '09:30',
    '2pm': '14:00',
    '12 am': '00:00',
    '12:05 PM': '12:05',
    '23:59': '23:59',
    '24:00': undefined,
    '13pm': undefined,
    '9:75': undefined,
    noon: undefined,
  };
  for (const [text, time] of Object.entries(said)) t.equal(parseTimeOfDay(text), time, text);
});

const minute = fc.integer({ min: 0, max: 1439 });
const clock = (value: number) =>
  `${String(Math.floor(value / 60)).padStart(2, '0')}:${String(value % 60).padStart(2, '0')}`;

t.test('start, end and duration of an entry always agree', async () => {
  fc.assert(
    fc.property(minute, minute, fc.integer({ min: 0, max: 2880 }), (start, end, minutes) => {
      let times = timesOf('2025-03-29T09:00:00+01:00', null);
      times = changeTimes(times, 'start', clock(start));
      times = changeTimes(times, 'end', clock(end));
      if (!agree(times)) return false;
      times = changeTimes(times, 'duration', String(minutes));
      if (!agree(times)) return false;
      return agree(changeTimes(times, 'start', clock(end)));
    }),
  );
});

function agree(times: ReturnType<typeof timesOf>): boolean {
  const read = readTimes(times);
  if ('fault' in read) return false;
  const span = Date.parse(`${read.end_time}Z`) - Date.parse(`${read.start_time}Z`);
  return span === (parseDuration(times.duration) as number) * 1000;
}
