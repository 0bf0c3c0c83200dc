/**
 * A CSV file as records with line numbers: finds out its encoding and delimiter, and lets other
 * requests run while it reads. It knows no columns and judges no cell.
 */
import { isUtf8 } from 'node:buffer';
import { setImmediate } from 'node:timers/promises';
import { TextDecoder } from 'node:util';
import { parse } from 'csv-parse';
import { ERR_IMPORT_EMPTY, ERR_IMPORT_ENCODING } from './errors.ts';

export interface CsvRecord {
  /** Line on which the record starts, as an editor counts. */
  line: number;
  cells: string[];
  /** True for a last record that a quote keeps open to the end of the file. Its cells are lost. */
  isCut?: boolean;
}

/** Whatever can be read as records, the header first. */
export interface RecordFile {
  read(): AsyncGenerator<CsvRecord[], void, undefined>;
}

const SLICE_BYTES = 65_536;
const lineBreak = /\r\n|\n|\r/g;

type Utf16 = 'utf-16le' | 'utf-16be';

export class CsvFile implements RecordFile {
  #bytes: Buffer;
  #utf16: Utf16 | undefined;
  #delimiter: string;

  /** @throws STINT_ERR_IMPORT_EMPTY, STINT_ERR_IMPORT_ENCODING */
  constructor(bytes: Buffer) {
    this.#utf16 = utf16Of(bytes);
    if (!this.#utf16 && !isUtf8(bytes)) throw new ERR_IMPORT_ENCODING(firstBrokenLine(bytes));
    this.#bytes = bytes;
    const start = this.#decodeStart();
    if (start.trim() === '') throw new ERR_IMPORT_EMPTY();
    const header = firstLine(start);
    // ASCII with a NUL at every other byte: UTF-16 that does not say so.
    if (header.includes('\0')) throw new ERR_IMPORT_ENCODING(1);
    this.#delimiter = delimiterOf(header);
  }

  /** All records that hold something, the header first, a slice of the file at a time. */
  async *read(): AsyncGenerator<CsvRecord[], void, undefined> {
    let records: CsvRecord[] = [];
    let cellBreaks = 0;
    let count = 0;
    let emptyLines = 0;
    const parser = parse({
      delimiter: this.#delimiter,
      bom: true,
      relax_quotes: true,
      relax_column_count: true,
      skip_empty_lines: true,
      record_delimiter: ['\r\n', '\n', '\r'],
      on_record: (cells: string[], info) => {
        emptyLines = info.empty_lines;
        // The parser's own count takes CRLF inside quotes for two lines.
        const line = 1 + count + emptyLines + cellBreaks;
        count += 1;
        for (const cell of cells) cellBreaks += cell.match(lineBreak)?.length ?? 0;
        if (cells.some((cell) => cell.trim() !== '')) records.push({ line, cells });
        return null;
      },
    });
    const ended = new Promise<boolean>((resolve) => {
      parser.once('end', () => resolve(true)).once('error', () => resolve(false));
    });
    parser.resume();
    try {
      for (const slice of this.#slices()) {
        await new Promise((done) => parser.write(slice, done));
        yield records;
        records = [];
        await setImmediate();
      }
      parser.end();
      // All other irregularities are tolerated: what is left is a quote without an end.
      if (!(await ended))
        records.push({ line: 1 + count + emptyLines + cellBreaks, cells: [], isCut: true });
      yield records;
    } finally {
      parser.destroy();
    }
  }

  *#slices(): Generator<Buffer | string> {
    const decoder = this.#utf16 && new TextDecoder(this.#utf16, { fatal: true });
    for (let at = 0; at < this.#bytes.length; at += SLICE_BYTES) {
      const slice = this.#bytes.subarray(at, at + SLICE_BYTES);
      yield decoder ? decodeSlice(decoder, slice, at + SLICE_BYTES < this.#bytes.length) : slice;
    }
  }

  #decodeStart(): string {
    const start = this.#bytes.subarray(0, SLICE_BYTES);
    return new TextDecoder(this.#utf16 ?? 'utf-8').decode(start);
  }
}

function decodeSlice(decoder: TextDecoder, slice: Buffer, stream: boolean): string {
  try {
    return decoder.decode(slice, { stream });
  } catch {
    throw new ERR_IMPORT_ENCODING(1);
  }
}

function utf16Of(bytes: Buffer): Utf16 | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return undefined;
}

function firstBrokenLine(bytes: Buffer): number {
  let line = 1;
  for (let from = 0; from < bytes.length; line++) {
    const end = bytes.indexOf(0x0a, from);
    const next = end === -1 ? bytes.length : end + 1;
    if (!isUtf8(bytes.subarray(from, next))) return line;
    from = next;
  }
  return line;
}

function firstLine(text: string): string {
  return /[^\r\n]+/.exec(text)?.[0] ?? '';
}

// Whichever stands most often between the names of the header.
function delimiterOf(header: string): string {
  const outsideQuotes = header.replace(/"(?:[^"]|"")*"/g, '');
  const count = (delimiter: string) => outsideQuotes.split(delimiter).length;
  return [',', ';', '\t'].reduce((best, next) => (count(next) > count(best) ? next : best));
}
