/** The days of a report by name, and the stretches beside them. */
import t from 'tap';
import {
  chartUnit,
  daysBefore,
  daysOf,
  firstDays,
  shift,
  unitAround,
} from '../../ui/pages/reports/period.ts';

// A Wednesday.
const calendar = { today: '2025-01-29', week_start: 1 };
const days = (from: string, to: string) => ({ from, to });

t.test('every name has its days, over the ends of years', async (t) => {
  t.same(daysOf('today', calendar), days('2025-01-29', '2025-01-29'));
  t.same(daysOf('yesterday', calendar), days('2025-01-28', '2025-01-28'));
  t.same(daysOf('week', calendar), days('2025-01-27', '2025-02-02'));
  t.same(daysOf('week', { ...calendar, week_start: 7 }), days('2025-01-26', '2025-02-01'));
  t.same(daysOf('last-week', calendar), days('2025-01-20', '2025-01-26'));
  t.same(daysOf('month', calendar), days('2025-01-01', '2025-01-31'));
  t.same(daysOf('last-month', calendar), days('2024-12-01', '2024-12-31'));
  t.same(daysOf('quarter', calendar), days('2025-01-01', '2025-03-31'));
  t.same(daysOf('last-quarter', calendar), days('2024-10-01', '2024-12-31'));
  t.same(daysOf('year', calendar), days('2025-01-01', '2025-12-31'));
  t.same(daysOf('last-year', calendar), days('2024-01-01', '2024-12-31'));
  t.same(unitAround('month', '2024-02-10', 1), days('2024-02-01', '2024-02-29'));
});

t.test('beside whole units are whole units, beside other days as many days', async (t) => {
  t.same(shift(days('2025-01-01', '2025-01-31'), 1, 1), days('2025-02-01', '2025-02-28'));
  t.same(shift(days('2025-03-01', '2025-03-31'), -1, 1), days('2025-02-01', '2025-02-28'));
  t.same(shift(days('2024-10-01', '2024-12-31'), 1, 1), days('2025-01-01', '2025-03-31'));
  t.same(shift(days('2025-01-10', '2025-01-12'), -1, 1), days('2025-01-07', '2025-01-09'));
});

t.test('what is not over is compared with as many days', async (t) => {
  t.same(daysBefore(daysOf('month', calendar), calendar), days('2024-12-01', '2024-12-29'));
  t.same(daysBefore(daysOf('week', calendar), calendar), days('2025-01-20', '2025-01-22'));
  t.same(daysBefore(daysOf('last-month', calendar), calendar), days('2024-11-01', '2024-11-30'));
  const march = { ...calendar, today: '2025-03-30' };
  t.same(daysBefore(daysOf('month', march), march), days('2025-02-01', '2025-02-28'));
});

t.test('a chart has some dozens of bars at most, each with the day it begins', async (t) => {
  t.equal(chartUnit(days('2025-01-01', '2025-01-31')), 'day');
  t.equal(chartUnit(days('2025-01-01', '2025-03-31')), 'week');
  t.equal(chartUnit(days('2025-01-01', '2025-12-31')), 'month');
  t.same(firstDays('week', days('2025-01-29', '2025-02-04'), 1), ['2025-01-27', '2025-02-03']);
  t.equal(firstDays('month', days('2024-12-31', '2025-02-01'), 1).length, 3);
});
