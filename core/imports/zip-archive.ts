/** The files of a ZIP archive that was sent, each unpacked when asked for, and none that is too large. */
import { type UnzipFileInfo, unzipSync } from 'fflate';
import { ERR_IMPORT_ARCHIVE } from './errors.ts';

const MAX_UNPACKED_BYTES = 200 * 1024 * 1024;

export function isZip(bytes: Buffer): boolean {
  return bytes.subarray(0, 4).equals(Buffer.from([0x50, 0x4b, 3, 4]));
}

export class ZipArchive {
  #bytes: Buffer;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  /** @throws STINT_ERR_IMPORT_ARCHIVE when it is broken, or says that it is larger than we read */
  file(name: string): Buffer | undefined {
    const filter = (file: UnzipFileInfo) => {
      if (file.name === name && file.originalSize > MAX_UNPACKED_BYTES)
        throw new ERR_IMPORT_ARCHIVE(
          `${name} unpacks to ${file.originalSize} bytes, more than the ${MAX_UNPACKED_BYTES} allowed`,
        );
      return file.name === name;
    };
    try {
      // It never writes more than the size it was told.
      const found = unzipSync(this.#bytes, { filter })[name];
      return found && Buffer.from(found.buffer, found.byteOffset, found.byteLength);
    } catch (error) {
      if (error instanceof ERR_IMPORT_ARCHIVE) throw error;
      throw new ERR_IMPORT_ARCHIVE(`it cannot be unpacked (${(error as Error).message})`);
    }
  }
}
