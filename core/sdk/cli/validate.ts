/**
 * Checks the manifest as the host does, that the files which it names are there, and that it says what
 * the code registers: for that it runs the plugin's set-up once, on a core of its own.
 */
import { compareContributions } from '../../plugin-host/contributions.ts';
import { checkManifest } from '../testkit/conformance/manifest.ts';
import { readContributions } from '../testkit/contributions.ts';

/** 0 when nothing is wrong; each fault goes to standard error, a line each, its field first. */
export async function validate(folder: string): Promise<number> {
  const faults = await findFaults(folder);
  if (faults.length === 0) console.log('The manifest is valid.');
  for (const fault of faults) console.error(fault);
  return faults.length === 0 ? 0 : 1;
}

async function findFaults(folder: string): Promise<string[]> {
  try {
    await checkManifest(folder);
    const { package: found, contributions } = await readContributions(folder);
    const differences = compareContributions(found.stint, contributions);
    return differences.length === 0
      ? []
      : [...differences, '`stint-plugin manifest --write` writes what the code registers.'];
  } catch (error) {
    return (error as Error).message.replace(/^The manifest is wrong: /, '').split('; ');
  }
}
