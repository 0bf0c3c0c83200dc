import fc from 'fast-check';
import t from 'tap';
import { Temporal } from 'temporal-polyfill';
import { openZone } from '../../core/imports/zone.ts';

const zones = [
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'America/Sao_Paulo',
  'America/Havana',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Asia/Kathmandu',
  'Africa/Casablanca',
];
const DAY = 86_400_000;

t.test('a wall time is the instant that Temporal says, in every zone and year', (t) => {
  for (const zone of zones) {
    const read = openZone(zone);
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 25_000 }),
        fc.integer({ min: 0, max: 86_399 }),
        (days, seconds) => {
          const plain = new Date(days * DAY + seconds * 1000).toISOString().slice(0, 19);
          const expected = Temporal.PlainDateTime.from(plain).toZonedDateTime(zone);
          const { instants } = read(days * DAY, seconds);
          return instants.includes(expected.epochMilliseconds);
        },
      ),
      { numRuns: 300 },
    );
    t.pass(zone);
  }
  t.end();
});

t.test('a time in the gap of spring is moved, and one that exists twice is both', (t) => {
  const berlin = openZone('Europe/Berlin');
  t.same(berlin(Date.UTC(2024, 2, 31), 2.5 * 3600), {
    instants: [Date.parse('2024-03-31T01:30:00Z')],
    isGap: true,
  });
  t.same(berlin(Date.UTC(2024, 9, 27), 2.5 * 3600), {
    instants: [Date.parse('2024-10-27T00:30:00Z'), Date.parse('2024-10-27T01:30:00Z')],
  });
  t.end();
});

t.test('a midnight that does not exist, and a whole missing day, are gaps', (t) => {
  t.equal(openZone('America/Sao_Paulo')(Date.UTC(2017, 9, 15), 1800).isGap, true);
  t.equal(openZone('America/Sao_Paulo')(Date.UTC(2017, 9, 15), 7200).isGap, undefined);
  t.equal(openZone('Pacific/Apia')(Date.UTC(2011, 11, 30), 36_000).isGap, true);
  t.end();
});
