/** The table of file formats. A new one is a file under `formats/` and a line here. */
import {
  ERR_IMPORT_COLUMN_MISSING,
  ERR_IMPORT_COLUMN_TWICE,
  ERR_IMPORT_FORMAT_UNKNOWN,
} from './errors.ts';
import type { Field, ImportFormat } from './format.ts';
import { generic } from './formats/generic.ts';
import { toggl } from './formats/toggl.ts';

/** Those with the most telling headers first: the first that recognises a file reads it. */
export const formats: readonly ImportFormat[] = [toggl, generic];

/** Where in a record each field stands. */
export type Positions = Partial<Record<Field, number>>;

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
export function locateColumns(format: ImportFormat, headers: string[]): Positions {
  const names = headers.map(normalize);
  const positions: Positions = {};
  for (const [field, header] of Object.entries(format.columns) as [Field, string][]) {
    const position = names.indexOf(normalize(header));
    if (position !== names.lastIndexOf(normalize(header)))
      throw new ERR_IMPORT_COLUMN_TWICE(header);
    if (position >= 0) positions[field] = position;
    else if (format.required.includes(field)) {
      throw new ERR_IMPORT_COLUMN_MISSING(format.name, header, quoteAll(headers));
    }
  }
  return positions;
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
