import t from 'tap';
import { type Caller, startHost } from '../fixtures/app.ts';
import {
  changeSettings,
  makeClient,
  makeEntry,
  makeProject,
  makeTag,
  makeTask,
} from '../fixtures/work.ts';

interface Line {
  key: Record<string, unknown>;
  duration_seconds: number;
  rounded_seconds: number;
  billable_seconds: number;
  entry_count: number;
  amounts: { currency: string; amount: string }[];
  groups?: Line[];
}

/** What a summary says, as short as a test can read it: name or date, then seconds. */
function short(lines: Line[]): unknown[] {
  return lines.map((line) => {
    const label = 'date' in line.key ? line.key.date : line.key.name;
    return line.groups
      ? [label, line.duration_seconds, short(line.groups)]
      : [label, line.duration_seconds];
  });
}

async function summary(caller: Caller, query: string): Promise<{ groups: Line[]; total: Line }> {
  const answer = await caller.get(`/reports/summary?${query}`);
  if (answer.status !== 200) throw new Error(answer.text);
  return answer.body;
}

const rated = { billable: true, hourly_rate: '90.00', currency: 'EUR' };

t.test('a summary', async (t) => {
  const host = await startHost(t);
  const me = await host.person({ time_zone: 'Europe/Berlin', name: 'Ada' });
  const client = await makeClient(host.db, { name: 'Acme' });
  const website = await makeProject(host.db, { name: 'Website', client_id: client });
  const app = await makeProject(host.db, { name: 'App', color: '#aa0000' });
  const task = await makeTask(host.db, website, { name: 'Design' });
  const tags = [
    await makeTag(host.db, { name: 'remote', color: '#00aa00' }),
    await makeTag(host.db, { name: 'night' }),
  ];
  await makeEntry(host.db, me.id, ['2025-01-06T09:00+01:00', '2025-01-06T11:00+01:00'], {
    ...rated,
    project_id: website,
    task_id: task,
    tag_ids: tags,
    description: 'Sketches',
  });
  await makeEntry(host.db, me.id, ['2025-01-06T12:00+01:00', '2025-01-06T13:00+01:00'], {
    project_id: app,
    tag_ids: [tags[0]],
  });
  // Crosses midnight into a Tuesday, with a break around it.
  await makeEntry(host.db, me.id, ['2025-01-13T23:00+01:00', '2025-01-14T01:00+01:00'], {
    ...rated,
    project_id: website,
    breaks: '{["2025-01-13T23:50+01:00","2025-01-14T00:10+01:00")}',
  });
  await makeEntry(host.db, me.id, ['2025-01-20T09:00+01:00', '2025-01-20T09:30+01:00']);

  t.test('covers the current month by project, longest first', async (t) => {
    const { status, body } = await me.get('/reports/summary');
    t.equal(status, 200);
    t.match(body, { from: '2025-01-01', to: '2025-01-31', time_zone: 'Europe/Berlin' });
    t.same(short(body.groups), [
      ['Website', 7200 + 6000],
      ['App', 3600],
      [null, 1800],
    ]);
    t.same(body.groups[0], {
      key: { type: 'project', id: website, name: 'Website', color: '#2563eb' },
      duration_seconds: 13_200,
      rounded_seconds: 13_200,
      billable_seconds: 13_200,
      entry_count: 2,
      amounts: [{ currency: 'EUR', amount: '330.00' }],
    });
    t.same(body.groups[2].key, { type: 'project', id: null, name: null, color: null });
    t.same(body.total, {
      duration_seconds: 18_600,
      rounded_seconds: 18_600,
      billable_seconds: 13_200,
      entry_count: 4,
      amounts: [{ currency: 'EUR', amount: '330.00' }],
    });
  });

  t.test('nests two dimensions, dates in order', async (t) => {
    const byClient = await summary(me, 'group_by=client,day');
    t.same(short(byClient.groups), [
      [
        'Acme',
        13_200,
        [
          ['2025-01-06', 7200],
          ['2025-01-13', 3000],
          ['2025-01-14', 3000],
        ],
      ],
      [
        null,
        5400,
        [
          ['2025-01-06', 3600],
          ['2025-01-20', 1800],
        ],
      ],
    ]);
    t.same(
      byClient.groups[0]?.groups?.map((day) => day.entry_count),
      [1, 1, 1],
    );
    t.equal(byClient.groups[0]?.entry_count, 2, 'the entry over midnight is one entry');
    const byTask = await summary(me, 'group_by=task&group_by=user');
    t.same(short(byTask.groups), [
      [null, 11_400, [['Ada', 11_400]]],
      ['Design', 7200, [['Ada', 7200]]],
    ]);
  });

  t.test('of months and weeks counts an entry over midnight once in each', async (t) => {
    const { groups } = await summary(me, 'group_by=month,day');
    t.equal(groups[0]?.entry_count, 4);
    const weeks = await summary(me, 'group_by=week,day');
    t.same(
      weeks.groups.map((week) => [week.key.date, week.entry_count]),
      [
        ['2025-01-06', 2],
        ['2025-01-13', 1],
        ['2025-01-20', 1],
      ],
    );
  });

  t.test(
    "starts weeks on the asker's day, and names them by it even before the range",
    async (t) => {
      const sunday = await host.person({
        time_zone: 'Europe/Berlin',
        week_start: 7,
        role: 'admin',
      });
      const { groups } = await summary(sunday, 'group_by=week&from=2025-01-14&to=2025-01-20');
      t.same(short(groups), [
        ['2025-01-12', 3000],
        ['2025-01-19', 1800],
      ]);
    },
  );

  t.test('by tag counts an entry under each of its tags, and once in the total', async (t) => {
    const { groups, total } = await summary(me, 'group_by=tag,day');
    t.same(short(groups), [
      ['remote', 10_800, [['2025-01-06', 10_800]]],
      [
        null,
        7800,
        [
          ['2025-01-13', 3000],
          ['2025-01-14', 3000],
          ['2025-01-20', 1800],
        ],
      ],
      ['night', 7200, [['2025-01-06', 7200]]],
    ]);
    t.equal(groups[0]?.key.color, '#00aa00');
    t.equal(total.duration_seconds, 18_600);
    t.equal(total.entry_count, 4);
    const days = await summary(me, 'group_by=day,tag');
    t.same(short(days.groups)[0], [
      '2025-01-06',
      10_800,
      [
        ['remote', 10_800],
        ['night', 7200],
      ],
    ]);
    t.equal(days.groups[0]?.entry_count, 2);
  });

  t.test('takes filters', async (t) => {
    const seconds = async (query: string) => (await summary(me, query)).total.duration_seconds;
    t.equal(await seconds(`project_id=${app}`), 3600);
    t.equal(await seconds(`project_id=${app}&project_id=${website}`), 16_800);
    t.equal(await seconds(`client_id=${client}`), 13_200);
    t.equal(await seconds(`task_id=${task}`), 7200);
    t.equal(await seconds(`tag_id=${tags[0]}`), 10_800);
    t.equal(await seconds('billable=false'), 5400);
    t.equal(await seconds('search=SKETCH'), 7200);
    t.equal(await seconds('search=%25'), 0);
    t.equal(await seconds('from=2025-01-14&to=2025-01-14'), 3000);
    t.equal(await seconds('from=2025-01-07&to=2025-01-13'), 3000);
    t.equal(await seconds('from=2025-02-01'), 0);
    t.equal(await seconds('to=2025-01-06'), 10_800);
  });

  t.test('leaves out what runs and what is deleted', async (t) => {
    const other = await host.person();
    await makeEntry(host.db, other.id, ['2025-01-27T08:00Z', null]);
    await makeEntry(host.db, other.id, ['2025-01-26T08:00Z', '2025-01-26T09:00Z'], {
      deleted_at: '2025-01-26T10:00Z',
    });
    const { groups, total } = await summary(other, 'group_by=day');
    t.same(groups, []);
    t.match(total, { duration_seconds: 0, entry_count: 0, amounts: [] });
  });

  t.test('counts an entry where it has work, and one without any where it starts', async (t) => {
    const other = await host.person({ time_zone: 'Europe/Berlin' });
    await makeEntry(host.db, other.id, ['2025-01-03T17:00+01:00', '2025-01-06T09:00+01:00'], {
      breaks: '{["2025-01-03T18:00+01:00","2025-01-06T08:00+01:00")}',
    });
    await makeEntry(host.db, other.id, ['2025-01-10T22:00+01:00', '2025-01-11T02:00+01:00'], {
      breaks: '{["2025-01-10T22:00+01:00","2025-01-11T02:00+01:00")}',
    });
    await makeEntry(host.db, other.id, ['2025-01-12T00:00+01:00', '2025-01-12T00:00+01:00']);
    const { groups } = await summary(other, 'group_by=day');
    t.same(
      groups.map((day) => [day.key.date, day.duration_seconds, day.entry_count]),
      [
        ['2025-01-03', 3600, 1],
        ['2025-01-06', 3600, 1],
        ['2025-01-10', 0, 1],
        ['2025-01-12', 0, 1],
      ],
    );
    const weekend = 'from=2025-01-04&to=2025-01-05';
    t.equal((await summary(other, weekend)).total.entry_count, 0);
    t.same((await other.get(`/reports/detailed?${weekend}`)).body.data, []);
    t.equal((await summary(other, 'from=2025-01-11&to=2025-01-11')).total.entry_count, 0);
  });
});

