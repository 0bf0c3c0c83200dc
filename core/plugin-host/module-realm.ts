/**
 * A start of a plugin sees its files as they are now: modules of its folder are imported under the stamp
 * of that start, those that they import as well. Packages in `node_modules` stay what they are, and
 * Node keeps what was imported before: a process that lives long is restarted after an upgrade.
 */
import { createRequire, registerHooks } from 'node:module';
import { sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const STAMP = 'stint-start';
const require = createRequire(import.meta.url);

let isHooked = false;

/** Which module to import for a start of the plugin in that folder. The first has no stamp. */
export function moduleOf(file: string, folder: string, start: number): string {
  const url = pathToFileURL(file);
  if (start <= 1) return url.href;
  hook();
  forgetCommonJs(folder);
  url.searchParams.set(STAMP, `${start}:${folder}`);
  return url.href;
}

function hook(): void {
  if (isHooked) return;
  isHooked = true;
  registerHooks({
    resolve(specifier, context, nextResolve) {
      const resolved = nextResolve(specifier, context);
      const stamp = stampOf(context.parentURL);
      if (!stamp || !resolved.url.startsWith('file:')) return resolved;
      const url = new URL(resolved.url);
      const folder = stamp.slice(stamp.indexOf(':') + 1);
      if (!isOwn(fileURLToPath(url), folder)) return resolved;
      url.searchParams.set(STAMP, stamp);
      return { ...resolved, url: url.href };
    },
  });
}

function stampOf(parentUrl: string | undefined): string | null {
  return parentUrl?.includes(STAMP) ? new URL(parentUrl).searchParams.get(STAMP) : null;
}

function isOwn(file: string, folder: string): boolean {
  const own = folder.endsWith(sep) ? folder : folder + sep;
  return file.startsWith(own) && !file.slice(own.length).split(sep).includes('node_modules');
}

// These are known by their path alone.
function forgetCommonJs(folder: string): void {
  for (const file of Object.keys(require.cache)) {
    if (isOwn(file, folder)) delete require.cache[file];
  }
}
