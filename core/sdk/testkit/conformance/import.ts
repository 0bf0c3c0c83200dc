/** Imports the entry in a process of its own, and looks at what that left: a loader must be able to. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { runModule } from './child.ts';

const script = (url: string) => `
  const names = () => new Set(Object.getOwnPropertyNames(globalThis));
  const listeners = () => process.eventNames().map((name) => [String(name), process.listenerCount(name)]);
  const before = { names: names(), listeners: new Map(listeners()) };
  // The tools that a module may use on its way in are no trace of it.
  const idle = process.getActiveResourcesInfo().length;
  await import(${JSON.stringify(url)});
  await new Promise((resolve) => setImmediate(resolve));
  console.log(JSON.stringify({
    handles: process.getActiveResourcesInfo().slice(idle).filter((name) => name !== 'Immediate'),
    globals: [...names()].filter((name) => !before.names.has(name)),
    listeners: listeners().filter(([name, count]) => count > (before.listeners.get(name) ?? 0)),
  }));
  process.exit(0);
`;

export async function checkImport(folder: string): Promise<void> {
  const { stint } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  const url = pathToFileURL(join(folder, stint.entry)).href;
  const left = JSON.parse(await runModule(script(url), folder));
  assert.deepEqual(left.handles, [], 'importing it leaves timers, servers or files open');
  assert.deepEqual(left.globals, [], 'importing it adds globals');
  assert.deepEqual(left.listeners, [], 'importing it listens to the process');
}
