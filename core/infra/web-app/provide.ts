/**
 * The built web app for this very source: found, or built. It is found under the stamp of its sources,
 * so a pull of new ones never shows an old page. Where it cannot be built, the API runs without.
 */
import { constants } from 'node:fs';
import { access, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Config } from '../../config.ts';
import type { Logger } from '../logger.ts';
import { buildWebApp } from './build.ts';
import { stampOfWebApp } from './stamp.ts';

const repository = fileURLToPath(new URL('../../../', import.meta.url));
const source = join(repository, 'ui');

/** @returns the folder of the build, or nothing when there is none; the log says why */
export async function provideWebApp(
  { DATA_DIR }: Pick<Config, 'DATA_DIR'>,
  log: Logger,
): Promise<string | undefined> {
  try {
    const stamp = await stampOfWebApp(repository);
    // In a clone that may not be written, the data folder is the one place that can be.
    const folders = [join(source, 'dist'), join(DATA_DIR, 'web-app')];
    for (const folder of folders) {
      if (await isThere(join(folder, stamp, 'index.html'))) return join(folder, stamp);
    }
    const folder = (await firstWritable(folders)) as string;
    log.info({ folder }, 'building the web app');
    return await buildWebApp({ source, folder, stamp });
  } catch (error) {
    log.error({ err: error }, 'the web app could not be built: the API runs without it');
    return undefined;
  }
}

async function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

/** The last one where none is: the failure to write there says what is wrong. */
async function firstWritable(folders: string[]): Promise<string | undefined> {
  for (const folder of folders) {
    try {
      await mkdir(folder, { recursive: true });
      await access(folder, constants.W_OK);
      return folder;
    } catch {
      // The next one, then.
    }
  }
  return folders.at(-1);
}
