/** Reports as files, read again by programs of others: pdf.js for PDF, read-excel-file for workbooks. */
import { writeFile } from 'node:fs/promises';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import readWorkbook from 'read-excel-file/node';
import t from 'tap';
import { startHost } from '../fixtures/app.ts';
import { makeEntry, makeProject } from '../fixtures/work.ts';

async function readPdf(bytes: Buffer): Promise<string[]> {
  const document = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const pages: string[] = [];
  for (let n = 1; n <= document.numPages; n++) {
    const { items } = await (await document.getPage(n)).getTextContent();
    pages.push(items.map((item) => ('str' in item ? item.str : '')).join(' '));
  }
  return pages;
}

t.test('reports as files', async (t) => {
  const host = await startHost(t);
  const me = await host.person({
    time_zone: 'Europe/Berlin',
    name: 'Ада Łoś',
    role: 'admin',
    locale: 'de',
  });
  const rated = {
    billable: true,
    hourly_rate: '99.99',
    currency: 'EUR',
    project_id: await makeProject(host.db, { name: '=cmd|calc' }),
  };
  await makeEntry(host.db, me.id, ['2025-01-10T09:00Z', '2025-01-10T10:00Z'], {
    ...rated,
    description: '=1+1 Ελληνικά Кириллица עברית',
  });
  await makeEntry(host.db, me.id, ['2025-01-11T09:00Z', '2025-01-11T09:30Z'], rated);
  const range = 'from=2025-01-01&to=2025-01-31';
  const fetch = async (path: string) => {
    const { statusCode, headers, rawPayload, payload } = await host.app.inject({
      url: `/api/v1/reports/${path}`,
      headers: { authorization: `Bearer ${me.token}` },
    });
    return { status: statusCode, headers, bytes: rawPayload, text: payload };
  };

  t.test('are a workbook in which text is text and amounts are numbers', async (t) => {
    const { status, headers, bytes } = await fetch(`detailed.xlsx?${range}`);
    t.equal(status, 200);
    t.match(headers['content-disposition'], /stint-entries-2025-01-01-2025-01-31\.xlsx/);
    const [sheet] = await readWorkbook(bytes);
    const [head = [], first = [], second = []] = sheet?.data ?? [];
    const cell = (row: unknown[], name: string) => row[head.indexOf(name)];
    t.equal(cell(first, 'description'), '=1+1 Ελληνικά Кириллица עברית');
    t.equal(cell(first, 'project_name'), '=cmd|calc');
    t.equal(cell(first, 'amount'), 99.99);
    t.equal(cell(second, 'amount'), 50);
    t.equal(cell(second, 'duration_hours'), 0.5);
    t.equal(cell(first, 'billable'), true);
  });

  t.test('are JSON with exact amounts', async (t) => {
    const { headers, text } = await fetch(`detailed.json?${range}`);
    t.match(headers['content-type'], /^application\/json/);
    const { from, to, time_zone, rows } = JSON.parse(text);
    t.same(
      { from, to, time_zone },
      { from: '2025-01-01', to: '2025-01-31', time_zone: 'Europe/Berlin' },
    );
    t.match(rows, [
      { amount: '99.99', start_time: '2025-01-10T10:00:00+01:00' },
      { amount: '50.00', description: '' },
    ]);
    t.same(JSON.parse((await fetch('detailed.json?from=2024-01-01&to=2024-01-02')).text).rows, []);
  });

  t.test('are a PDF with the letterhead, in the language of the reader, to the cent', async (t) => {
    await me.patch('/settings', {
      organization_name: 'Škoda & Töchter',
      organization_address: 'Hauptstraße 1\nPraha',
      report_footer: 'IBAN CZ00',
    });
    const { status, headers, bytes } = await fetch(`detailed.pdf?${range}`);
    t.equal(status, 200);
    t.equal(headers['content-type'], 'application/pdf');
    if (process.env.KEEP_PDF) await writeFile(process.env.KEEP_PDF, bytes);
    const [page = '', ...others] = await readPdf(bytes);
    t.same(others, []);
    for (const text of [
      'Škoda & Töchter',
      'Hauptstraße 1',
      'IBAN CZ00',
      'Zeitbericht',
      '2025-01-01 bis 2025-01-31',
      'Кириллица',
      'Ελληνικά',
      'Ада Łoś',
      '99,99',
      '149,99',
      '1,50',
      'Seite 1',
    ])
      t.ok(page.includes(text), `${text} in: ${page}`);
  });

  t.test(
    'are a PDF of the groups of a summary, and one that says that there is nothing',
    async (t) => {
      const [page = ''] = await readPdf(
        (await fetch(`summary.pdf?${range}&group_by=project,month`)).bytes,
      );
      t.match(page, /Projekt.*Monat ab.*=cmd\|calc.*149,99/);
      const [empty = ''] = await readPdf(
        (await fetch('summary.pdf?from=2024-01-01&to=2024-01-02')).bytes,
      );
      t.match(empty, /wurde keine Zeit erfasst/);
    },
  );

  t.test('are a PDF of many pages, each with its head and number', async (t) => {
    await host.db.raw(
      `INSERT INTO time_entries (user_id, description, start_time, end_time)
       SELECT ?, 'Line ' || n || repeat(' more', n % 40), timestamptz '2025-03-01 00:00Z' + n * interval '10 minutes',
         timestamptz '2025-03-01 00:05Z' + n * interval '10 minutes' FROM generate_series(1, 300) n`,
      [me.id],
    );
    const pages = await readPdf((await fetch('detailed.pdf?from=2025-03-01&to=2025-03-31')).bytes);
    t.ok(pages.length > 5);
    for (const [i, page] of pages.entries()) {
      t.match(page, new RegExp(`Seite ${i + 1}\\b`));
      t.match(page, /Beschreibung/);
    }
    const all = pages.join(' ');
    for (let n = 1; n <= 300; n++) if (!all.includes(`Line ${n}`)) t.fail(`Line ${n} is missing`);
    t.match(pages.at(-1), /Summe\s+25,00/);
  });

  t.test('are refused where they hold too much for one document', async (t) => {
    await host.db.raw(
      `INSERT INTO time_entries (user_id, start_time, end_time)
       SELECT ?, timestamptz '2025-06-01 00:00Z' + n * interval '1 second', timestamptz '2025-06-01 00:00Z' + (n + 1) * interval '1 second'
       FROM generate_series(1, 50001) n`,
      [me.id],
    );
    const { status, text } = await fetch('detailed.xlsx?from=2025-06-01&to=2025-06-30');
    t.equal(status, 422);
    t.equal(JSON.parse(text).code, 'STINT_ERR_EXPORT_TOO_LARGE');
  });

  t.test('need the scope and show no more than the list does', async (t) => {
    const member = await host.person();
    for (const extension of ['csv', 'xlsx', 'json', 'pdf']) {
      const { status } = await host.withToken(undefined).get(`/reports/detailed.${extension}`);
      t.equal(status, 401);
    }
    t.same(JSON.parse((await member.get(`/reports/detailed.json?${range}`)).text).rows, []);
  });
});
