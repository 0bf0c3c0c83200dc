import t from 'tap';
import { type Caller, startHost } from '../fixtures/app.ts';
import { makeClient, makeEntry, makeProject, makeTag, makeTask } from '../fixtures/work.ts';

type Row = Record<string, never>;

async function allPages(caller: Caller, query: string): Promise<Row[]> {
  const rows: Row[] = [];
  let cursor = '';
  do {
    const { status, body, text } = await caller.get(`/reports/detailed?${query}${cursor}`);
    if (status !== 200) throw new Error(text);
    rows.push(...body.data);
    cursor = body.next_cursor ? `&cursor=${body.next_cursor}` : '';
    if (body.next_cursor === null) break;
  } while (rows.length < 1000);
  return rows;
}

t.test('the detailed report', async (t) => {
  const host = await startHost(t);
  const me = await host.person({ time_zone: 'Europe/Berlin', name: 'Ada' });
  const client = await makeClient(host.db, { name: 'Acme' });
  const project = await makeProject(host.db, { name: 'Website', client_id: client });
  const task = await makeTask(host.db, project, { name: 'Design' });
  const tags = [
    await makeTag(host.db, { name: 'remote' }),
    await makeTag(host.db, { name: 'Night' }),
  ];
  const full = await makeEntry(host.db, me.id, ['2025-01-10T09:00Z', '2025-01-10T10:00Z'], {
    project_id: project,
    task_id: task,
    tag_ids: tags,
    description: 'Sketches',
    billable: true,
    hourly_rate: '85.50',
    currency: 'EUR',
  });
  const bare = await makeEntry(host.db, me.id, ['2025-01-11T09:00Z', '2025-01-11T10:00Z']);

  t.test('names everything an entry belongs to', async (t) => {
    const { body } = await me.get('/reports/detailed');
    t.same(body.data[0], {
      id: full,
      user_id: me.id,
      user_name: 'Ada',
      client_id: client,
      client_name: 'Acme',
      project_id: project,
      project_name: 'Website',
      project_color: '#2563eb',
      task_id: task,
      task_name: 'Design',
      description: 'Sketches',
      tag_ids: tags,
      tag_names: ['Night', 'remote'],
      start_time: '2025-01-10T10:00:00+01:00',
      end_time: '2025-01-10T11:00:00+01:00',
      duration_seconds: 3600,
      rounded_seconds: 3600,
      billable: true,
      hourly_rate: '85.50',
      amount: '85.50',
      currency: 'EUR',
    });
    t.match(body.data[1], {
      id: bare,
      client_name: null,
      project_name: null,
      task_name: null,
      tag_names: [],
      amount: null,
    });
    t.equal(body.next_cursor, null);
  });

  t.test('takes the filters of the summary, either order, and a total on request', async (t) => {
    const ids = async (query: string) =>
      (await me.get(`/reports/detailed?${query}`)).body.data.map((row: { id: number }) => row.id);
    t.same(await ids('sort=-start_time'), [bare, full]);
    t.same(await ids(`client_id=${client}`), [full]);
    t.same(await ids(`tag_id=${tags[1]}&billable=true&search=sketch`), [full]);
    t.same(await ids('from=2025-01-11'), [bare]);
    t.equal((await me.get('/reports/detailed?limit=1&include_total=true')).body.total, 2);
    const refused = await me.get('/reports/detailed?from=2025-02-01&to=2025-01-01');
    t.equal(refused.body.code, 'STINT_ERR_REPORT_RANGE_REVERSED');
  });
});

t.test('the pages of a range', async (t) => {
  const host = await startHost(t);
  const me = await host.person({
    time_zone: 'America/Sao_Paulo',
    rounding_mode: 'nearest',
    rounding_minutes: 15,
  });
  const rated = { billable: true, hourly_rate: '33.33', currency: 'EUR' };
  const base = Date.parse('2025-02-27T00:00Z');
  for (let i = 0; i < 40; i++) {
    const start = base + i * 5_000_000;
    // Every seventh lasts days, every third has a break; many start at the same instant as another.
    const end = start + (i % 7 === 0 ? 200_000_000 : 3_000_000 + i * 61_000);
    const pause = [start + 600_000, start + 1_300_000].map((at) => new Date(at).toISOString());
    await makeEntry(
      host.db,
      me.id,
      [new Date(start - (i % 2) * 5_000_000).toISOString(), new Date(end).toISOString()],
      { ...(i % 4 && rated), breaks: i % 3 === 0 ? `{[${pause}]}` : '{}' },
    );
  }
  // One that began long before, and one that ends long after.
  await makeEntry(host.db, me.id, ['2025-02-10T00:00Z', '2025-02-28T12:00Z'], rated);
  await makeEntry(host.db, me.id, ['2025-02-28T20:00Z', '2025-03-20T12:00Z'], rated);

  for (const range of [
    'from=2025-02-27&to=2025-02-28',
    'from=2025-02-28&to=2025-02-28',
    'from=2025-03-01&to=2025-03-05',
    'from=2025-02-01&to=2025-03-31',
  ]) {
    t.test(`add up to the summary: ${range}`, async (t) => {
      const { total } = (await me.get(`/reports/summary?${range}&group_by=day`)).body;
      for (const sort of ['start_time', '-start_time']) {
        const rows = await allPages(me, `${range}&limit=7&sort=${sort}`);
        const add = (field: string) => rows.reduce((all, row) => all + Number(row[field] ?? 0), 0);
        t.equal(rows.length, total.entry_count);
        t.equal(new Set(rows.map((row) => row.id)).size, rows.length);
        t.equal(add('duration_seconds'), total.duration_seconds);
        t.equal(add('rounded_seconds'), total.rounded_seconds);
        t.equal(add('amount').toFixed(2), total.amounts[0]?.amount ?? '0.00');
        const instants = rows.map((row) => Date.parse(row.start_time as never));
        t.same(
          instants,
          instants.toSorted((a, b) => (sort === 'start_time' ? a - b : b - a)),
        );
      }
    });
  }

  t.test('stay in place when entries are added before the cursor', async (t) => {
    const range = 'from=2025-02-01&to=2025-03-31&limit=5';
    const first = (await me.get(`/reports/detailed?${range}`)).body;
    await makeEntry(host.db, me.id, ['2025-02-11T00:00Z', '2025-02-11T01:00Z']);
    const second = (await me.get(`/reports/detailed?${range}&cursor=${first.next_cursor}`)).body;
    const seen = new Set(first.data.map((row: Row) => row.id));
    t.notOk(second.data.some((row: Row) => seen.has(row.id)));
  });
});
