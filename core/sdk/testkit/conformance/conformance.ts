/**
 * What every plugin has to do, whatever it does: checks that need no code of the author's. Each is a
 * test of its own, on a core and a database of its own.
 */

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { PluginDefinition } from '@stint/plugin';
import { borrowServer } from '../own-server.ts';
import { folderOf } from '../test-host.ts';
import { checkCards } from './cards.ts';
import { checkIllness } from './connector/illness.ts';
import { checkSameDelivery, checkSignatures } from './connector/inbound.ts';
import { checkApart, checkDisconnect, checkNotConfigured } from './connector/people.ts';
import { checkDeliveries } from './deliveries.ts';
import { checkImport } from './import.ts';
import { checkLifecycle, checkMigrations, checkPurge } from './lifecycle.ts';
import { checkManifest } from './manifest.ts';
import type { ConformanceOptions } from './options.ts';
import { checkRepetitions } from './repetitions.ts';
import { checkAnswers, checkRouteDeclarations } from './routes.ts';
import { checkSecrets } from './secrets.ts';

/** Throws an `AssertionError` that says what is wrong. */
export type Check = (folder: string, options: ConformanceOptions) => Promise<void>;

/** `test` of `node:test`, `t.test` of tap, or anything that runs a titled function. */
export type RunTest = (title: string, run: () => Promise<void>) => unknown;

const ofPlugins: Record<string, Check> = {
  'conforms: the manifest is valid, and every file that it names is there': checkManifest,
  'conforms: importing the plugin does nothing': checkImport,
  'conforms: it registers what its manifest declares, is disabled and enabled three times, and leaves nothing behind':
    checkLifecycle,
  'conforms: its migrations run on an empty database, and once': checkMigrations,
  'conforms: its routes ask who calls, and declare what they take and answer':
    checkRouteDeclarations,
  'conforms: without settings it answers cleanly': checkAnswers,
  'conforms: its event handlers take repeated, reordered and unknown facts': checkDeliveries,
  'conforms: its tasks and schedules run twice lead to the same as once': checkRepetitions,
  'conforms: its secrets stay secret': checkSecrets,
  'conforms: its cards are classes that the page defines': checkCards,
  'conforms: a purge leaves nothing of it': checkPurge,
};

/** Of those who have connections. */
const ofConnectors: Record<string, Check> = {
  'conforms: while nobody is connected it says so, and breaks nothing': checkNotConfigured,
  'conforms: a sick other side shows as what it is, and nothing is lost': checkIllness,
  'conforms: what is not signed, or not in time, is refused': checkSignatures,
  'conforms: the same delivery many times at once is one': checkSameDelivery,
  'conforms: two people who connect know nothing of each other': checkApart,
  'conforms: disconnecting takes the secrets along': checkDisconnect,
};

/**
 * Registers the checks as tests.
 * @param plugin folder of the plugin, where its `package.json` is
 * @param options what cannot be found out, for connectors
 * @example conformance(new URL('..', import.meta.url), test)
 */
export async function conformance(
  plugin: string | URL,
  test: RunTest,
  options: ConformanceOptions = {},
): Promise<void> {
  const folder = folderOf(plugin);
  const checks = { ...ofPlugins, ...((await hasConnections(folder)) && ofConnectors) };
  // Held for all of them: each has a database of its own, and none a server.
  const { giveBack } = await borrowServer();
  try {
    for (const [title, check] of Object.entries(checks))
      await test(title, () => check(folder, options));
  } finally {
    await giveBack();
  }
}

/** False for one that cannot be imported as well: the other checks say why. */
async function hasConnections(folder: string): Promise<boolean> {
  try {
    const { stint } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
    const module = await import(pathToFileURL(join(folder, stint.entry)).href);
    const definition: PluginDefinition = module.default;
    return definition.settings?.connection !== undefined;
  } catch {
    return false;
  }
}
