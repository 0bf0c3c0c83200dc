import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import t from 'tap';
import { neutralize, toCsv } from '../../core/infra/csv.ts';

const columns = [
  { header: 'text', cell: (row: unknown[]) => row[0] as string },
  { header: 'number', cell: (row: unknown[]) => row[1] as number },
];

async function* given(rows: unknown[][]): AsyncGenerator<unknown[], void, void> {
  yield* rows;
}

async function csvOf(rows: unknown[][]): Promise<string> {
  const chunks = await (await toCsv(columns, given(rows))).setEncoding('utf8').toArray();
  return chunks.join('');
}

t.test('CSV', async (t) => {
  t.test(
    'has a header, CRLF and quotes where they are needed, and no byte order mark',
    async (t) => {
      const text = await csvOf([
        ['a,b', 1],
        ['say "hi"', 2.5],
        ['two\nlines', -3],
        [null as never, null as never],
      ]);
      t.equal(text, 'text,number\r\n"a,b",1\r\n"say ""hi""",2.5\r\n"two\nlines",-3\r\n,\r\n');
    },
  );

  t.test('is a header alone without rows', async (t) => {
    t.equal(await csvOf([]), 'text,number\r\n');
  });

  t.test('holds no text that a spreadsheet would run, and leaves numbers alone', async (t) => {
    for (const text of ['=1+1', '+49', '-x', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '＝1', 'a\0b']) {
      t.equal(neutralize(text), `'${text}`);
    }
    for (const text of ['', 'a=b', ' =1', '2025-01-27', "'=1"]) t.equal(neutralize(text), text);
    t.match(await csvOf([['=HYPERLINK("http://x")', -5]]), /"'=HYPERLINK\(""http:\/\/x""\)",-5/);
  });

  t.test('gives every row back to a parser, however many', async (t) => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.string({ unit: 'binary' }), fc.integer()), {
          maxLength: 450,
          size: 'max',
        }),
        async (rows) => {
          const read: string[][] = parse(await csvOf(rows), {
            from_line: 2,
            record_delimiter: ['\r\n', '\n', '\r'],
          });
          const expected = rows.map(([text, number]) => [neutralize(text), String(number)]);
          if (JSON.stringify(read) !== JSON.stringify(expected)) throw new Error('differs');
        },
      ),
      { numRuns: 30 },
    );
    t.pass('for 30 tables');
  });

  t.test(
    'reads rows no faster than they are taken, and ends them when it is destroyed',
    async (t) => {
      let made = 0;
      let isEnded = false;
      async function* endless(): AsyncGenerator<unknown[], void, void> {
        try {
          for (;;) yield ['x'.repeat(1000), made++];
        } finally {
          isEnded = true;
        }
      }
      const stream = await toCsv(columns, endless());
      stream.once('readable', () => {});
      await new Promise((resolve) => setTimeout(resolve, 50));
      t.ok(made < 2000, `${made} rows made`);
      stream.destroy();
      await new Promise((resolve) => stream.once('close', resolve));
      t.ok(isEnded);
    },
  );

  t.test(
    'fails before it begins when the first row fails, and breaks off when a later one does',
    async (t) => {
      async function* failing(after: number): AsyncGenerator<unknown[], void, void> {
        for (let i = 0; i < after; i++) yield ['x', i];
        throw new Error('no more');
      }
      await t.rejects(toCsv(columns, failing(0)), { message: 'no more' });
      const stream = await toCsv(columns, failing(1000));
      await t.rejects(stream.toArray(), { message: 'no more' });
    },
  );
});
