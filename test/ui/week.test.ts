/** The week's table as data: rows, what is typed into a cell, locked days, and a week done again. */
import fc from 'fast-check';
import t from 'tap';
import type { TimeEntry } from '../../ui/data/wire.ts';
import { parseCell, spanFor } from '../../ui/pages/week/cell-duration.ts';
import { fillRows, keyOf, subjectOf } from '../../ui/pages/week/grid.ts';
import { repeatEntries } from '../../ui/pages/week/last-week.ts';

function entry(fields: Partial<TimeEntry>): TimeEntry {
  return {
    project_id: 1,
    task_id: null,
    tag_ids: [],
    billable: false,
    description: '',
    start_time: '2025-01-27T09:00:00+01:00',
    end_time: '2025-01-27T10:00:00+01:00',
    breaks: [],
    ...fields,
  } as TimeEntry;
}

t.test('a number alone is hours as far as a day goes, and minutes beyond', async (t) => {
  const said: Record<string, number | undefined> = {
    '8': 28_800,
    '24': 86_400,
    '25': 1500,
    '90': 5400,
    '1,5': 5400,
    '1:30': 5400,
    '1h30': 5400,
    '45m': 2700,
    '0': 0,
    ' ': 0,
    later: undefined,
  };
  for (const [text, seconds] of Object.entries(said)) t.equal(parseCell(text), seconds, text);
});

t.test('work and the breaks before its end make the span', async (t) => {
  const noon = entry({
    breaks: [{ start_time: '2025-01-27T12:00:00+01:00', end_time: '2025-01-27T12:30:00+01:00' }],
  });
  t.equal(spanFor(noon, 2 * 3600), 2 * 3600, 'the break comes after it');
  t.equal(spanFor(noon, 3 * 3600), 3 * 3600, 'it ends where the break begins');
  t.equal(spanFor(noon, 4 * 3600), 4.5 * 3600);
  fc.assert(fc.property(fc.nat(86_400), (seconds) => spanFor(noon, seconds) >= seconds));
});

t.test('entries of one subject share a row, in whatever order their tags come', async (t) => {
  const some = [
    entry({ id: 1, tag_ids: [10, 9] }),
    entry({ id: 2, tag_ids: [9, 10], start_time: '2025-01-27T08:00:00+01:00' }),
    entry({ id: 3, tag_ids: [9, 10], billable: true }),
    entry({ id: 4, tag_ids: [910] }),
  ];
  t.equal(new Set(some.map((one) => keyOf(subjectOf(one)))).size, 3);
  const [row] = fillRows([subjectOf(some[0] as TimeEntry)], some, ['2025-01-26', '2025-01-27']);
  t.same(
    row?.cells.map(({ entries }) => entries.map(({ id }) => id)),
    [[], [2, 1]],
  );
});

t.test('a week is done again by the clock on the wall, into empty cells only', async (t) => {
  const before = [
    entry({ description: 'Tour' }),
    entry({ project_id: 2 }),
    entry({ project_id: 3, end_time: null }),
  ];
  const now = [entry({ project_id: 2, start_time: '2025-02-03T15:00:00+01:00' })];
  t.match(repeatEntries(before, now), [
    {
      project_id: 1,
      description: 'Tour',
      start_time: '2025-02-03T09:00:00',
      end_time: '2025-02-03T10:00:00',
    },
  ]);
  t.equal(repeatEntries(before, now).length, 1);
});
