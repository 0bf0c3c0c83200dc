import t from 'tap';
import { startHost } from '../fixtures/app.ts';
import { csvOf, importCsv, importForGood } from '../fixtures/import-csv.ts';

t.test('the rows of a file', async (t) => {
  const host = await startHost(t);
  const admin = await host.person({ role: 'admin', time_zone: 'Europe/Berlin' });
  const entries = async () =>
    (await host.db('time_entries').orderBy('id')) as {
      start_time: Date;
      end_time: Date;
      description: string;
    }[];
  t.beforeEach(async () => {
    await host.db.raw('TRUNCATE time_entries, imported_rows, imports');
  });

  const bad: [string, string, string, string | null, string][] = [
    ['a start is missing', 'start,end', ',2024-05-06T09:00', 'start', 'required'],
    [
      'an end and a duration are missing',
      'start,end,duration',
      '2024-05-06T09:00,,',
      'end',
      'required',
    ],
    ['the start is no time', 'start,duration', 'tomorrow,1:00', 'start', 'instant_invalid'],
    ['the start is a day', 'start,duration', '2024-05-06,1:00', 'start', 'instant_invalid'],
    ['the day does not exist', 'start,duration', '2024-02-30T09:00,1:00', 'start', 'date_invalid'],
    ['the day is before 1970', 'start,duration', '1024-02-20T09:00,1:00', 'start', 'date_invalid'],
    [
      'the end is before the start',
      'start,end',
      '2024-05-06T09:00,2024-05-06T08:59',
      'end',
      'end_before_start',
    ],
    [
      'the entry is longer than a month',
      'start,duration',
      '2024-05-06T09:00,800:00:00',
      'end',
      'entry_too_long',
    ],
    [
      'the duration is none',
      'start,duration',
      '2024-05-06T09:00,1.5',
      'duration',
      'duration_invalid',
    ],
    [
      'the duration is negative',
      'start,duration',
      '2024-05-06T09:00,-1:00',
      'duration',
      'duration_invalid',
    ],
    [
      'billable is neither yes nor no',
      'start,duration,billable',
      '2024-05-06T09:00,1:00,maybe',
      'billable',
      'billable_invalid',
    ],
    [
      'the project has too long a name',
      'start,duration,project',
      `2024-05-06T09:00,1:00,${'p'.repeat(201)}`,
      'project',
      'too_long',
    ],
    [
      'a tag has too long a name',
      'start,duration,tags',
      `2024-05-06T09:00,1:00,${'t'.repeat(201)}`,
      'tags',
      'too_long',
    ],
    [
      'there are too many tags',
      'start,duration,tags',
      `2024-05-06T09:00,1:00,"${Array.from({ length: 51 }, (_, i) => i)}"`,
      'tags',
      'too_many',
    ],
    [
      'the description is too long',
      'start,duration,description',
      `2024-05-06T09:00,1:00,${'d'.repeat(5001)}`,
      'description',
      'too_long',
    ],
    [
      'there is a NUL',
      'start,duration,description',
      '2024-05-06T09:00,1:00,a\0b',
      'description',
      'nul_character',
    ],
    [
      'there are too few cells',
      'start,duration,description',
      '2024-05-06T09:00,1:00',
      null,
      'cells_missing',
    ],
    [
      'there are too many cells',
      'start,duration,description',
      '2024-05-06T09:00,1:00,a,b',
      null,
      'cells_extra',
    ],
  ];
  for (const [title, columns, line, column, code] of bad) {
    t.test(`are bad where ${title}, and the others are good`, async (t) => {
      const good = columns
        .split(',')
        .map(
          (name) =>
            ({ start: '2024-05-05T09:00', end: '2024-05-05T09:30', duration: '0:30' })[name] ?? '',
        );
      const { body } = await importForGood(admin, csvOf(columns, good.join(','), line));
      t.match(body, { rows: 2, entries_created: 1, errors_total: 1 });
      t.match(body.errors, [{ line: 3, column, code }]);
      t.ok(body.errors[0].value.length <= 201);
      t.ok(body.errors[0].reason);
    });
  }

  t.test('are good where an extra cell is empty, or an extra column is unknown', async (t) => {
    const { body } = await importCsv(
      admin,
      csvOf('start,mood,duration', '2024-05-06T09:00,fine,1:00,,'),
    );
    t.match(body, { entries_created: 1, errors_total: 0 });
  });

  t.test('before a quote that is never closed are good', async (t) => {
    const { body } = await importCsv(
      admin,
      csvOf(
        'start,duration,description',
        '2024-05-06T09:00,1:00,a',
        '2024-05-06T10:00,1:00,"b',
        '2024-05-06T11:00,1:00,c',
      ),
    );
    t.match(body, { rows: 2, entries_created: 1, errors: [{ line: 3, code: 'quote_unclosed' }] });
  });

  t.test('keep texts that look like formulas, and spaces, as they are', async (t) => {
    const texts = ['=1+1', '@x', '+1', '-1', '  two  spaces  ', "it's", '🎈'];
    const lines = texts.map((text, i) => `2024-05-06T1${i}:00,0:10,${text}`);
    await importForGood(admin, csvOf('start,duration,description', ...lines));
    t.same(
      (await entries()).map(({ description }) => description),
      texts,
    );
  });

  t.test('with more than 1000 faults are all counted, and the first are told', async (t) => {
    const lines = Array.from({ length: 1500 }, () => 'never,1:00');
    const { body } = await importCsv(admin, csvOf('start,duration', ...lines));
    t.equal(body.errors_total, 1500);
    t.equal(body.errors.length, 1000);
    t.equal(body.errors[999].line, 1001);
  });

  t.test('with dates of another order are read when that shows or is said', async (t) => {
    const file = csvOf(
      'Start date,Start time,End date,End time,Duration',
      '03/04/2024,10:23:52 AM,03/04/2024,12:05 PM,01:41:08',
    );
    t.equal((await importCsv(admin, file)).body.code, 'STINT_ERR_IMPORT_DATE_AMBIGUOUS');
    await importForGood(admin, file, { date_format: 'DMY' });
    await importForGood(admin, file, { date_format: 'MDY' });
    await importForGood(admin, `${file}13/04/2024,09:00,13/04/2024,10:00,01:00:00\n`);
    t.same(
      (await entries()).map(({ start_time }) => start_time.toISOString()),
      ['2024-04-03T08:23:52.000Z', '2024-03-04T09:23:52.000Z', '2024-04-13T07:00:00.000Z'],
    );
  });

  t.test('with a date that contradicts the order of the file are bad', async (t) => {
    const file = csvOf('start,duration', '13/04/2024 09:00,1:00', '04/13/2024 09:00,1:00');
    t.match((await importCsv(admin, file)).body.errors, [
      { line: 3, value: '04/13/2024 09:00', code: 'date_invalid' },
    ]);
  });

  t.test('of a Toggl export without an end have their duration', async (t) => {
    const { body } = await importForGood(
      admin,
      csvOf('Start date,Start time,Duration', '2024-05-06,23:00:00,30:00:00'),
    );
    t.match(body, { format: 'toggl', entries_created: 1, duration_seconds_total: 108_000 });
    t.same((await entries())[0]?.end_time, new Date('2024-05-08T03:00:00Z'));
  });

  t.test('in the hour that exists twice are told apart by their duration', async (t) => {
    const { body } = await importForGood(
      admin,
      csvOf(
        'start,end,duration',
        '2024-10-27T01:30,2024-10-27T02:30,2:00:00',
        '2024-10-27T02:30,2024-10-27T03:30,1:00:00',
      ),
    );
    t.same(body.warnings, []);
    t.same(
      (await entries()).map(({ start_time, end_time }) => [
        start_time.toISOString(),
        end_time.toISOString(),
      ]),
      [
        ['2024-10-26T23:30:00.000Z', '2024-10-27T01:30:00.000Z'],
        ['2024-10-27T01:30:00.000Z', '2024-10-27T02:30:00.000Z'],
      ],
    );
  });

  t.test('at times that exist twice or not at all are warned of', async (t) => {
    const { body } = await importForGood(
      admin,
      csvOf(
        'start,end',
        '2024-10-27T02:30,2024-10-27T04:00',
        '2024-03-31T02:30,2024-03-31T04:00',
        '2024-10-27T02:40,2024-10-27T02:20',
      ),
      { time_zone: 'Europe/Berlin' },
    );
    t.match(
      body.warnings.filter((w: { code: string }) => w.code !== 'overlap'),
      [
        { line: 2, column: 'start', value: '2024-10-27T02:30', code: 'clock_overlap' },
        { line: 3, column: 'start', code: 'clock_gap' },
        { line: 4, column: 'start', code: 'clock_overlap' },
      ],
    );
    t.same(
      (await entries()).map(
        ({ start_time, end_time }) => (end_time.getTime() - start_time.getTime()) / 60_000,
      ),
      [150, 30, 40],
    );
  });

  t.test('whose duration is not what lies between start and end are warned of', async (t) => {
    const { body } = await importCsv(
      admin,
      csvOf('start,end,duration', '2024-05-06T09:00,2024-05-06T10:00,0:45'),
    );
    t.match(body, {
      duration_seconds_total: 3600,
      warnings: [{ column: 'duration', value: '0:45', code: 'duration_differs' }],
    });
  });
});
