import t from 'tap';
import { startHost } from '../fixtures/app.ts';
import { changeSettings, makeClient, makeProject, makeTag, makeTask } from '../fixtures/work.ts';

t.test('recording time', async (t) => {
  const host = await startHost(t);
  const berliner = await host.person({ time_zone: 'Europe/Berlin' });
  const project = await makeProject(host.db);

  t.test("reads naive timestamps in the user's zone and answers with its offset", async (t) => {
    const created = await berliner.post('/time-entries', {
      project_id: project,
      start_time: '2025-01-27T09:00:00',
      end_time: '2025-01-27T17:00:00',
    });
    t.equal(created.status, 201);
    t.match(created.body, {
      project_id: project,
      user_id: berliner.id,
      start_time: '2025-01-27T09:00:00+01:00',
      end_time: '2025-01-27T17:00:00+01:00',
      duration_seconds: 8 * 3600,
      billable: true,
      source: 'manual',
      version: 1,
    });
    t.equal(created.headers.location, `/api/v1/time-entries/${created.body.id}`);
    const row = await host.db('time_entries').where({ id: created.body.id }).first();
    t.equal(row.start_time.toISOString(), '2025-01-27T08:00:00.000Z');
  });

  t.test('takes the first of two equal local times when the clock goes back', async (t) => {
    const { body } = await berliner.post('/time-entries', {
      start_time: '2024-10-27T02:30:00',
      end_time: '2024-10-27T03:00:00',
    });
    t.equal(body.start_time, '2024-10-27T02:30:00+02:00');
    t.equal(body.duration_seconds, 5400);
  });

  t.test(
    'accepts a start with a duration, an end with a duration, a duration alone, a day with a duration',
    async (t) => {
      const from = await berliner.post('/time-entries', {
        start_time: '2025-01-20T09:00:00',
        duration_seconds: 60,
      });
      t.equal(from.body.end_time, '2025-01-20T09:01:00+01:00');
      const to = await berliner.post('/time-entries', {
        end_time: '2025-01-20T12:00:00',
        duration_seconds: 60,
      });
      t.equal(to.body.start_time, '2025-01-20T11:59:00+01:00');
      const alone = await berliner.post('/time-entries', { duration_seconds: 600 });
      t.equal(alone.body.end_time, '2025-01-27T13:00:00+01:00');
      const day = await berliner.post('/time-entries', {
        date: '2025-01-21',
        duration_seconds: 3600,
      });
      t.equal(day.body.start_time, '2025-01-21T09:00:00+01:00');
      const next = await berliner.post('/time-entries', {
        date: '2025-01-21',
        duration_seconds: 3600,
      });
      t.equal(next.body.start_time, '2025-01-21T10:00:00+01:00');
      const whole = await berliner.post('/time-entries', {
        date: '2025-01-22',
        duration_seconds: 20 * 3600,
      });
      t.equal(whole.body.start_time, '2025-01-22T04:00:00+01:00');
    },
  );

  t.test('does not count breaks', async (t) => {
    const { body } = await berliner.post('/time-entries', {
      start_time: '2025-01-15T09:00:00',
      end_time: '2025-01-15T17:00:00',
      breaks: [
        { start_time: '2025-01-15T15:00:00', end_time: '2025-01-15T15:15:00' },
        { start_time: '2025-01-15T12:00:00', end_time: '2025-01-15T12:30:00' },
      ],
    });
    t.equal(body.duration_seconds, 8 * 3600 - 45 * 60);
    t.same(body.breaks[0], {
      start_time: '2025-01-15T12:00:00+01:00',
      end_time: '2025-01-15T12:30:00+01:00',
    });
  });

  const bad: [string, object, number, string, string][] = [
    ['nothing at all', {}, 422, 'STINT_ERR_ENTRY_SPAN', '/start_time'],
    [
      'an end before the start',
      { start_time: '2025-01-02T10:00:00', end_time: '2025-01-02T09:00:00' },
      422,
      'STINT_ERR_ENTRY_SPAN',
      '/end_time',
    ],
    [
      'a start that is no time',
      { start_time: 'yesterday!', end_time: '2025-01-02T09:00:00' },
      400,
      'STINT_ERR_INSTANT_INVALID',
      '/start_time',
    ],
    [
      '32 days',
      { start_time: '2025-01-01T00:00:00', end_time: '2025-02-02T00:00:00' },
      422,
      'STINT_ERR_ENTRY_TOO_LONG',
      '/end_time',
    ],
    [
      'a break outside',
      {
        start_time: '2025-01-01T10:00:00',
        end_time: '2025-01-01T11:00:00',
        breaks: [{ start_time: '2025-01-01T10:50:00', end_time: '2025-01-01T11:10:00' }],
      },
      422,
      'STINT_ERR_BREAK_OUTSIDE',
      '/breaks/0',
    ],
    [
      'an unknown project',
      { project_id: 99999, duration_seconds: 60 },
      422,
      'STINT_ERR_PROJECT_UNUSABLE',
      '/project_id',
    ],
    [
      'an unknown task',
      { task_id: 99999, duration_seconds: 60 },
      422,
      'STINT_ERR_TASK_UNUSABLE',
      '/task_id',
    ],
    [
      'an unknown tag',
      { tag_ids: [99999], duration_seconds: 60 },
      422,
      'STINT_ERR_TAG_UNKNOWN',
      '/tag_ids',
    ],
    [
      'a rate of its own choice',
      { duration_seconds: 60, hourly_rate: '999.00' },
      400,
      'STINT_ERR_REQUEST_INVALID',
      '/hourly_rate',
    ],
    [
      'somebody else',
      { user_id: 1_000_000, duration_seconds: 60 },
      403,
      'STINT_ERR_USER_UNUSABLE',
      '/user_id',
    ],
  ];
  for (const [what, body, status, code, pointer] of bad) {
    t.test(`refuses ${what}, names the field, and writes nothing`, async (t) => {
      const before = await host.db('time_entries').count('* as n').first();
      const refused = await berliner.post('/time-entries', body);
      t.equal(refused.status, status);
      t.equal(refused.body.code, code);
      t.equal(refused.body.errors[0].pointer, pointer);
      t.same(await host.db('time_entries').count('* as n').first(), before);
    });
  }
});