t.test('money and rounding', async (t) => {
  const host = await startHost(t);
  const me = await host.person({ time_zone: 'Europe/Berlin' });
  const both = await host.person({ role: 'admin', time_zone: 'Europe/Berlin' });
  const minutes = (day: number, count: number, columns: object) =>
    makeEntry(
      host.db,
      me.id,
      [`2025-01-${day}T10:00Z`, `2025-01-${day}T10:${String(count).padStart(2, '0')}Z`],
      columns,
    );
  await minutes(10, 7, rated);
  await minutes(11, 8, { ...rated, hourly_rate: '100.00', currency: 'USD' });
  await minutes(12, 1, { ...rated, hourly_rate: '0.30' });
  await minutes(13, 20, { ...rated, hourly_rate: null });
  await minutes(14, 20, { ...rated, billable: false });

  t.test('is summed for each currency, never across', async (t) => {
    const { total, groups } = await summary(me, 'group_by=user,day');
    // 7 minutes at 90 are 10.50; a minute at 0.30 is half a cent, which rounds up.
    t.same(total.amounts, [
      { currency: 'EUR', amount: '10.51' },
      { currency: 'USD', amount: '13.33' },
    ]);
    t.equal(total.entry_count, 5);
    t.equal(total.billable_seconds, 36 * 60);
    t.same(groups[0]?.amounts, total.amounts);
    t.same(groups[0]?.groups?.[3]?.amounts, []);
  });

  t.test("follows the user's rounding, else the instance's, entry by entry", async (t) => {
    await changeSettings(host.db, { rounding_mode: 'up', rounding_minutes: 15 });
    const up = await summary(both, 'group_by=day');
    t.equal(up.total.rounded_seconds, (15 + 15 + 15 + 30 + 30) * 60);
    t.equal(up.total.duration_seconds, 56 * 60);
    t.same(up.total.amounts, [
      { currency: 'EUR', amount: '22.58' },
      { currency: 'USD', amount: '25.00' },
    ]);
    await host.db('users').where({ id: me.id }).update({ rounding_mode: 'nearest' });
    t.equal((await summary(both, '')).total.rounded_seconds, (0 + 15 + 0 + 15 + 15) * 60);
    await host.db('users').where({ id: me.id }).update({ rounding_minutes: 10 });
    t.equal((await summary(both, '')).total.rounded_seconds, (10 + 10 + 0 + 20 + 20) * 60);
    await host.db('users').where({ id: me.id }).update({ rounding_mode: 'none' });
    t.equal((await summary(both, '')).total.rounded_seconds, 56 * 60);
  });

  t.test('stays exact where the product leaves 64 bits', async (t) => {
    const rich = await host.person();
    await makeEntry(host.db, rich.id, ['2024-01-01T00:00Z', '2025-01-03T01:00Z'], {
      ...rated,
      hourly_rate: '9999999999.99',
    });
    const query = 'from=2024-01-01&to=2025-01-31&group_by=day';
    const { total } = await summary(rich, query);
    const hours = 24 * 368 + 1;
    const cents = BigInt(hours) * 999_999_999_999n;
    t.same(total.amounts, [
      { currency: 'EUR', amount: `${cents / 100n}.${String(cents % 100n).padStart(2, '0')}` },
    ]);
  });
});

