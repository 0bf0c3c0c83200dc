/**
 * The rules of imports: a file is read, asked about and written in one transaction, of which a dry
 * run keeps nothing, so that it tells exactly what the import would do.
 */
import type { Context } from '../infra/context.ts';
import { fetchPage, type Page } from '../infra/page.ts';
import type { RecordFile } from './csv-file.ts';
import { layOutDays } from './day-layout.ts';
import { insertEntries } from './entries.ts';
import { openReading, stageFile } from './file-reading.ts';
import { saveImport } from './history.ts';
import { createMissing, listMissing } from './missing.ts';
import { Import } from './model.ts';
import { openFile } from './open-file.ts';
import { keyOf, matchPeople, type PeopleMap, readPeopleMap } from './people.ts';
import { placeRows } from './placement.ts';
import { Rejections } from './rejections.ts';
import type { Reading } from './row-reader.ts';
import type { ImportListQuery, ImportQuery, ImportReport } from './schema.ts';
import { assignUsers, awaitTurn, countRows, createStaging, markKnownRows } from './staging.ts';
import { applyOverlapPolicy, holdUsers, rejectLocked } from './time-rules.ts';
import { takeTurn } from './turns.ts';

/** Carries the report of an import that is not to be kept out of its transaction. */
class NotKept extends Error {
  report: ImportReport;

  constructor(report: ImportReport) {
    super('The import is not to be kept.');
    this.report = report;
  }
}

export interface Watch {
  /** Told how many rows were read, on a connection of its own. */
  onProgress?(rows: number): Promise<void>;
}

/**
 * Imports a CSV file, or tells what that would do.
 * @throws STINT_ERR_IMPORT_… when the file as a whole cannot be read, or too many are
 */
export async function importFile(
  context: Context,
  bytes: Buffer,
  query: ImportQuery & Watch,
): Promise<ImportReport> {
  return takeTurn(async () => {
    const people = await readPeopleMap(context, query);
    const file = openFile(bytes);
    const reading = await openReading(context, file, query);
    try {
      // A transaction of its own, inside another a savepoint: what a dry run did has to go.
      return await context.db.transaction((db) =>
        runImport({ ...context, db }, { file, reading, people, query }),
      );
    } catch (error) {
      if (error instanceof NotKept) return error.report;
      throw error;
    }
  });
}

export async function listImports(
  { db, actor }: Context,
  query: ImportListQuery,
): Promise<Page<Import>> {
  const list = Import.query(db).select('imports.*');
  if (actor.role !== 'admin') list.where({ user_id: actor.user_id ?? null });
  return fetchPage(list, { columns: { created_at: 'created_at' }, id: 'id' }, query);
}

interface Job {
  file: RecordFile;
  reading: Reading;
  people: PeopleMap;
  query: ImportQuery & Watch;
}

async function runImport(
  context: Context,
  { file, reading, people, query }: Job,
): Promise<ImportReport> {
  const { format, faults, warnings } = reading;
  const rejections = new Rejections(context, reading);

  await createStaging(context);
  const { rows, persons } = await stageFile(context, file, reading, query.onProgress);
  const users = await matchPeople(context, persons.values(), people);
  await assignUsers(context, users);
  warnOfUnusedMappings(reading, query, persons);
  await rejectUnknownPeople(context, rejections, reading);

  if (!query.dry_run) await awaitTurn(context);
  await holdUsers(context);
  await markKnownRows(context);
  await layOutDays(context);
  await placeRows(context, rejections, query.create_missing);
  await rejectLocked(context, rejections);
  await applyOverlapPolicy(context, reading, rejections);

  const isStopped = query.strict && faults.total > 0;
  const isKept = !query.dry_run && !isStopped;
  const report: ImportReport = {
    import_id: null,
    dry_run: query.dry_run,
    format: format.name,
    rows,
    ...(await countRows(context)),
    ...(await (isKept ? createMissing : listMissing)(context)),
    users: [...persons].map(([key, person]) => ({
      in_file: person || null,
      user_id: users.get(key) ?? null,
    })),
    errors: faults.list(),
    errors_total: faults.total,
    warnings: warnings.list(),
    warnings_total: warnings.total,
  };
  if (!isKept) throw new NotKept(isStopped ? withNothingCreated(report) : report);
  const { id } = await saveImport(context, report);
  await insertEntries(context, id, `import:${format.name}`);
  return { ...report, import_id: id };
}

function warnOfUnusedMappings(
  { warnings }: Reading,
  { map_user = [] }: ImportQuery,
  persons: Map<string, string>,
): void {
  for (const pair of map_user) {
    const person = pair.slice(0, pair.lastIndexOf('=')).trim();
    if (persons.has(keyOf(person)) || persons.has(keyOf(person.replaceAll(' ', '+')))) continue;
    const reason = 'map_user names a person who has no readable row in the file.';
    warnings.add({ line: null, column: null, value: person, reason, code: 'mapping_unused' });
  }
}

async function rejectUnknownPeople(
  { actor }: Context,
  rejections: Rejections,
  { columns }: Reading,
): Promise<void> {
  const reason =
    actor.role === 'admin'
      ? 'No user has this email address: say who it is with map_user, or set default_user.'
      : 'This is not you, and only an administrator imports for others. If it is you, say so with map_user.';
  await rejections.reject(
    {
      code: 'person_unknown',
      field: columns.user_email === undefined ? 'user_name' : 'user_email',
    },
    'SELECT n, person AS value, ?::text AS reason FROM import_rows WHERE user_id IS NULL',
    [reason],
  );
}

function withNothingCreated(report: ImportReport): ImportReport {
  return {
    ...report,
    entries_created: 0,
    duration_seconds_total: 0,
    clients_created: [],
    projects_created: [],
    tasks_created: [],
    tags_created: [],
  };
}
