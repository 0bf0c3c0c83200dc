/**
 * `npm run bench`: how fast Stint is beside a bare server that does the least for the same answer,
 * in one run, so that a slow machine slows both. It prints numbers and judges none of them: it fails
 * only where an answer was not the expected one. `npm run bench -- --rounds 3 --seconds 2` is quick.
 */
import { compareDrain } from './drain.ts';
import { compareGithub } from './github.ts';
import { compareGoogle } from './google.ts';
import { readBenchOptions } from './options.ts';
import { comparePairs } from './pairs.ts';
import { comparePlugins } from './plugins.ts';
import { compareReport } from './report.ts';
import { compareSlack } from './slack.ts';
import { openStage } from './stage.ts';
import { measureStart } from './start.ts';
import { compareSubscribers } from './subscribers.ts';
import { printTable, type TableRow } from './table.ts';

const options = readBenchOptions(process.argv.slice(2));
const stage = await openStage();
try {
  const rows: TableRow[] = [];
  rows.push(...(await comparePairs(stage, options)));
  rows.push(...(await compareReport(stage, options)));
  rows.push(...(await compareSubscribers(stage, options)));
  rows.push(...(await compareDrain(stage, options)));
  rows.push(...(await comparePlugins(stage, options)));
  rows.push(...(await compareGithub(stage, options)));
  rows.push(...(await compareSlack(stage, options)));
  rows.push(...(await compareGoogle(options)));
  rows.push(...(await measureStart(stage)));
  printTable(rows, options);
} finally {
  await stage.close();
}
process.exit();
