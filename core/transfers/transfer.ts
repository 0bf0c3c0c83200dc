/** A row of `transfers`. */
import type { ImportQuery, ImportReport } from '../imports/schema.ts';
import type { ExportRequest } from './schema.ts';

export interface Transfer {
  id: string;
  user_id: number;
  direction: 'import' | 'export';
  params: ImportQuery | ExportRequest;
  state: 'queued' | 'running' | 'done' | 'failed';
  rows_done: number;
  rows_total: number | null;
  result: ImportReport | null;
  error: { code: string; detail: string } | null;
  file_name: string | null;
  media_type: string | null;
  created_at: Date;
  finished_at: Date | null;
  expires_at: Date;
}
