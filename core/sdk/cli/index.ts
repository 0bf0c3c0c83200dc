#!/usr/bin/env node
/** `stint-plugin <command> [folder]`: what an author runs while making a plugin. */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from './build.ts';
import { runDev } from './dev.ts';
import { manifest } from './manifest.ts';
import { pack } from './pack.ts';
import { runTests } from './run-tests.ts';
import { validate } from './validate.ts';

type Command = (folder: string, options: { write?: boolean }) => Promise<number>;

const commands: Record<string, Command> = {
  validate,
  manifest,
  test: runTests,
  dev: runDev,
  build,
  pack,
};
const usage = 'Usage: stint-plugin validate|manifest [--write]|test|dev|build|pack [folder]';

const [name = '', ...rest] = process.argv.slice(2);
const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
try {
  if (!command) throw new Error(usage);
  const { values, positionals } = parseArgs({
    args: rest,
    options: { write: { type: 'boolean' } },
    allowPositionals: true,
  });
  process.exitCode = await command(resolve(positionals[0] ?? '.'), values);
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = command ? 1 : 2;
}
