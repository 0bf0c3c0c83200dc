/** The sum of the parts is the whole, in zones where days are not what one thinks. Reckoned again in JavaScript. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import t from 'tap';
import { Temporal } from 'temporal-polyfill';
import { type Caller, startHost, type TestHost } from '../fixtures/app.ts';

interface Entry {
  start: number;
  breaks: [number, number][];
  end: number;
  rate: number | null;
}

// Zone, and the instant around which something odd happens to its clocks.
const oddities: [zone: string, around: string][] = [
  ['Europe/Berlin', '2025-03-30T01:00Z'],
  ['Europe/Berlin', '2025-10-26T01:00Z'],
  ['America/Sao_Paulo', '2018-11-04T03:00Z'],
  ['America/Sao_Paulo', '2018-02-18T02:00Z'],
  ['Australia/Lord_Howe', '2025-04-05T15:00Z'],
  ['Australia/Lord_Howe', '2025-10-04T15:30Z'],
  ['Pacific/Apia', '2011-12-30T10:00Z'],
  // Midnight comes twice.
  ['America/Havana', '2024-11-03T05:00Z'],
  // The clock goes back over midnight: a day has two beginnings.
  ['America/St_Johns', '2010-11-07T02:31Z'],
  ['UTC', '2025-02-28T23:00Z'],
];

const HOUR = 3600;

/** Seconds of work by local day; a day begins at its first instant. */
function workByDay(entry: Entry, zone: string): Map<string, number> {
  const days = new Map<string, number>();
  let day = Temporal.Instant.fromEpochMilliseconds(entry.start * 1000)
    .toZonedDateTimeISO(zone)
    .toPlainDate()
    .subtract({ days: 1 });
  const startOf = (date: Temporal.PlainDate) =>
    date.toZonedDateTime({ timeZone: zone }).epochMilliseconds / 1000;
  while (startOf(day) < entry.end) {
    const next = day.add({ days: 1 });
    const clip = ([from, to]: [number, number]) =>
      Math.max(0, Math.min(to, startOf(next)) - Math.max(from, startOf(day)));
    const paused = entry.breaks.reduce((sum, pause) => sum + clip(pause), 0);
    const work = clip([entry.start, entry.end]) - paused;
    if (work > 0) days.set(day.toString(), work);
    day = next;
  }
  return days;
}

function entryAround(around: number): fc.Arbitrary<Entry> {
  return fc
    .record({
      offset: fc.integer({ min: -60 * HOUR, max: 60 * HOUR }),
      // Spans and pauses in turn; mostly short, some of days.
      pieces: fc.array(
        fc.oneof(fc.integer({ min: 1, max: 5 * HOUR }), fc.integer({ min: 1, max: 3 * 24 * HOUR })),
        { minLength: 1, maxLength: 5 },
      ),
      rate: fc.option(fc.integer({ min: 0, max: 99_999 })),
    })
    .map(({ offset, pieces, rate }) => {
      const marks = [around + offset];
      for (const piece of pieces) marks.push((marks.at(-1) as number) + piece);
      const breaks: [number, number][] = [];
      for (let i = 1; i + 1 < marks.length; i += 2)
        breaks.push([marks[i] as number, marks[i + 1] as number]);
      return { start: marks[0] as number, end: marks.at(-1) as number, breaks, rate };
    });
}

const iso = (seconds: number) => new Date(seconds * 1000).toISOString();

async function replaceEntries(host: TestHost, caller: Caller, entries: Entry[]): Promise<void> {
  await host.db('time_entries').where({ user_id: caller.id }).delete();
  await host.db('time_entries').insert(
    entries.map(({ start, end, breaks, rate }) => ({
      user_id: caller.id,
      start_time: iso(start),
      end_time: iso(end),
      breaks: `{${breaks.map(([from, to]) => `[${iso(from)},${iso(to)})`).join(',')}}`,
      billable: rate !== null,
      hourly_rate:
        rate === null ? null : `${Math.floor(rate / 100)}.${String(rate % 100).padStart(2, '0')}`,
      currency: 'EUR',
    })),
  );
}

function rangeAround(around: number): { from: string; to: string } {
  const day = Temporal.Instant.fromEpochMilliseconds(around * 1000)
    .toZonedDateTimeISO('UTC')
    .toPlainDate();
  return { from: day.subtract({ days: 40 }).toString(), to: day.add({ days: 40 }).toString() };
}

const cents = (amount: string | undefined | null) => Math.round(Number(amount ?? 0) * 100);

