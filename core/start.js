// `npm start` comes in here, in plain JavaScript: an old Node has to be able to say that it is old.
const [major, minor] = process.versions.node.split('.').map(Number);

if (major < 22 || (major === 22 && minor < 18)) {
  console.error(
    `Stint needs Node 22.18 or newer; this is ${process.versions.node}. Run it as "npm start" after "npm ci", or install a newer Node.`,
  );
  process.exit(1);
}

const commands = {
  serve: './main.ts',
  demo: './demo/main.ts',
  'rotate-key': './secrets/rotate-command.ts',
};
const name = process.argv[2] ?? 'serve';
if (!Object.hasOwn(commands, name)) {
  console.error(`There is no command "${name}": use one of ${Object.keys(commands).join(', ')}.`);
  process.exit(1);
}
await import(commands[name]);
