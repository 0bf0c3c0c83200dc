/** What kind of file was sent, by its first bytes: an archive of tables, or CSV. */
import { CsvFile, type RecordFile } from './csv-file.ts';
import { SolidtimeTables } from './solidtime-tables.ts';
import { isZip, ZipArchive } from './zip-archive.ts';

/** @throws STINT_ERR_IMPORT_EMPTY, STINT_ERR_IMPORT_ENCODING, STINT_ERR_IMPORT_ARCHIVE */
export function openFile(bytes: Buffer): RecordFile {
  return isZip(bytes) ? new SolidtimeTables(new ZipArchive(bytes)) : new CsvFile(bytes);
}