t.test('entries divided at midnight', async (t) => {
  const host = await startHost(t);

  for (const [zone, instant] of oddities) {
    const around = Date.parse(instant) / 1000;
    const range = rangeAround(around);

    t.test(`add up, day by day, in ${zone} around ${instant}`, async (t) => {
      const me = await host.person({ time_zone: zone, rounding_mode: 'up', rounding_minutes: 7 });
      await fc.assert(
        fc.asyncProperty(
          fc.array(entryAround(around), { minLength: 1, maxLength: 4 }),
          fc.integer({ min: -3, max: 3 }),
          async (entries, edge) => {
            await replaceEntries(host, me, entries);
            const query = `from=${range.from}&to=${range.to}`;
            const { body } = await me.get(`/reports/summary?group_by=day&${query}`);

            const expected = new Map<string, number>();
            for (const entry of entries)
              for (const [day, seconds] of workByDay(entry, zone))
                expected.set(day, (expected.get(day) ?? 0) + seconds);
            const found = body.groups.map(
              (group: { key: { date: string }; duration_seconds: number }) => [
                group.key.date,
                group.duration_seconds,
              ],
            );
            assert.deepEqual(
              found,
              [...expected].sort(([a], [b]) => (a < b ? -1 : 1)),
            );

            // What two halves of the range say is what the whole says, wherever it is cut.
            const cut = Temporal.Instant.fromEpochMilliseconds(around * 1000)
              .toZonedDateTimeISO('UTC')
              .toPlainDate()
              .add({ days: edge });
            const early = `from=${range.from}&to=${cut}`;
            const late = `from=${cut.add({ days: 1 })}&to=${range.to}`;
            const halves = [
              (await me.get(`/reports/summary?${early}`)).body.total,
              (await me.get(`/reports/summary?${late}`)).body.total,
            ];
            const sum = (read: (total: typeof body.total) => number) =>
              halves.reduce((all, total) => all + read(total), 0);
            for (const measure of ['duration_seconds', 'rounded_seconds', 'billable_seconds']) {
              assert.equal(
                sum((total) => total[measure]),
                body.total[measure],
                measure,
              );
              const ofDays = body.groups.reduce((all: number, day: never) => all + day[measure], 0);
              assert.equal(ofDays, body.total[measure], measure);
            }
            assert.equal(
              sum((total) => cents(total.amounts[0]?.amount)),
              cents(body.total.amounts[0]?.amount),
            );
            assert.equal(body.total.entry_count, entries.length);

            // The rounded time and the amount of the whole are those of undivided entries.
            const { rows } = await host.db.raw(
              `SELECT sum(duration_seconds)::int AS seconds, sum(rounded_seconds(duration_seconds, 'up', 7))::int AS rounded,
                 sum(round(rounded_seconds(duration_seconds, 'up', 7) * hourly_rate / 3600, 2)) AS amount
               FROM time_entries WHERE user_id = ?`,
              [me.id],
            );
            assert.equal(body.total.duration_seconds, rows[0].seconds);
            assert.equal(body.total.rounded_seconds, rows[0].rounded);
            assert.equal(cents(body.total.amounts[0]?.amount), cents(rows[0].amount));

            // The list of either half adds up to its summary.
            for (const [half, total] of [
              [early, halves[0]],
              [late, halves[1]],
            ]) {
              const { data } = (await me.get(`/reports/detailed?${half}`)).body;
              const add = (field: string) =>
                data.reduce(
                  (all: number, row: Record<string, number>) => all + (row[field] as number),
                  0,
                );
              assert.equal(add('duration_seconds'), total.duration_seconds);
              assert.equal(add('rounded_seconds'), total.rounded_seconds);
              assert.equal(data.length, total.entry_count);
            }
          },
        ),
        { numRuns: 25 },
      );
      t.pass('for 25 sets of entries');
    });
  }

  t.test('fill days of 23, 25 and 24.5 hours, and leave a missing one out', async (t) => {
    const days = async (zone: string, start: string, end: string, query: string) => {
      const me = await host.person({ time_zone: zone });
      await host.db('time_entries').insert({ user_id: me.id, start_time: start, end_time: end });
      const { body } = await me.get(`/reports/summary?group_by=day&${query}`);
      return body.groups.map((group: { key: { date: string }; duration_seconds: number }) => [
        group.key.date,
        group.duration_seconds / HOUR,
      ]);
    };
    t.same(
      await days(
        'Europe/Berlin',
        '2025-03-29T12:00Z',
        '2025-03-31T12:00Z',
        'from=2025-03-30&to=2025-03-30',
      ),
      [['2025-03-30', 23]],
    );
    t.same(
      await days(
        'Europe/Berlin',
        '2025-10-25T12:00Z',
        '2025-10-27T12:00Z',
        'from=2025-10-26&to=2025-10-26',
      ),
      [['2025-10-26', 25]],
    );
    t.same(
      await days(
        'Australia/Lord_Howe',
        '2025-04-04T12:00Z',
        '2025-04-07T12:00Z',
        'from=2025-04-06&to=2025-04-06',
      ),
      [['2025-04-06', 24.5]],
    );
    t.same(
      await days(
        'Pacific/Apia',
        '2011-12-29T10:00Z',
        '2012-01-01T10:00Z',
        'from=2011-12-29&to=2011-12-31',
      ),
      [
        ['2011-12-29', 24],
        ['2011-12-31', 24],
      ],
    );
  });
});
