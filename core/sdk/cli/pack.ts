/** Builds a plugin and packs it, ready to be published or installed. */
import { relative } from 'node:path';
import { buildPlugin } from './build.ts';
import { writeTarball } from './write-tarball.ts';

export async function pack(folder: string): Promise<number> {
  const { file, sha256 } = await writeTarball(await buildPlugin(folder), folder);
  console.log(`Packed ${relative(process.cwd(), file)}\nsha256 ${sha256}`);
  return 0;
}
