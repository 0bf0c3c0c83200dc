/** What stays of an import: a row in the history, with its counts. */
import type { Context } from '../infra/context.ts';
import { recordChange } from '../infra/record-change.ts';
import { Import } from './model.ts';
import type { ImportReport } from './schema.ts';

export async function saveImport(context: Context, report: ImportReport): Promise<Import> {
  const { rows, entries_created, entries_skipped, duration_seconds_total } = report;
  const { errors_total, warnings_total } = report;
  const saved = await Import.query(context.db)
    .insert({
      user_id: context.actor.user_id as number,
      format: report.format,
      counts: {
        rows,
        entries_created,
        entries_skipped,
        duration_seconds_total,
        errors_total,
        warnings_total,
      },
      created_at: context.clock.now(),
    })
    .returning('*');
  await recordChange(context, { type: 'import.created', entity: 'import', after: saved });
  return saved;
}
