/** A kind of file that a report can be had as. A new one is a file beside this and a line in `formats.ts`. */
import type { Readable } from 'node:stream';
import type { Table } from '../tables.ts';

/** What stands around the rows: who sends the report, and in whose language. */
export interface Look {
  organization_name: string;
  organization_address: string;
  report_footer: string;
  locale: string;
  time_zone: string;
}

export interface FileFormat {
  /** As in the address and in the name of the file. */
  extension: string;
  mediaType: string;
  /** For the API's document. */
  description: string;
  /**
   * Reads the table while it is read itself, or at once where the format cannot be streamed.
   * @throws STINT_ERR_EXPORT_TOO_LARGE when the format holds fewer rows
   */
  write<Row>(table: Table<Row>, look: Look): Promise<Readable>;
}
