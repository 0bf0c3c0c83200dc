/** The manifest, by the validator of the host, and the files that it names. */
import assert from 'node:assert/strict';
import { access, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { checkCompatibility, checkPackage } from '../../../plugin-host/manifest-check.ts';

export async function checkManifest(folder: string): Promise<void> {
  const json = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  const found = checkPackage(json);
  checkCompatibility(found);
  const { entry, ui, migrations, contributes = {} } = found.stint;
  for (const file of [entry, ui, migrations]) {
    if (file === undefined) continue;
    await assert.doesNotReject(access(join(folder, file)), `${file} is not there`);
  }
  assert.ok(ui || !contributes.cards?.length, 'it declares cards, but no "ui" module');
}
