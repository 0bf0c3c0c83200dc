/** The plans of reports on 100 000 entries: what is asked about little reads little. */
import type { Knex } from 'knex';
import t from 'tap';
import type { Context } from '../../core/infra/context.ts';
import { cutPeriod } from '../../core/reports/cuts.ts';
import { detailedEntries } from '../../core/reports/detailed-statement.ts';
import { type Dimension, isUnit } from '../../core/reports/dimensions.ts';
import { readPeriod } from '../../core/reports/period.ts';
import type { ReportFilters } from '../../core/reports/schema.ts';
import { findEarliest, selectEntries } from '../../core/reports/selection.ts';
import { summaryStatement } from '../../core/reports/summary-statement.ts';
import { defaultSettings } from '../../core/settings/schema.ts';
import { startHost } from '../fixtures/app.ts';

interface Node {
  'Node Type': string;
  'Relation Name'?: string;
  'Index Name'?: string;
  'Actual Rows': number;
  'Actual Loops': number;
  'Rows Removed by Filter'?: number;
  Plans?: Node[];
}

/** Every node of the plan of `query`, as it ran. */
async function explain(db: Knex, query: Knex.Raw | Knex.QueryBuilder): Promise<Node[]> {
  const { sql, bindings } = query.toSQL();
  const { rows } = await db.raw(`EXPLAIN (ANALYZE, FORMAT JSON) ${sql}`, bindings as never);
  const flatten = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(flatten)];
  return flatten(rows[0]['QUERY PLAN'][0].Plan);
}

const indexes = (nodes: Node[]) => new Set(nodes.flatMap((node) => node['Index Name'] ?? []));
const scansAll = (nodes: Node[]) =>
  nodes.some((n) => n['Relation Name'] === 'time_entries' && /Seq Scan/.test(n['Node Type']));
const entriesRead = (nodes: Node[]) =>
  nodes
    .filter((node) => node['Relation Name'] === 'time_entries')
    .reduce(
      (all, node) =>
        all + (node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0)) * node['Actual Loops'],
      0,
    );

t.test('on 100 000 entries', async (t) => {
  const host = await startHost(t);
  const { db, clock } = host;
  await db.raw(`
    INSERT INTO users (email, name, role)
      SELECT 'u' || i || '@example.com', 'User ' || i, 'admin' FROM generate_series(1, 50) i`);
  await db.raw(`
    INSERT INTO projects (name, color) SELECT 'Project ' || i, '#112233' FROM generate_series(1, 100) i`);
  await db.raw(`
    INSERT INTO time_entries (user_id, project_id, start_time, end_time)
      SELECT 1 + i % 50, 1 + i * 7 % 100, at, at + make_interval(secs => 300 + i * 37 % 9000)
      FROM (SELECT i, timestamptz '2024-01-01' + i * interval '630 seconds' AS at
            FROM generate_series(1, 100000) i) made`);
  // A few that last for days.
  await db.raw(`
    INSERT INTO time_entries (user_id, start_time, end_time)
      SELECT i, timestamptz '2024-03-01', timestamptz '2024-03-04' FROM generate_series(1, 50) i`);
  await db.raw('ANALYZE');

  const context: Context = {
    db,
    clock,
    settings: defaultSettings,
    actor: { user_id: 1, role: 'admin', via: 'test', time_zone: 'Europe/Berlin', week_start: 1 },
  };

  function summaryPlan(filters: ReportFilters, ...dimensions: Dimension[]) {
    const period = readPeriod(context, filters);
    const statement = summaryStatement(context, {
      selection: selectEntries(context, filters, period),
      dimensions,
      cuts: cutPeriod(period, dimensions.filter(isUnit), context.actor),
      levels: [0, 1, 2].slice(0, dimensions.length + 1),
    });
    return explain(db, statement);
  }

  async function pagePlan(filters: ReportFilters, order = '') {
    const period = readPeriod(context, filters);
    const selection = selectEntries(context, filters, period);
    const earliest = await findEarliest(context, selection);
    const list = detailedEntries(context, { ...selection, earliest }, period)
      .orderByRaw(`e.start_time ${order}, e.id ${order}`)
      .limit(51);
    return explain(db, list.toKnexQuery());
  }

  const month = { from: '2025-03-01', to: '2025-03-31' };

  t.test('a month of one user is found by user and start', async (t) => {
    const nodes = await summaryPlan({ ...month, user_id: [7] }, 'project', 'day');
    t.ok(indexes(nodes).has('time_entries_user_start'));
    t.notOk(scansAll(nodes));
    t.ok(entriesRead(nodes) < 300, `${entriesRead(nodes)} read`);
  });

  t.test('a month of one project is found by project and start', async (t) => {
    const nodes = await summaryPlan({ ...month, project_id: [7] }, 'user', 'week');
    t.ok(indexes(nodes).has('time_entries_project_start'));
    t.notOk(scansAll(nodes));
    t.ok(entriesRead(nodes) < 300, `${entriesRead(nodes)} read`);
  });

  t.test('a day of everybody is found by start', async (t) => {
    const day = { from: '2025-03-05', to: '2025-03-05' };
    const nodes = await summaryPlan(day, 'user', 'project');
    t.ok(indexes(nodes).has('time_entries_start'));
    t.notOk(scansAll(nodes));
    t.ok(entriesRead(nodes) < 600, `${entriesRead(nodes)} read`);
  });

  t.test('a summary reads each entry of its period once', async (t) => {
    const nodes = await summaryPlan({ from: '2024-01-01', to: '2024-12-31' }, 'project', 'month');
    const { count } = await db('time_entries')
      .where('start_time', '<', '2025-01-01')
      .count()
      .first<{ count: number }>();
    t.ok(entriesRead(nodes) < 100_050 + 0.01 * count, `${entriesRead(nodes)} read`);
  });

  t.test('a page of the list reads a page, first or last', async (t) => {
    const year = { from: '2024-03-02', to: '2025-03-01' };
    for (const filters of [year, { ...year, user_id: [7] }]) {
      for (const order of ['', 'DESC']) {
        const nodes = await pagePlan(filters, order);
        t.notOk(scansAll(nodes));
        t.ok(entriesRead(nodes) < 700, `${entriesRead(nodes)} read`);
      }
    }
  });

  t.test('a summary of too many groups is refused, and its CSV is not', async (t) => {
    const admin = await host.person({ role: 'admin', email: 'admin@example.com' });
    const query = 'from=2024-01-01&to=2025-12-31&group_by=day,project';
    const refused = await admin.get(`/reports/summary?${query}`);
    t.equal(refused.status, 422);
    t.equal(refused.body.code, 'STINT_ERR_REPORT_TOO_LARGE');
    const { text } = await admin.get(`/reports/summary.csv?${query}`);
    t.ok(text.split('\r\n').length > 70_000);
  });
});