t.test('who sees what', async (t) => {
  const host = await startHost(t);
  const [admin, manager, member, outsider] = [
    await host.person({ role: 'admin' }),
    await host.person({ role: 'manager' }),
    await host.person(),
    await host.person(),
  ];
  const team = await makeProject(host.db, { name: 'Team' });
  await host.db('project_members').insert([
    { project_id: team, user_id: manager.id },
    { project_id: team, user_id: member.id },
  ]);
  const day: [string, string] = ['2025-01-10T10:00Z', '2025-01-10T11:00Z'];
  await makeEntry(host.db, member.id, day, { project_id: team });
  await makeEntry(host.db, member.id, day);
  await makeEntry(host.db, manager.id, day);
  await makeEntry(host.db, outsider.id, day);

  t.test('is decided by role and team, in every report', async (t) => {
    for (const [caller, hours] of [
      [admin, 4],
      [manager, 2],
      [member, 2],
      [outsider, 1],
    ] as const) {
      const { total } = await summary(caller, '');
      t.equal(total.duration_seconds, hours * 3600);
      t.equal((await caller.get('/reports/detailed')).body.data.length, hours);
      const csv = await caller.get('/reports/detailed.csv');
      t.equal(csv.text.trimEnd().split('\r\n').length, hours + 1);
    }
  });

  t.test('makes a filter on somebody out of sight find nothing', async (t) => {
    const hidden = await member.get(`/reports/summary?user_id=${outsider.id}`);
    t.equal(hidden.status, 200);
    t.match(hidden.body, { groups: [], total: { entry_count: 0 } });
    const seen = await manager.get(`/reports/summary?user_id=${member.id}`);
    t.equal(seen.body.total.entry_count, 1);
  });

  t.test('needs the scope read:reports', async (t) => {
    const narrow = await host.person({ scopes: ['read:time_entries'] });
    for (const path of ['summary', 'summary.csv', 'detailed', 'detailed.csv']) {
      const refused = await narrow.get(`/reports/${path}`);
      t.equal(refused.status, 403);
      t.equal(refused.body.code, 'STINT_ERR_SCOPE_MISSING');
    }
  });
});

