import fc from 'fast-check';
import t from 'tap';
import {
  parseDate,
  parseDuration,
  parseTime,
  possibleOrders,
} from '../../core/imports/wall-time.ts';

const day = (text: string) => Date.parse(`${text}T00:00:00Z`);

t.test('dates are read in the order of the file', (t) => {
  t.equal(parseDate('2024-03-04', 'YMD'), day('2024-03-04'));
  t.equal(parseDate('2024/3/4', 'YMD'), day('2024-03-04'));
  t.equal(parseDate('03/04/2024', 'MDY'), day('2024-03-04'));
  t.equal(parseDate('03/04/2024', 'DMY'), day('2024-04-03'));
  t.equal(parseDate('3.4.2024', 'DMY'), day('2024-04-03'));
  t.end();
});

t.test('dates that do not exist, are of another order or far away are none', (t) => {
  for (const text of [
    '2024-02-30',
    '2023-02-29',
    '2024-13-01',
    '2024-00-10',
    '0024-03-04',
    '2500-01-01',
    '24-03-04',
    '2024-03/04',
    '',
    '2024-03-04x',
  ]) {
    t.equal(parseDate(text, 'YMD'), undefined, text);
  }
  t.equal(parseDate('13/04/2024', 'MDY'), undefined);
  t.equal(parseDate('2024-03-04', 'DMY'), undefined);
  t.end();
});

t.test('the order of a date shows where a number is no month, or in dots', (t) => {
  t.same(possibleOrders('2024-03-04'), ['YMD']);
  t.same(possibleOrders('13/04/2024'), ['DMY']);
  t.same(possibleOrders('04/13/2024'), ['MDY']);
  t.same(possibleOrders('03/04/2024'), ['MDY', 'DMY']);
  t.same(possibleOrders('03.04.2024'), ['DMY']);
  t.equal(possibleOrders('soon').length, 3);
  t.end();
});

t.test('times of day may have 12 or 24 hours, with or without seconds', (t) => {
  for (const [text, seconds] of [
    ['00:00', 0],
    ['9:05', 32_700],
    ['23:59:59', 86_399],
    ['12:00 AM', 0],
    ['12:30 PM', 45_000],
    ['1:05pm', 47_100],
    ['10:23:52 a.m.', 37_432],
    ['09:00:00.999', 32_400],
  ] as const) {
    t.equal(parseTime(text), seconds, text);
  }
  for (const text of [
    '24:00',
    '9',
    '9:5',
    '9:60',
    '13:00 PM',
    '0:30 AM',
    '09:00:61',
    '-1:00',
    'noon',
    '',
  ]) {
    t.equal(parseTime(text), undefined, text);
  }
  t.end();
});

t.test('durations may be longer than a day and never negative', (t) => {
  fc.assert(
    fc.property(fc.nat(99_999), fc.nat(59), fc.nat(59), (h, m, s) => {
      const two = (n: number) => String(n).padStart(2, '0');
      t.equal(parseDuration(`${h}:${two(m)}:${two(s)}`), h * 3600 + m * 60 + s);
      t.equal(parseDuration(`${two(h)}:${two(m)}`), h * 3600 + m * 60);
    }),
    { numRuns: 50 },
  );
  for (const text of ['-1:00:00', '1:60:00', '1.5', '90', ''])
    t.equal(parseDuration(text), undefined, text);
  t.end();
});