t.test('where time may be tracked', async (t) => {
  const host = await startHost(t);
  const member = await host.person();
  const manager = await host.person({ role: 'manager' });
  const admin = await host.person({ role: 'admin' });
  const closed = await makeProject(host.db, { visibility: 'members' });
  const archived = await makeProject(host.db, { archived_at: new Date() });
  const open = await makeProject(host.db, { billable: false });

  t.test('a project of its members only is refused to others as if it did not exist', async (t) => {
    const refused = await member.post('/time-entries', {
      project_id: closed,
      duration_seconds: 60,
    });
    t.equal(refused.body.code, 'STINT_ERR_PROJECT_UNUSABLE');
    await host.db('project_members').insert({ project_id: closed, user_id: member.id });
    t.equal(
      (await member.post('/time-entries', { project_id: closed, duration_seconds: 60 })).status,
      201,
    );
  });

  t.test('an archived project takes no more time', async (t) => {
    const refused = await admin.post('/time-entries', {
      project_id: archived,
      duration_seconds: 60,
    });
    t.equal(refused.body.code, 'STINT_ERR_PROJECT_ARCHIVED');
  });

  t.test('a task brings its project, and must be of the project that is named', async (t) => {
    const task = await makeTask(host.db, open);
    const other = await makeProject(host.db);
    const { body } = await member.post('/time-entries', { task_id: task, duration_seconds: 60 });
    t.match(body, { project_id: open, task_id: task, billable: false });
    const refused = await member.post('/time-entries', {
      task_id: task,
      project_id: other,
      duration_seconds: 60,
    });
    t.equal(refused.body.code, 'STINT_ERR_TASK_UNUSABLE');
  });

  t.test(
    'a manager records time for others on projects they belong to, an administrator anywhere',
    async (t) => {
      const input = { user_id: member.id, project_id: open, duration_seconds: 60 };
      t.equal((await manager.post('/time-entries', input)).status, 403);
      await host.db('project_members').insert({ project_id: open, user_id: manager.id });
      const made = await manager.post('/time-entries', input);
      t.equal(made.status, 201);
      t.equal(made.body.user_id, member.id);
      t.equal(
        (await admin.post('/time-entries', { user_id: member.id, duration_seconds: 60 })).status,
        201,
      );
      t.equal(
        (await member.post('/time-entries', { user_id: admin.id, duration_seconds: 60 })).status,
        403,
      );
    },
  );

  t.test('others see an entry only if they are of its team', async (t) => {
    const stranger = await host.person({ role: 'manager' });
    const peer = await host.person();
    const { body } = await member.post('/time-entries', { project_id: open, duration_seconds: 60 });
    for (const [caller, status] of [
      [member, 200],
      [manager, 200],
      [admin, 200],
      [stranger, 404],
      [peer, 404],
    ] as const) {
      t.equal((await caller.get(`/time-entries/${body.id}`)).status, status);
      t.equal(
        (await caller.patch(`/time-entries/${body.id}`, { description: 'x' })).status,
        status,
      );
      t.equal((await caller.get(`/time-entries/${body.id}/history`)).status, status);
      const { body: list } = await caller.get('/time-entries?limit=200');
      t.equal(
        list.data.some((e: { id: number }) => e.id === body.id),
        status === 200,
      );
    }
    t.equal((await peer.delete(`/time-entries/${body.id}`)).status, 404);
    t.equal((await peer.post('/time-entries/bulk-delete', { ids: [body.id] })).status, 404);
  });
});

