/** `/api/v1/reports`: the summary and the detailed list, as JSON and as CSV. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyReply } from 'fastify';
import { Type } from 'typebox';
import { toCsv } from '../infra/csv.ts';
import { pageOf } from '../infra/page.ts';
import {
  DetailedExportQuery,
  DetailedQuery,
  ReportEntry,
  Summary,
  SummaryQuery,
} from './schema.ts';
import { exportEntries, exportSummary, getSummary, listEntries } from './service.ts';
import type { Table } from './tables.ts';

const config = { access: { scope: 'read:reports' } } as const;
const tags = ['Reports'];

const counting = `Completed entries only: a running one counts once it is stopped. \`from\` and \`to\` are days in your time zone,
both included; of an entry that crosses an edge, only the work inside counts, with its share of the rounded time and of the amount.
Managers see their own entries and those of their projects, members their own, administrators all.`;
const csv = {
  200: { content: { 'text/csv': { schema: Type.String({ description: 'RFC 4180, UTF-8.' }) } } },
};

// A reader that takes nothing for this long has gone, or should.
const STALLED_AFTER_MS = 60_000;

const reportRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get(
    '/reports/summary',
    {
      config,
      schema: {
        tags,
        operationId: 'getSummary',
        summary: 'Sum up time by one or two of project, client, task, user, tag, day, week, month',
        description: `${counting}

An entry that crosses midnight is divided there, so day sums add up to the second, also where clocks change.
Grouped by tag, an entry with several tags counts under each of them; \`total\`, and groups of anything else, count it once.
Days come in order, other groups by their time, longest first.`,
        querystring: SummaryQuery,
        response: { 200: Summary },
      },
    },
    (request) => getSummary(request.context, request.query),
  );

  app.get(
    '/reports/summary.csv',
    {
      config,
      exposeHeadRoute: false,
      schema: {
        tags,
        operationId: 'exportSummary',
        summary: 'The deepest groups of a summary as CSV',
        description: `${counting}

One line a group and currency, so lines add up; a group has several only where its entries do. Text that a spreadsheet would run as a formula starts with an apostrophe.`,
        querystring: SummaryQuery,
        response: csv,
      },
    },
    (request, reply) =>
      sendTable(reply, (signal) => exportSummary(request.context, request.query, signal)),
  );

  app.get(
    '/reports/detailed',
    {
      config,
      schema: {
        tags,
        operationId: 'listReportEntries',
        summary: 'List the entries behind a summary, with names and amounts',
        description: `${counting}

The pages of a range add up to the total of its summary.`,
        querystring: DetailedQuery,
        response: { 200: pageOf(ReportEntry) },
      },
    },
    (request) => listEntries(request.context, request.query),
  );

  app.get(
    '/reports/detailed.csv',
    {
      config,
      exposeHeadRoute: false,
      schema: {
        tags,
        operationId: 'exportReportEntries',
        summary: 'The detailed list as CSV, without pages',
        description: `${counting}

Times are local, with their offset. Text that a spreadsheet would run as a formula starts with an apostrophe.`,
        querystring: DetailedExportQuery,
        response: csv,
      },
    },
    (request, reply) =>
      sendTable(reply, (signal) => exportEntries(request.context, request.query, signal)),
  );
};

/** Sends what `open` makes; whatever it holds is given back when the connection closes, also before the first line. */
async function sendTable<Row>(
  reply: FastifyReply,
  open: (signal: AbortSignal) => Promise<Table<Row>>,
) {
  const closed = new AbortController();
  reply.raw.once('close', () => closed.abort());
  const { name, columns, rows } = await open(closed.signal);
  const body = await toCsv(columns, rows);
  if (closed.signal.aborted) body.destroy();
  closed.signal.addEventListener('abort', () => body.destroy());
  reply.raw.setTimeout(STALLED_AFTER_MS, () => reply.raw.destroy());
  return reply
    .type('text/csv; charset=utf-8; header=present')
    .header('content-disposition', `attachment; filename="${name}.csv"`)
    .send(body);
}

export default reportRoutes;
