/** Reports on the wire: their filters, the summary with its groups, and the line of the detailed list. */
import { type Static, Type } from 'typebox';
import { entryFilters } from '../entries/filters.ts';
import {
  Color,
  Currency,
  Decimal,
  EntryId,
  Id,
  Instant,
  Nullable,
  OneOf,
  TimeZone,
} from '../infra/fields.ts';
import { PageQuery, sortQuery } from '../infra/page.ts';
import { dimensions } from './dimensions.ts';

// Before 1900 zones were the sun's, and nobody tracked time with this.
const ReportDay = Type.String({
  format: 'date',
  pattern: '^(19|2\\d)\\d\\d-',
  examples: ['2025-01-27'],
});

const filters = {
  from: Type.Optional({
    ...ReportDay,
    description: "First day, in your time zone. Without it: the first of `to`'s month, or of this.",
  }),
  to: Type.Optional({
    ...ReportDay,
    description: "Last day, included. Without it: the last of `from`'s month, or of this.",
  }),
  ...entryFilters,
};

export const ReportFilters = Type.Object(filters, { additionalProperties: false });
export type ReportFilters = Static<typeof ReportFilters>;

export const SummaryQuery = Type.Object(
  {
    ...filters,
    group_by: Type.Array(Type.String({ maxLength: 100 }), {
      default: ['project'],
      maxItems: 8,
      description: `One or two of ${dimensions.join(', ')}: \`group_by=project,day\`.`,
    }),
  },
  { additionalProperties: false },
);
export type SummaryQuery = Static<typeof SummaryQuery>;

const sort = sortQuery(['start_time'], 'start_time');

export const DetailedQuery = Type.Object(
  { ...PageQuery.properties, ...filters, sort },
  { additionalProperties: false },
);
export type DetailedQuery = Static<typeof DetailedQuery>;

export const DetailedExportQuery = Type.Object(
  { ...filters, sort },
  { additionalProperties: false },
);
export type DetailedExportQuery = Static<typeof DetailedExportQuery>;

const Seconds = Type.Integer({ minimum: 0 });
const measures = {
  duration_seconds: { ...Seconds, description: 'Work: spans less breaks, to the second.' },
  rounded_seconds: {
    ...Seconds,
    description: "The same, each entry rounded by its user's policy.",
  },
  billable_seconds: { ...Seconds, description: 'The billable part of `duration_seconds`.' },
  entry_count: Type.Integer({ description: 'Different entries with work in this group.' }),
  amounts: Type.Array(Type.Object({ currency: Currency, amount: Decimal }), {
    description: 'What the rounded billable time costs, one sum a currency: never added up.',
  }),
};
export const Measures = Type.Object(measures);
export type Measures = Static<typeof Measures>;

export const GroupKey = Type.Object({
  type: OneOf(dimensions),
  id: Type.Optional({ ...Nullable(Id), description: 'Null for time without one.' }),
  name: Type.Optional(Nullable(Type.String())),
  color: Type.Optional({ ...Nullable(Color), description: 'Of projects and tags.' }),
  date: Type.Optional({
    ...Type.String({ format: 'date' }),
    description: 'The day, or the first day of the week or month, which may lie before `from`.',
  }),
});
export type GroupKey = Static<typeof GroupKey>;

const InnerGroup = Type.Object({ key: GroupKey, ...measures });
export const Group = Type.Object({
  key: GroupKey,
  ...measures,
  groups: Type.Optional(Type.Array(InnerGroup)),
});
export type Group = Static<typeof Group>;

export const Summary = Type.Object({
  from: Type.String({ format: 'date' }),
  to: Type.String({ format: 'date' }),
  time_zone: TimeZone,
  groups: Type.Array(Group),
  total: Measures,
});
export type Summary = Static<typeof Summary>;

export const ReportEntry = Type.Object({
  id: EntryId,
  user_id: Id,
  user_name: Type.String(),
  client_id: Nullable(Id),
  client_name: Nullable(Type.String()),
  project_id: Nullable(Id),
  project_name: Nullable(Type.String()),
  project_color: Nullable(Color),
  task_id: Nullable(Id),
  task_name: Nullable(Type.String()),
  description: Type.String(),
  tag_ids: Type.Array(Id),
  tag_names: Type.Array(Type.String()),
  start_time: { ...Instant, description: 'Of the whole entry; it may lie outside the range.' },
  end_time: { ...Instant, description: 'Of the whole entry; it may lie outside the range.' },
  duration_seconds: { ...Seconds, description: 'Work inside the range.' },
  rounded_seconds: { ...Seconds, description: 'Its share of the rounded entry.' },
  billable: Type.Boolean(),
  hourly_rate: Nullable(Decimal),
  amount: { ...Nullable(Decimal), description: 'Null when not billable, or without a rate.' },
  currency: Nullable(Currency),
});
export type ReportEntry = Static<typeof ReportEntry>;