t.test('rates', async (t) => {
  const host = await startHost(t);
  const person = await host.person();
  await changeSettings(host.db, { default_hourly_rate: '40.00' });
  const client = await makeClient(host.db, { hourly_rate: '60.00', currency: 'USD' });
  const bare = await makeProject(host.db, { client_id: client });
  const rated = await makeProject(host.db, { client_id: client, hourly_rate: '80.10' });
  const own = await makeProject(host.db, { client_id: client, hourly_rate: '80.10' });
  await host
    .db('project_members')
    .insert({ project_id: own, user_id: person.id, hourly_rate: '99.99' });

  t.test('resolve member, project, client, default, in exact decimals', async (t) => {
    const rate = async (project_id: number | null) => {
      const { body } = await person.post('/time-entries', { project_id, duration_seconds: 60 });
      return [body.hourly_rate, body.currency];
    };
    t.same(await rate(own), ['99.99', 'USD']);
    t.same(await rate(rated), ['80.10', 'USD']);
    t.same(await rate(bare), ['60.00', 'USD']);
    t.same(await rate(null), ['40.00', 'EUR']);
  });

  t.test('of what is recorded stay, until they are recalculated on purpose', async (t) => {
    const { body } = await person.post('/time-entries', {
      project_id: rated,
      duration_seconds: 60,
    });
    await host.db('projects').where({ id: rated }).update({ hourly_rate: '100.00' });
    t.equal(
      (await person.patch(`/time-entries/${body.id}`, { description: 'later' })).body.hourly_rate,
      '80.10',
    );
    const again = await person.post('/time-entries/bulk-update', {
      ids: [body.id],
      set: { recalculate_rate: true },
    });
    t.equal(again.body.data[0].hourly_rate, '100.00');
    t.equal(
      (await person.patch(`/time-entries/${body.id}`, { project_id: own })).body.hourly_rate,
      '99.99',
    );
  });
});

