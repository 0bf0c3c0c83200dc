/**
 * `npm run upgrade -- --check`: says which plugins an upgrade of Stint would stop, and ends with 1 where
 * there is one. It upgrades nothing itself.
 */
import { parseArgs } from 'node:util';
import { loadConfig, loadEnvFile } from '../../config.ts';
import { openDatabase } from '../../infra/database.ts';
import { makeLogger } from '../../infra/logger.ts';
import { joinDatabase, prepareDatabase } from '../../infra/provide-database.ts';
import { runUntilSignal } from '../../infra/shutdown.ts';
import type { Found } from '../discover.ts';
import { bundledFolder, discoverAll } from '../discover-all.ts';
import { VersionStore } from '../install/store.ts';
import { checkUpgrade } from './check.ts';
import { ERR_UPGRADE_CHECK } from './errors.ts';
import { readProduct } from './read-product.ts';

const USAGE = 'upgrade --check --contract <version>, or --check --product <release.tgz>';

function readOptions(args: string[]) {
  try {
    const { values } = parseArgs({
      args,
      options: {
        check: { type: 'boolean', default: false },
        contract: { type: 'string' },
        product: { type: 'string' },
      },
    });
    if (!values.check) throw new Error('It only looks: say --check.');
    if ((values.contract === undefined) === (values.product === undefined))
      throw new Error('Say against what.');
    return values;
  } catch (error) {
    throw new ERR_UPGRADE_CHECK(`${(error as Error).message} Use it as: ${USAGE}`);
  }
}

const words = {
  runs: 'goes on',
  stops: 'STOPS',
  cannot_run: 'cannot run, now or then',
  could_run: 'could run then',
};

await runUntilSignal(async (onStop) => {
  const { contract, product } = readOptions(process.argv.slice(3));
  loadEnvFile();
  const config = loadConfig(process.env);
  const release = product === undefined ? undefined : await readProduct(product);

  const database = await joinDatabase(config, makeLogger({ LOG_LEVEL: 'warn' }));
  onStop('database server', () => database.stop());
  const db = openDatabase(database.connectionString, 2);
  onStop('database connections', () => db.destroy());
  await prepareDatabase(db, database.connectionString);

  const here = await discoverAll(config, db, new VersionStore(config.DATA_DIR));
  const isReplaced = ({ folder }: Found) => release && folder.startsWith(`${bundledFolder}/`);
  const found = [...here.filter((one) => !isReplaced(one)), ...(release?.bundled ?? [])];
  const report = checkUpgrade(found, release?.contract ?? (contract as string));
  const { current, target } = report.contract;
  const name = release ? `Stint ${release.version}` : 'That';
  console.log(`${name} has version ${target} of the plugin contract; this is ${current}.`);
  for (const { id, version, needs_contract, verdict, reason } of report.data) {
    const why = reason === null ? '' : `: ${reason}`;
    console.log(`  ${id} ${version} (needs ${needs_contract}) ${words[verdict]}${why}`);
  }
  console.log(
    report.stops === 0
      ? 'No plugin stops.'
      : `Plugins that stop: ${report.stops}. Their data and settings stay, and they start again with a version that fits.`,
  );
  if (report.stops > 0) process.exitCode = 1;
  process.kill(process.pid, 'SIGTERM');
});
