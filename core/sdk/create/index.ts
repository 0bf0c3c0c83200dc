#!/usr/bin/env node
/** `create-stint-plugin <folder>`: a new plugin, with passing tests. It overwrites nothing and needs no network. */
import { resolve } from 'node:path';
import { createPlugin } from './create-plugin.ts';

const [folder, ...rest] = process.argv.slice(2);
if (folder === undefined || folder.startsWith('-') || rest.length > 0) {
  console.error('Usage: create-stint-plugin <folder>');
  process.exit(2);
}
try {
  const { id, files } = await createPlugin(resolve(folder));
  console.log(`Made the plugin ${id} in ${folder}:`);
  for (const file of files) console.log(`  ${file}`);
  console.log(`\nTry it:\n  cd ${folder}\n  node --test`);
} catch (error) {
  console.error((error as Error).message);
  process.exit(1);
}
