/** The table of file formats. A new one is a file under `formats/` and a line here. */
import {
  ERR_IMPORT_COLUMN_MISSING,
  ERR_IMPORT_COLUMN_TWICE,
  ERR_IMPORT_FORMAT_UNKNOWN,
} from './errors.ts';
import type { Field, ImportFormat } from './format.ts';
import { clockify } from './formats/clockify.ts';
import { clockifyProjects } from './formats/clockify-projects.ts';
import { generic } from './formats/generic.ts';
import { harvest } from './formats/harvest.ts';
import { kimai } from './formats/kimai.ts';
import { solidtime } from './formats/solidtime.ts';
import { solidtimeArchive } from './formats/solidtime-archive.ts';
import { timetracker } from './formats/timetracker.ts';
import { toggl } from './formats/toggl.ts';

/** Those with the most telling headers first: the first that recognises a file reads it. */
export const formats: readonly ImportFormat[] = [
  toggl,
  clockify,
  clockifyProjects,
  kimai,
  harvest,
  solidtime,
  solidtimeArchive,
  timetracker,
  generic,
];

/** Where in a record each field stands, and what the file calls it. */
export type Columns = Partial<Record<Field, { position: number; header: string }>>;

/**
 * The format called `wanted`, or with `auto` the one that knows this header row.
 * @throws STINT_ERR_IMPORT_FORMAT_UNKNOWN
 */
export function chooseFormat(headers: string[], wanted: string): ImportFormat {
  const names = new Set(headers.map(normalize));
  const format = formats.find(({ name, detect }) =>
    wanted === 'auto' ? detect(names) : name === wanted,
  );
  if (format) return format;
  throw new ERR_IMPORT_FORMAT_UNKNOWN(
    quoteAll(headers),
    `say format=${formats.map(({ name }) => name).join(' or ')} if it is one`,
  );
}

/** @throws STINT_ERR_IMPORT_COLUMN_MISSING, STINT_ERR_IMPORT_COLUMN_TWICE */
export function locateColumns(format: ImportFormat, headers: string[]): Columns {
  const columns: Columns = {};
  for (const [field, names] of Object.entries(format.columns) as [Field, ColumnNames][]) {
    const matches = headers.flatMap((header, position) =>
      [names].flat().some((name) => isCalled(header, name))
        ? [{ position, header: header.trim() }]
        : [],
    );
    const [found, second] = matches;
    if (second) throw new ERR_IMPORT_COLUMN_TWICE([names].flat().join(' or '));
    if (found) columns[field] = found;
    else if (format.required.includes(field)) {
      throw new ERR_IMPORT_COLUMN_MISSING(
        format.name,
        [names].flat().join(' or '),
        quoteAll(headers),
      );
    }
  }
  return columns;
}

type ColumnNames = NonNullable<ImportFormat['columns'][Field]>;

function isCalled(header: string, name: string | RegExp): boolean {
  return typeof name === 'string'
    ? normalize(header) === normalize(name)
    : name.test(normalize(header));
}

function normalize(header: string): string {
  return header.trim().toLowerCase();
}

function quoteAll(headers: string[]): string {
  return headers
    .map((header) => JSON.stringify(header.trim()))
    .join(', ')
    .slice(0, 500);
}
