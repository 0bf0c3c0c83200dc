/** Sends the file of another tool: to see what an import would do, or to import it. */
import { call, type Query } from './api.ts';
import type { ImportReport } from './wire.ts';

export interface ImportChoices {
  date_format: string;
  time_zone: string;
  /** Person in the file → email address here. */
  people: ReadonlyMap<string, string>;
}

/** @param isForGood otherwise nothing is written */
export function uploadImport(
  file: File,
  { date_format, time_zone, people }: ImportChoices,
  isForGood: boolean,
): Promise<ImportReport> {
  const query: Query = {
    dry_run: !isForGood,
    date_format,
    time_zone,
    map_user: [...people]
      .filter(([, email]) => email)
      .map(([person, email]) => `${person}=${email}`),
  };
  return call<ImportReport>('POST', '/imports', { query, file });
}
