/** Series of a chart: nothing of the time is lost, whatever is put together. */
import t from 'tap';
import { seriesOf, totalOf } from '../../ui/pages/reports/series.ts';

type Summary = Parameters<typeof seriesOf>[0];
type Group = Summary['groups'][number];

const words = {
  nameOf: ({ name }: { name?: string | null }) => name ?? 'None',
  rest: 'Others',
  billable: 'Billable',
  unbilled: 'Not billable',
};
const measures = (duration_seconds: number, billable_seconds = 0) => ({
  duration_seconds,
  rounded_seconds: duration_seconds,
  billable_seconds,
  entry_count: 1,
  amounts: [],
});
const summaryOf = (groups: Group[]) => ({ groups }) as unknown as Summary;
const project = (id: number | null, seconds: number) => ({
  key: { type: 'project' as const, id, name: id === null ? null : `Project ${id}` },
  ...measures(seconds),
});
const starts = ['2025-01-27', '2025-01-28', '2025-01-29'];

t.test('without another group it is what is billable and what is not', async (t) => {
  const series = seriesOf(
    summaryOf([
      { key: { type: 'day', date: '2025-01-27' }, ...measures(3600, 3600) },
      { key: { type: 'day', date: '2025-01-29' }, ...measures(7200, 1800) },
    ]),
    starts,
    words,
  );
  t.same(
    series.map(({ name, seconds }) => [name, seconds]),
    [
      ['Billable', [3600, 0, 1800]],
      ['Not billable', [0, 0, 5400]],
    ],
  );
});

t.test('the largest come first, and those beyond are one', async (t) => {
  const first = [null, 1, 2, 3, 4, 5, 6, 7].map((id, index) => project(id, (index + 1) * 60));
  const series = seriesOf(
    summaryOf([
      { key: { type: 'day', date: '2025-01-27' }, ...measures(2160), groups: first },
      { key: { type: 'day', date: '2025-01-28' }, ...measures(60), groups: [project(7, 60)] },
    ]),
    starts,
    words,
  );
  t.equal(series.length, 7);
  t.same(series[0]?.seconds, [480, 60, 0]);
  t.match(series.at(-1), { name: 'Others', isRest: true, seconds: [180, 0, 0] });
  t.equal(
    series.reduce((sum, one) => sum + totalOf(one), 0),
    2220,
  );
});
