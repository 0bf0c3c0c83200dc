/**
 * Writes into `package.json` what the plugin's code registers, so that nobody writes it twice. Cards and
 * permissions stay as they are: no code says them.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { compareContributions, withContributions } from '../../plugin-host/contributions.ts';
import { readContributions } from '../testkit/contributions.ts';

/** Prints the block, or writes it with `--write`. */
export async function manifest(folder: string, { write = false } = {}): Promise<number> {
  const { package: found, contributions } = await readContributions(folder);
  const next = withContributions(found.stint, contributions);
  if (!write) {
    console.log(JSON.stringify({ contributes: next.contributes ?? {} }, null, 2));
    return 0;
  }
  const differences = compareContributions(found.stint, contributions);
  if (differences.length === 0) {
    console.log('The manifest says what the code registers.');
    return 0;
  }
  const file = join(folder, 'package.json');
  const text = await readFile(file, 'utf8');
  const json = { ...JSON.parse(text), stint: next };
  // As it was indented; the rest of the file does not change.
  const indent = /^([ \t]+)"/m.exec(text)?.[1] ?? '  ';
  await writeFile(file, JSON.stringify(json, null, indent) + (text.endsWith('\n') ? '\n' : ''));
  for (const difference of differences) console.log(`Mended: ${difference}`);
  return 0;
}
