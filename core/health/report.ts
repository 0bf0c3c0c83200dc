/** Everything that is checked, and its worst. A check that fails is a problem of its own, and the others go on. */
import { createRequire } from 'node:module';
import type { Config } from '../config.ts';
import type { Context } from '../infra/context.ts';
import { checkClock, readDatabaseFacts } from './checks/database.ts';
import { checkConfig, checkDisk, freeBytes } from './checks/machine.ts';
import { checkConnections, checkDeliveries, checkIssues, checkPlugins } from './checks/plugins.ts';
import {
  checkEvents,
  checkFailedJobs,
  checkQueue,
  checkWaitingDeliveries,
  readQueueFacts,
} from './checks/work.ts';
import { problem } from './problem.ts';
import type { HealthProblem, SystemHealth } from './schema.ts';

const { version } = createRequire(import.meta.url)('../package.json') as { version: string };

type Check = () => HealthProblem[] | Promise<HealthProblem[]>;

export async function reportHealth(context: Context, config: Config): Promise<SystemHealth> {
  const [database, queue, free] = await Promise.all([
    readDatabaseFacts(context),
    readQueueFacts(context),
    freeBytes(config),
  ]);
  const checks: Record<string, Check> = {
    clock: () => checkClock(context),
    disk: () => checkDisk(free),
    configuration: () => checkConfig(config),
    queue: () => checkQueue(queue),
    events: () => checkEvents(context),
    waiting_deliveries: () => checkWaitingDeliveries(context),
    jobs: () => checkFailedJobs(context),
    plugins: () => checkPlugins(context),
    issues: () => checkIssues(context),
    connections: () => checkConnections(context),
    deliveries: () => checkDeliveries(context),
  };
  const found = await Promise.all(Object.entries(checks).map(([name, check]) => run(name, check)));
  const problems = found.flat().toSorted((a, b) => rank(b) - rank(a));
  return {
    status: problems[0]?.severity ?? 'ok',
    checked_at: context.clock.now(),
    version,
    node_version: process.versions.node,
    database,
    disk_free_bytes: free,
    queue,
    problems,
  };
}

async function run(name: string, check: Check): Promise<HealthProblem[]> {
  try {
    return await check();
  } catch (error) {
    const values = { name, error: (error as Error).message };
    const words: [string, string] = [
      'The check of {name} did not work: {error}',
      'See the log, and whether the database is of this version.',
    ];
    return [problem('warning', 'check_failed', words, values)];
  }
}

function rank({ severity }: HealthProblem): number {
  return severity === 'error' ? 1 : 0;
}
