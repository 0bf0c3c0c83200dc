/** `/api/v1/reports`: the summary and the detailed list, as JSON and as files. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyReply } from 'fastify';
import { Type } from 'typebox';
import { pageOf } from '../infra/page.ts';
import type { FileFormat, Look } from './files/file-format.ts';
import { fileFormats } from './files/formats.ts';
import { lookOf } from './files/look.ts';
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
const File = Type.String({ description: 'The file.' });

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

  for (const format of fileFormats) {
    const { extension, description } = format;
    const response = {
      200: {
        content: { [format.mediaType.split(';')[0] as string]: { schema: File } },
      },
    };
    app.get(
      `/reports/summary.${extension}`,
      {
        config,
        exposeHeadRoute: false,
        schema: {
          tags,
          operationId: operationId('exportSummary', extension),
          summary: `The deepest groups of a summary as ${extension.toUpperCase()}`,
          description: `${counting}

One line a group and currency, so lines add up; a group has several only where its entries do. ${description}`,
          querystring: SummaryQuery,
          response,
        },
      },
      (request, reply) =>
        sendTable(reply, format, lookOf(request.context), (signal) =>
          exportSummary(request.context, request.query, signal),
        ),
    );
    app.get(
      `/reports/detailed.${extension}`,
      {
        config,
        exposeHeadRoute: false,
        schema: {
          tags,
          operationId: operationId('exportReportEntries', extension),
          summary: `The detailed list as ${extension.toUpperCase()}, without pages`,
          description: `${counting}

Times are local, with their offset. ${description}`,
          querystring: DetailedExportQuery,
          response,
        },
      },
      (request, reply) =>
        sendTable(reply, format, lookOf(request.context), (signal) =>
          exportEntries(request.context, request.query, signal),
        ),
    );
  }
};

// The first format has the plain name, which clients know.
function operationId(name: string, extension: string): string {
  return extension === 'csv'
    ? name
    : `${name}As${extension[0]?.toUpperCase()}${extension.slice(1)}`;
}

/** Sends what `open` makes; whatever it holds is given back when the connection closes, also before the first line. */
async function sendTable<Row>(
  reply: FastifyReply,
  { extension, mediaType, write }: FileFormat,
  look: Look,
  open: (signal: AbortSignal) => Promise<Table<Row>>,
) {
  const closed = new AbortController();
  reply.raw.once('close', () => closed.abort());
  const table = await open(closed.signal);
  const body = await write(table, look);
  if (closed.signal.aborted) body.destroy();
  closed.signal.addEventListener('abort', () => body.destroy());
  reply.raw.setTimeout(STALLED_AFTER_MS, () => reply.raw.destroy());
  return reply
    .type(mediaType)
    .header('content-disposition', `attachment; filename="${table.name}.${extension}"`)
    .send(body);
}

export default reportRoutes;