t.test('editing', async (t) => {
  const host = await startHost(t);
  const person = await host.person({ time_zone: 'Europe/Berlin' });
  const make = async (fields: object = {}) =>
    (
      await person.post('/time-entries', {
        start_time: '2025-01-27T09:00:00',
        end_time: '2025-01-27T11:00:00',
        ...fields,
      })
    ).body;

  t.test('moves start and end, and drops what is left of breaks outside', async (t) => {
    const entry = await make({
      breaks: [{ start_time: '2025-01-27T10:00:00', end_time: '2025-01-27T10:30:00' }],
    });
    const moved = await person.patch(`/time-entries/${entry.id}`, {
      end_time: '2025-01-27T10:10:00',
    });
    t.equal(moved.body.duration_seconds, 3600);
    t.equal(moved.body.breaks[0].end_time, '2025-01-27T10:10:00+01:00');
    const longer = await person.patch(`/time-entries/${entry.id}`, {
      duration_seconds: 7200,
      breaks: [],
    });
    t.match(longer.body, {
      end_time: '2025-01-27T11:00:00+01:00',
      duration_seconds: 7200,
      version: 3,
    });
  });

  t.test('on stale data is refused', async (t) => {
    const entry = await make();
    const etag = (await person.get(`/time-entries/${entry.id}`)).headers.etag as string;
    t.equal(
      (await person.patch(`/time-entries/${entry.id}`, { description: 'a' }, { 'if-match': etag }))
        .status,
      200,
    );
    const stale = await person.patch(
      `/time-entries/${entry.id}`,
      { description: 'b' },
      { 'if-match': etag },
    );
    t.equal(stale.status, 412);
    t.equal(stale.body.code, 'STINT_ERR_VERSION_MISMATCH');
    t.equal((await person.delete(`/time-entries/${entry.id}`, { 'if-match': etag })).status, 412);
  });

  t.test('is remembered: who changed what, and from what', async (t) => {
    const admin = await host.person({ role: 'admin', name: 'Ada' });
    const entry = await make();
    await admin.patch(`/time-entries/${entry.id}`, {
      description: 'Review',
      end_time: '2025-01-27T11:30:00+01:00',
    });
    const { body } = await person.get(`/time-entries/${entry.id}/history`);
    t.same(
      body.data.map((item: { action: string }) => item.action),
      ['entry.created', 'entry.updated'],
    );
    t.equal(body.data[1].actor_name, 'Ada');
    t.same(body.data[1].changes.description, ['', 'Review']);
    t.same(body.data[1].changes.duration_seconds, [7200, 9000]);
  });

  t.test('twenty edits at once all happen, one after the other', async (t) => {
    const entry = await make();
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, i) =>
        person.patch(`/time-entries/${entry.id}`, { description: `edit ${i}` }),
      ),
    );
    t.same([...new Set(answers.map((a) => a.status))], [200]);
    t.equal((await person.get(`/time-entries/${entry.id}`)).body.version, 11);
    t.equal((await person.get(`/time-entries/${entry.id}/history`)).body.data.length, 11);
  });

  t.test('splits an entry and its breaks so that the parts sum to the whole', async (t) => {
    const entry = await make({
      breaks: [{ start_time: '2025-01-27T09:50:00', end_time: '2025-01-27T10:20:00' }],
      description: 'both',
    });
    const { body } = await person.post(`/time-entries/${entry.id}/split`, {
      at: '2025-01-27T10:00:00',
    });
    const [first, second] = body.data;
    t.equal(first.duration_seconds, 50 * 60);
    t.equal(second.duration_seconds, 40 * 60);
    t.equal(first.duration_seconds + second.duration_seconds, entry.duration_seconds);
    t.equal(second.description, 'both');
    t.equal(
      (await person.post(`/time-entries/${entry.id}/split`, { at: '2025-01-27T12:00:00' })).body
        .code,
      'STINT_ERR_ENTRY_SPAN',
    );
  });

  t.test('duplicates an entry to another time', async (t) => {
    const entry = await make({
      description: 'again',
      breaks: [{ start_time: '2025-01-27T10:00:00', end_time: '2025-01-27T10:30:00' }],
    });
    const copy = await person.post(`/time-entries/${entry.id}/duplicate`, {
      start_time: '2025-01-28T14:00:00',
    });
    t.equal(copy.status, 201);
    t.match(copy.body, {
      description: 'again',
      start_time: '2025-01-28T14:00:00+01:00',
      duration_seconds: 5400,
    });
    t.equal(copy.body.breaks[0].start_time, '2025-01-28T15:00:00+01:00');
  });

  t.test('deletes so that it can be undone', async (t) => {
    const entry = await make();
    t.equal((await person.delete(`/time-entries/${entry.id}`)).status, 204);
    t.equal((await person.get(`/time-entries/${entry.id}`)).status, 404);
    const tombstones = await person.get('/time-entries?include_deleted=true&limit=200');
    t.ok(tombstones.body.data.find((e: { id: number }) => e.id === entry.id).deleted_at);
    t.equal((await person.post(`/time-entries/${entry.id}/restore`)).status, 200);
    t.equal((await person.get(`/time-entries/${entry.id}`)).status, 200);
    t.equal((await person.post(`/time-entries/${entry.id}/restore`)).status, 404);
  });
});