t.test('what cannot be answered is refused with its field', async (t) => {
  const host = await startHost(t);
  const me = await host.person();
  for (const [query, code, pointer, detail] of [
    ['from=2025-02-01&to=2025-01-01', 'RANGE_REVERSED', '/to', /2025-01-01/],
    ['from=2010-01-01&to=2025-01-01', 'RANGE_TOO_LONG', '/to', /5480 days/],
    ['group_by=project,colour', 'DIMENSION_UNKNOWN', '/group_by', /"colour"/],
    ['group_by=', 'DIMENSION_UNKNOWN', '/group_by', /""/],
    ['group_by=project,project', 'DIMENSION_COUNT', '/group_by', /project, project/],
    ['group_by=project,user,day', 'DIMENSION_COUNT', '/group_by', /project, user, day/],
  ] as const) {
    for (const path of ['summary', 'summary.csv']) {
      const refused = await me.get(`/reports/${path}?${query}`);
      t.equal(refused.status, 400, query);
      t.match(refused.headers['content-type'], /^application\/problem\+json/);
      t.equal(refused.body.code, `STINT_ERR_REPORT_${code}`);
      t.equal(refused.body.errors[0].pointer, pointer);
      t.match(refused.body.detail, detail);
    }
  }
  for (const query of ['from=2025-02-30', 'from=0000-01-01', 'user_id=x', 'colour=red']) {
    t.equal((await me.get(`/reports/summary?${query}`)).body.code, 'STINT_ERR_REQUEST_INVALID');
  }
  t.equal((await me.get('/reports/summary?from=2015-01-01&to=2025-01-07')).status, 200);
});
