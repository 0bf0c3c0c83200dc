/**
 * What every plugin has to do, whatever it does: checks that need no code of the author's. Each is a
 * test of its own, on a core and a database of its own.
 */

import { borrowServer } from '../own-server.ts';
import { folderOf } from '../test-host.ts';
import { checkCards } from './cards.ts';
import { checkDeliveries } from './deliveries.ts';
import { checkImport } from './import.ts';
import { checkLifecycle, checkMigrations, checkPurge } from './lifecycle.ts';
import { checkManifest } from './manifest.ts';
import { checkAnswers, checkRouteDeclarations } from './routes.ts';
import { checkSecrets } from './secrets.ts';

/** Throws an `AssertionError` that says what is wrong. */
export type Check = (folder: string) => Promise<void>;

/** `test` of `node:test`, `t.test` of tap, or anything that runs a titled function. */
export type RunTest = (title: string, run: () => Promise<void>) => unknown;

const checks: Record<string, Check> = {
  'conforms: the manifest is valid, and every file that it names is there': checkManifest,
  'conforms: importing the plugin does nothing': checkImport,
  'conforms: it registers what its manifest declares, is disabled and enabled three times, and leaves nothing behind':
    checkLifecycle,
  'conforms: its migrations run on an empty database, and once': checkMigrations,
  'conforms: its routes ask who calls, and declare what they take and answer':
    checkRouteDeclarations,
  'conforms: without settings it answers cleanly': checkAnswers,
  'conforms: its event handlers take repeated, reordered and unknown facts': checkDeliveries,
  'conforms: its secrets stay secret': checkSecrets,
  'conforms: its cards are classes that the page defines': checkCards,
  'conforms: a purge leaves nothing of it': checkPurge,
};

/**
 * Registers the checks as tests.
 * @param plugin folder of the plugin, where its `package.json` is
 * @example conformance(new URL('..', import.meta.url), test)
 */
export async function conformance(plugin: string | URL, test: RunTest): Promise<void> {
  const folder = folderOf(plugin);
  // Held for all of them: each has a database of its own, and none a server.
  const { giveBack } = await borrowServer();
  try {
    for (const [title, check] of Object.entries(checks)) await test(title, () => check(folder));
  } finally {
    await giveBack();
  }
}