t.test('overlaps', async (t) => {
  const host = await startHost(t);
  const person = await host.person();
  const nine = { start_time: '2025-01-27T09:00:00Z', end_time: '2025-01-27T10:00:00Z' };
  const halfPast = { start_time: '2025-01-27T09:30:00Z', end_time: '2025-01-27T10:30:00Z' };

  t.test('are warned of by default', async (t) => {
    const first = await person.post('/time-entries', nine);
    t.equal(first.body.warnings, undefined);
    const second = await person.post('/time-entries', halfPast);
    t.equal(second.status, 201);
    t.match(second.body.warnings, [{ code: 'overlap', detail: new RegExp(`${first.body.id}`) }]);
  });

  t.test('pass in silence where they are allowed', async (t) => {
    await changeSettings(host.db, { overlap_policy: 'allow' });
    t.equal((await person.post('/time-entries', nine)).body.warnings, undefined);
  });

  t.test(
    'are refused where they are forbidden, also when written at once, and touching is no overlap',
    async (t) => {
      await changeSettings(host.db, { overlap_policy: 'forbid' });
      const other = await host.person();
      const answers = await Promise.all(
        Array.from({ length: 8 }, () => other.post('/time-entries', nine)),
      );
      t.same(answers.map((a) => a.status).sort(), [201, 409, 409, 409, 409, 409, 409, 409]);
      t.equal(answers.find((a) => a.status === 409)?.body.code, 'STINT_ERR_ENTRY_OVERLAP');
      t.equal((await other.post('/time-entries', halfPast)).status, 409);
      const after = await other.post('/time-entries', {
        start_time: '2025-01-27T10:00:00Z',
        end_time: '2025-01-27T11:00:00Z',
      });
      t.equal(after.status, 201);
      t.equal(
        (
          await other.patch(`/time-entries/${after.body.id}`, {
            start_time: '2025-01-27T09:59:00Z',
          })
        ).status,
        409,
      );
    },
  );
});

t.test('locked periods', async (t) => {
  const host = await startHost(t);
  const person = await host.person();
  const admin = await host.person({ role: 'admin' });
  const { body: old } = await person.post('/time-entries', {
    start_time: '2024-12-30T09:00:00Z',
    duration_seconds: 60,
  });
  await host.db('period_locks').insert({ ends_on: '2024-12-31', reason: 'year closed' });

  t.test(
    'take no new, changed, moved or deleted entries, except from administrators',
    async (t) => {
      const refused = await person.post('/time-entries', {
        start_time: '2024-12-31T09:00:00Z',
        duration_seconds: 60,
      });
      t.equal(refused.body.code, 'STINT_ERR_PERIOD_LOCKED');
      t.match(refused.body.detail, /year closed/);
      t.equal((await person.patch(`/time-entries/${old.id}`, { description: 'x' })).status, 409);
      t.equal(
        (
          await person.patch(`/time-entries/${old.id}`, {
            start_time: '2025-01-02T09:00:00Z',
            duration_seconds: 60,
          })
        ).status,
        409,
      );
      t.equal((await person.delete(`/time-entries/${old.id}`)).status, 409);
      const { body: fresh } = await person.post('/time-entries', {
        start_time: '2025-01-02T09:00:00Z',
        duration_seconds: 60,
      });
      t.equal(
        (
          await person.patch(`/time-entries/${fresh.id}`, {
            start_time: '2024-12-31T09:00:00Z',
            duration_seconds: 60,
          })
        ).status,
        409,
      );
      t.equal(
        (await admin.patch(`/time-entries/${old.id}`, { description: 'corrected' })).status,
        200,
      );
    },
  );
});

