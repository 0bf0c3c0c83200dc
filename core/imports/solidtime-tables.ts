/** The tables of a solidtime archive as one: projects and tasks first, then the time entries. */
import { CsvFile, type CsvRecord, type RecordFile } from './csv-file.ts';
import { ERR_IMPORT_ARCHIVE } from './errors.ts';
import type { ZipArchive } from './zip-archive.ts';

type Row = Record<string, string>;
type Table = Map<string, Row>;

const header = [
  'description',
  'billable',
  'client',
  'project',
  'task',
  'tags',
  'start',
  'end',
  'user_name',
  'user_email',
  'project.archived_at',
  'project.billable_rate',
  'project.color',
];

export class SolidtimeTables implements RecordFile {
  #archive: ZipArchive;

  constructor(archive: ZipArchive) {
    this.#archive = archive;
  }

  async *read(): AsyncGenerator<CsvRecord[], void, undefined> {
    if (!this.#archive.file('meta.json'))
      throw new ERR_IMPORT_ARCHIVE(
        'it has no meta.json: only the export of a solidtime organization is read',
      );
    yield [{ line: 1, cells: header }];
    const tables = {
      clients: await this.#table('clients.csv'),
      projects: await this.#table('projects.csv'),
      tasks: await this.#table('tasks.csv'),
      tags: await this.#table('tags.csv'),
      members: await this.#table('members.csv'),
    };
    const record = (line: number, row: Row): CsvRecord => ({
      line,
      cells: header.map((name) => row[name] ?? ''),
    });
    const project = (id: string | undefined): Row => {
      const found = tables.projects.get(id ?? '');
      return found
        ? {
            project: found.name ?? '',
            client: tables.clients.get(found.client_id ?? '')?.name ?? '',
          }
        : {};
    };
    yield [...tables.projects].map(([id, row]) =>
      record(1, {
        ...project(id),
        billable: row.is_billable ?? '',
        'project.archived_at': row.archived_at ?? '',
        'project.billable_rate': centsToAmount(row.billable_rate ?? ''),
        'project.color': row.color ?? '',
      }),
    );
    yield [...tables.tasks.values()].map((row) =>
      record(1, { ...project(row.project_id), task: row.name ?? '' }),
    );
    for await (const rows of this.#rows('time_entries.csv')) {
      yield rows.map(({ line, row }) => {
        const member = tables.members.get(row.member_id ?? '');
        const tags = readIds(row.tags ?? '').flatMap((id) => tables.tags.get(id)?.name ?? []);
        return record(line, {
          ...project(row.project_id),
          description: row.description ?? '',
          billable: row.billable ?? '',
          task: tables.tasks.get(row.task_id ?? '')?.name ?? '',
          tags: tags.join(','),
          start: row.start ?? '',
          end: row.end ?? '',
          user_name: member?.name ?? '',
          user_email: member?.email ?? '',
        });
      });
    }
  }

  async #table(name: string): Promise<Table> {
    const table: Table = new Map();
    for await (const rows of this.#rows(name)) {
      for (const { row } of rows) table.set(row.id ?? '', row);
    }
    return table;
  }

  async *#rows(name: string): AsyncGenerator<{ line: number; row: Row }[]> {
    const bytes = this.#archive.file(name);
    if (!bytes) throw new ERR_IMPORT_ARCHIVE(`it has no ${name}`);
    let names: string[] | undefined;
    for await (const records of new CsvFile(bytes).read()) {
      names ??= records.shift()?.cells;
      const columns = names ?? [];
      yield records.map(({ line, cells }) => ({
        line,
        row: Object.fromEntries(cells.map((cell, i) => [columns[i] ?? '', cell])),
      }));
    }
  }
}

function centsToAmount(cents: string): string {
  if (!/^\d+$/.test(cents)) return cents;
  const padded = cents.padStart(3, '0');
  return `${padded.slice(0, -2)}.${padded.slice(-2)}`;
}

function readIds(json: string): string[] {
  try {
    const ids: unknown = JSON.parse(json || '[]');
    return Array.isArray(ids) ? ids.map(String) : [];
  } catch {
    return [];
  }
}
