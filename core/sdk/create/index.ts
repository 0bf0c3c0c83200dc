#!/usr/bin/env node
/** `create-stint-plugin [--kind …] <folder>`: a new plugin, with passing tests. It overwrites nothing and needs no network. */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { createPlugin, type Kind, kinds } from './create-plugin.ts';

const usage = `Usage: create-stint-plugin [--kind ${kinds.join('|')}] <folder>`;

function readArguments(): { folder: string; kind: Kind } | undefined {
  try {
    const { values, positionals } = parseArgs({
      options: { kind: { type: 'string', default: 'minimal' } },
      allowPositionals: true,
    });
    const [folder, ...rest] = positionals;
    const kind = kinds.find((one) => one === values.kind);
    return folder && kind && rest.length === 0 ? { folder, kind } : undefined;
  } catch {
    return undefined;
  }
}

const wanted = readArguments();
if (!wanted) {
  console.error(usage);
  process.exit(2);
}
try {
  const { folder, kind } = wanted;
  const { id, files } = await createPlugin(resolve(folder), kind);
  console.log(`Made the plugin ${id} in ${folder}:`);
  for (const file of files) console.log(`  ${file}`);
  console.log(`\nTry it:\n  cd ${folder}\n  node --test`);
} catch (error) {
  console.error((error as Error).message);
  process.exit(1);
}
