/** Imports and exports as jobs, on the wire. */
import { type Static, Type } from 'typebox';
import { ImportReport } from '../imports/schema.ts';
import { Instant, Nullable, NullableInstant, OneOf } from '../infra/fields.ts';
import { ReportFilters, SummaryQuery } from '../reports/schema.ts';

export const exportFormats = ['csv', 'json', 'xlsx', 'pdf'] as const;

export const ExportRequest = Type.Object(
  {
    report: OneOf(['detailed', 'summary']),
    format: OneOf(exportFormats),
    filters: Type.Optional({ ...ReportFilters, description: 'As the report takes them.' }),
    group_by: Type.Optional({
      ...SummaryQuery.properties.group_by,
      description: 'Of a summary.',
    }),
  },
  { additionalProperties: false },
);
export type ExportRequest = Static<typeof ExportRequest>;

const progress = {
  id: Type.String({ format: 'uuid' }),
  state: OneOf(['queued', 'running', 'done', 'failed']),
  rows_done: Type.Integer({ description: 'How far it is.' }),
  error: Type.Unsafe<{ code: string; detail: string } | null>({
    type: ['object', 'null'],
    properties: { code: { type: 'string' }, detail: { type: 'string' } },
    description: 'Why it failed.',
  }),
  created_at: Instant,
  finished_at: NullableInstant,
  expires_at: { ...Instant, description: 'Until when it is kept.' },
};

export const ImportJob = Type.Object({
  ...progress,
  rows_total: Nullable(Type.Integer({ description: 'Lines of the file, roughly.' })),
  report: Type.Unsafe<ImportReport | null>({
    ...ImportReport,
    type: ['object', 'null'],
    description: 'As the import answers it; null until it is done.',
  }),
});
export type ImportJob = Static<typeof ImportJob>;

export const ExportJob = Type.Object({
  ...progress,
  file_name: Nullable(Type.String()),
  file_url: Nullable(Type.String({ description: 'Where the file is, when it is done.' })),
});
export type ExportJob = Static<typeof ExportJob>;

export const JobParams = Type.Object(
  { id: Type.String({ format: 'uuid' }) },
  { additionalProperties: false },
);
