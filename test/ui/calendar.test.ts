/** Entries as the calendar draws them, and what dragging them means. */
import fc from 'fast-check';
import t from 'tap';
import type { TimeEntry } from '../../ui/data/wire.ts';
import {
  breakShares,
  drawEntry,
  moveEntry,
  resizeEntry,
} from '../../ui/pages/calendar/drawn-entry.ts';

const NOW = '2025-10-26T12:00:00+01:00';

function entry(start_time: string, end_time: string | null, breaks: TimeEntry['breaks'] = []) {
  return { id: 7, start_time, end_time, paused_at: null, breaks } as unknown as TimeEntry;
}

t.test('an entry is drawn where the clock on the wall stood', async (t) => {
  const day = entry('2025-01-28T10:00:00+01:00', '2025-01-28T12:00:00+01:00');
  const drawn = { id: '7', start: '2025-01-28T10:00:00Z', end: '2025-01-28T12:00:00Z' };
  t.same(drawEntry(day, NOW), drawn);
  t.equal(drawEntry(entry('2025-10-26T10:00:00+01:00', null), NOW).end, '2025-10-26T12:00:00Z');
});

t.test('it never ends before it starts, also in the hour that is repeated', async (t) => {
  const night = entry('2025-10-26T02:45:00+02:00', '2025-10-26T02:15:00+01:00');
  t.equal(drawEntry(night, NOW).end, '2025-10-26T03:15:00.000Z', 'as long as it lasted');
  const instant = entry('2025-01-28T10:00:00+01:00', '2025-01-28T10:00:00+01:00');
  const { start, end } = drawEntry(instant, NOW);
  t.ok(Date.parse(end) > Date.parse(start));
});

t.test('moving keeps durations and breaks', async () => {
  const lunch = {
    start_time: '2025-01-28T12:00:00+01:00',
    end_time: '2025-01-28T12:30:00+01:00',
  };
  const day = entry('2025-01-28T10:00:00+01:00', '2025-01-28T17:00:00+01:00', [lunch]);
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 4_000_000_000_000 }), (start) => {
      const moved = moveEntry(day, start);
      const at = (text: string | undefined) => Date.parse(text as string) - start;
      const pause = moved.breaks?.[0];
      return (
        at(moved.start_time) === 0 &&
        at(moved.end_time) === 7 * 3_600_000 &&
        at(pause?.start_time) === 2 * 3_600_000 &&
        at(pause?.end_time) === 2.5 * 3_600_000
      );
    }),
  );
});

t.test('pulling one edge says nothing of the other', async (t) => {
  const drawn = { start: '2025-01-28T10:00:00Z', end: '2025-01-28T12:00:00Z' };
  const instantAt = (wall: string) => Date.parse(wall) - 3_600_000;
  t.same(resizeEntry(drawn, { ...drawn, end: '2025-01-28T13:00:00Z' }, instantAt), {
    end_time: '2025-01-28T12:00:00.000Z',
  });
  t.same(resizeEntry(drawn, { ...drawn, start: '2025-01-28T09:30:00Z' }, instantAt), {
    start_time: '2025-01-28T08:30:00.000Z',
  });
});

t.test('breaks are shares of the part that is drawn', async (t) => {
  const night = entry('2025-01-28T22:00:00+01:00', '2025-01-29T02:00:00+01:00', [
    { start_time: '2025-01-28T23:30:00+01:00', end_time: '2025-01-29T00:30:00+01:00' },
  ]);
  const midnight = '2025-01-29T00:00:00Z';
  t.same(breakShares(night, '2025-01-28T22:00:00Z', midnight), [{ from: 0.75, to: 1 }]);
  t.same(breakShares(night, midnight, '2025-01-29T02:00:00Z'), [{ from: 0, to: 0.25 }]);
});
