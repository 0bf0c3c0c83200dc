/** `npm run release [-- FOLDER]`: packs the commit that is checked out. For whoever publishes Stint. */
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { listCommitted, requireCommitted } from './files.ts';
import { packRelease } from './pack.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

try {
  const committedAt = await requireCommitted(root);
  const committed = await listCommitted(root);
  const into = resolve(process.argv[2] ?? '.');
  const { file, sha256 } = await packRelease({ root, committed, committedAt, into });
  console.log(`Packed ${file}\nsha256 ${sha256}`);
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
