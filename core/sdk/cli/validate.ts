/** Checks the manifest as the host does, and that the files which it names are there. Runs no code of the plugin. */
import { checkManifest } from '../testkit/conformance/manifest.ts';

/** 0 when nothing is wrong; each fault goes to standard error, a line each, its field first. */
export async function validate(folder: string): Promise<number> {
  try {
    await checkManifest(folder);
    console.log('The manifest is valid.');
    return 0;
  } catch (error) {
    const { message } = error as Error;
    for (const fault of message.replace(/^The manifest is wrong: /, '').split('; ')) {
      console.error(fault);
    }
    return 1;
  }
}
