/** Compresses what is built once, so that the server never has to. */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';
import type { Plugin } from 'vite';

const compressible = /\.(js|css|html|svg|json|webmanifest)$/;
// Below this a packet is a packet.
const LEAST_BYTES = 1024;

export function precompress(): Plugin {
  let folder = '';
  return {
    name: 'stint-precompress',
    apply: 'build',
    configResolved(config) {
      folder = resolve(config.root, config.build.outDir);
    },
    async closeBundle() {
      const files = await readdir(folder, { recursive: true });
      await Promise.all(files.filter((file) => compressible.test(file)).map(compressFile));
    },
  };

  async function compressFile(file: string): Promise<void> {
    const path = join(folder, file);
    const content = await readFile(path);
    if (content.length < LEAST_BYTES) return;
    await writeFile(`${path}.br`, await promisify(brotliCompress)(content));
    await writeFile(`${path}.gz`, await promisify(gzip)(content, { level: 9 }));
  }
}
