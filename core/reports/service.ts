/**
 * Sums and lists over completed entries. Whose entries they cover is `entries/access.ts`'s to say:
 * a filter on somebody else's finds nothing. They change nothing.
 */
import type { Readable } from 'node:stream';
import type { Context } from '../infra/context.ts';
import { fetchPage, type Page } from '../infra/page.ts';
import { streamRows } from '../infra/row-stream.ts';
import { cutPeriod } from './cuts.ts';
import { detailedEntries } from './detailed-statement.ts';
import { isUnit, readDimensions } from './dimensions.ts';
import { ERR_REPORT_TOO_LARGE } from './errors.ts';
import { counted } from './files/counted.ts';
import { fileFormats } from './files/formats.ts';
import { lookOf } from './files/look.ts';
import type { ReportEntry } from './model.ts';
import { readPeriod } from './period.ts';
import { printedEntries, printedSummary } from './printed-tables.ts';
import type {
  DetailedExportQuery,
  DetailedQuery,
  ReportFilters,
  Summary,
  SummaryQuery,
} from './schema.ts';
import { findEarliest, selectEntries } from './selection.ts';
import { buildSummary } from './summary.ts';
import { type SummaryRow, summaryStatement } from './summary-statement.ts';
import { entryTable, summaryTable, type Table } from './tables.ts';

const MAX_LINES = 50_000;
const byStart = { columns: { start_time: 'e.start_time' }, id: 'e.id' };

/** @throws STINT_ERR_REPORT_TOO_LARGE, and what reading the period and the dimensions throws */
export async function getSummary(context: Context, query: SummaryQuery): Promise<Summary> {
  const { period, plan } = planSummary(context, query);
  const levels = [0, ...plan.dimensions.map((_, i) => i + 1)];
  const limit = MAX_LINES + 1;
  const { rows } = await summaryStatement(context, { ...plan, levels, limit });
  if (rows.length > MAX_LINES) throw new ERR_REPORT_TOO_LARGE(MAX_LINES);
  const { from, to } = period;
  return { from, to, time_zone: context.actor.time_zone, ...buildSummary(rows, plan.dimensions) };
}

export async function listEntries(
  context: Context,
  query: DetailedQuery,
): Promise<Page<ReportEntry>> {
  const { period, selection } = await planList(context, query);
  return fetchPage(detailedEntries(context, selection, period), byStart, query);
}

/** The deepest groups as a table; it runs while it is read, and ends when `signal` is aborted. */
export async function exportSummary(
  context: Context,
  query: SummaryQuery,
  signal: AbortSignal,
): Promise<Table<SummaryRow>> {
  const { period, plan } = planSummary(context, query);
  const statement = summaryStatement(context, { ...plan, levels: [plan.dimensions.length] });
  return {
    name: `stint-summary-${period.from}-${period.to}`,
    from: period.from,
    to: period.to,
    time_zone: context.actor.time_zone,
    columns: summaryTable(plan.dimensions),
    printed: printedSummary(plan.dimensions),
    rows: streamRows(context.db, statement, signal),
  };
}

/** The detailed list as a table, without pages. */
export async function exportEntries(
  context: Context,
  query: DetailedExportQuery,
  signal: AbortSignal,
): Promise<Table<ReportEntry>> {
  const { period, selection } = await planList(context, query);
  const direction = query.sort.startsWith('-') ? 'DESC' : 'ASC';
  const list = detailedEntries(context, selection, period)
    .orderByRaw(`e.start_time ${direction}, e.id ${direction}`)
    .toKnexQuery();
  return {
    name: `stint-entries-${period.from}-${period.to}`,
    from: period.from,
    to: period.to,
    time_zone: context.actor.time_zone,
    columns: entryTable(context.actor.time_zone),
    printed: printedEntries(context.actor.time_zone),
    rows: streamRows(context.db, list, signal),
  };
}

export interface ReportFile {
  name: string;
  mediaType: string;
  body: Readable;
  /** How many rows it has so far. */
  rows(): number;
}

type Question =
  | { report: 'summary'; query: SummaryQuery }
  | { report: 'detailed'; query: DetailedExportQuery };

interface Writing {
  extension: string;
  signal: AbortSignal;
  /** Told after each row. */
  tell?(rows: number): Promise<void>;
}

/** A report as a file, for whoever is no request. */
export async function writeReport(
  context: Context,
  question: Question,
  { extension, signal, tell }: Writing,
): Promise<ReportFile> {
  const format = fileFormats.find((one) => one.extension === extension);
  if (!format) throw new TypeError(`There is no kind of file called ${extension}.`);
  const write = async <Row>(table: Table<Row>): Promise<ReportFile> => {
    const { rows, ...all } = counted(table, tell);
    const name = `${table.name}.${extension}`;
    return {
      name,
      mediaType: format.mediaType,
      body: await format.write(all.table, lookOf(context)),
      rows,
    };
  };
  return question.report === 'summary'
    ? write(await exportSummary(context, question.query, signal))
    : write(await exportEntries(context, question.query, signal));
}

async function planList(context: Context, query: ReportFilters) {
  const period = readPeriod(context, query);
  const selection = selectEntries(context, query, period);
  const earliest = await findEarliest(context, selection);
  return { period, selection: { ...selection, earliest } };
}

function planSummary(context: Context, query: SummaryQuery) {
  const dimensions = readDimensions(query.group_by);
  const period = readPeriod(context, query);
  const selection = selectEntries(context, query, period);
  const cuts = cutPeriod(period, dimensions.filter(isUnit), context.actor);
  return { period, plan: { selection, dimensions, cuts } };
}
