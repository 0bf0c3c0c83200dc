#!/usr/bin/env node
/** `stint-plugin validate|test|dev <folder>`: what an author runs while making a plugin. */
import { resolve } from 'node:path';
import { runDev } from './dev.ts';
import { runTests } from './run-tests.ts';
import { validate } from './validate.ts';

const commands: Record<string, (folder: string) => Promise<number>> = {
  validate,
  test: runTests,
  dev: runDev,
};

const [name = '', folder = '.'] = process.argv.slice(2);
const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
if (command) {
  process.exitCode = await command(resolve(folder));
} else {
  console.error('Usage: stint-plugin validate|test|dev [folder]');
  process.exitCode = 2;
}