t.test('bulk changes', async (t) => {
  const host = await startHost(t);
  const person = await host.person();
  const [a, b] = [await makeTag(host.db), await makeTag(host.db)];
  const entries = [1, 2, 3].map((hour) => ({
    start_time: `2025-01-27T0${hour}:00:00Z`,
    duration_seconds: 60,
    tag_ids: [a],
  }));

  t.test('create all, edit all, delete all, each with its event', async (t) => {
    const created = await person.post('/time-entries/bulk-create', { entries });
    t.equal(created.status, 201);
    const ids = created.body.data.map((entry: { id: number }) => entry.id);
    const edited = await person.post('/time-entries/bulk-update', {
      ids,
      set: { description: 'all', add_tag_ids: [b], remove_tag_ids: [a] },
    });
    t.same(
      edited.body.data.map((e: { tag_ids: number[]; description: string }) => [
        e.description,
        e.tag_ids,
      ]),
      [
        ['all', [b]],
        ['all', [b]],
        ['all', [b]],
      ],
    );
    t.equal((await person.post('/time-entries/bulk-delete', { ids })).status, 204);
    const events = await host
      .db('events')
      .whereIn('entity_id', ids)
      .where({ entity_type: 'time_entry' });
    t.equal(events.length, 9);
  });

  t.test('happen for all or for none, and name the one at fault', async (t) => {
    const refused = await person.post('/time-entries/bulk-create', {
      entries: [entries[0], { start_time: 'nonsense!!', duration_seconds: 1 }],
    });
    t.equal(refused.status, 400);
    t.equal(refused.body.errors[0].pointer, '/entries/1/start_time');
    t.equal((await person.get('/time-entries')).body.data.length, 0);
  });
});

t.test('the list of entries', async (t) => {
  const host = await startHost(t);
  const person = await host.person();
  const client = await makeClient(host.db);
  const project = await makeProject(host.db, { client_id: client });
  const tag = await makeTag(host.db);
  for (let i = 0; i < 9; i += 1) {
    await person.post('/time-entries', {
      start_time: `2025-01-0${1 + (i % 3)}T0${i}:00:00Z`,
      duration_seconds: 60,
      ...(i < 4 && { project_id: project }),
      ...(i === 0 && { tag_ids: [tag], description: 'Needle 100%' }),
    });
  }
  const count = async (query: string) =>
    (await person.get(`/time-entries?limit=200&${query}`)).body.data.length;

  t.test('filters by what entries are about and when they start', async (t) => {
    t.equal(await count(''), 9);
    t.equal(await count(`project_id=${project}`), 4);
    t.equal(await count(`client_id=${client}`), 4);
    t.equal(await count(`project_id=${project}&project_id=99`), 4);
    t.equal(await count(`tag_id=${tag}`), 1);
    t.equal(await count('search=needle'), 1);
    t.equal(await count('billable=true'), 4);
    t.equal(await count('running=true'), 0);
    t.equal(await count('from=2025-01-02T00:00:00Z&to=2025-01-03T00:00:00Z'), 3);
    t.equal(await count('modified_after=2025-01-27T12:00:01Z'), 0);
    t.equal(await count('modified_after=2025-01-27T12:00:00Z'), 9);
  });

  t.test('pages through everything once, whichever way it is sorted', async (t) => {
    for (const sort of ['start_time', '-start_time', 'updated_at', '-updated_at']) {
      const seen: number[] = [];
      let cursor = '';
      do {
        const { body } = await person.get(
          `/time-entries?limit=2&sort=${sort}${cursor && `&cursor=${cursor}`}`,
        );
        seen.push(...body.data.map((entry: { id: number }) => entry.id));
        cursor = body.next_cursor;
      } while (cursor);
      t.equal(seen.length, 9, sort);
      t.equal(new Set(seen).size, 9, sort);
    }
  });

  t.test('shows rounded time beside the raw time', async (t) => {
    await host
      .db('users')
      .where({ id: person.id })
      .update({ rounding_mode: 'up', rounding_minutes: 15 });
    const { body } = await person.get('/time-entries?limit=1');
    t.match(body.data[0], { duration_seconds: 60, rounded_seconds: 900 });
  });
});

t.test(
  'the event of an entry shows it as the API does: exact money, breaks as spans',
  async (t) => {
    const host = await startHost(t);
    const person = await host.person();
    const project = await makeProject(host.db, { hourly_rate: '80.10' });
    const { body } = await person.post('/time-entries', {
      project_id: project,
      start_time: '2025-01-27T09:00:00Z',
      end_time: '2025-01-27T10:00:00Z',
      breaks: [{ start_time: '2025-01-27T09:10:00Z', end_time: '2025-01-27T09:20:00Z' }],
    });
    const { data } = await host
      .db('events')
      .where({ entity_type: 'time_entry', entity_id: body.id })
      .first();
    const { rounded_seconds: _read, idle_asked_at: _asked, ...shown } = body;
    t.match(data, shown);
    t.equal(data.exclusive, undefined);
  },
);
