// `npm start` comes in here, in plain JavaScript: an old Node has to be able to say that it is old.
import module from 'node:module';
import { fileURLToPath } from 'node:url';

const [major, minor] = process.versions.node.split('.').map(Number);

if (major < 22 || (major === 22 && minor < 18)) {
  console.error(
    `Stint needs Node 22.18 or newer; this is ${process.versions.node}. Run it as "npm start" after "npm ci", or install a newer Node.`,
  );
  process.exit(1);
}

const commands = {
  serve: './main.ts',
  web: './main.ts',
  worker: './main.ts',
  demo: './demo/main.ts',
  'rotate-key': './secrets/rotate-command.ts',
  import: './imports/command.ts',
  plugins: './plugin-host/install/command.ts',
  backup: './backup/backup-command.ts',
  restore: './backup/restore-command.ts',
  upgrade: './plugin-host/upgrade/command.ts',
  build: './infra/web-app/build-command.ts',
};
const name = process.argv[2] ?? 'serve';
if (!Object.hasOwn(commands, name)) {
  console.error(`There is no command "${name}": use one of ${Object.keys(commands).join(', ')}.`);
  process.exit(1);
}
// Types are stripped once, not at each start: a third less memory, and half the time. Where the folder
// cannot be written, everything works without.
module.enableCompileCache?.(
  fileURLToPath(new URL('../node_modules/.cache/stint', import.meta.url)),
);
await import(commands[name]);
