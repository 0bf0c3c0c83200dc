/** What `npm run demo -- --entries 100000 --users 50` says. Reads and checks, nothing else. */
import { parseArgs } from 'node:util';
import { ERR_DEMO_OPTION } from './errors.ts';

export interface DemoSize {
  entries: number;
  users: number;
}

const MAX_ENTRIES = 10_000_000;
const MAX_USERS = 10_000;
/** What everybody has done today already. */
const LEAST_ENTRIES_PER_USER = 3;

/** @throws STINT_ERR_DEMO_OPTION */
export function readOptions(args: string[]): DemoSize {
  const { entries, users } = parse(args);
  const size = {
    users: readCount('users', users, 1, MAX_USERS),
    entries: readCount('entries', entries, 1, MAX_ENTRIES),
  };
  const least = size.users * LEAST_ENTRIES_PER_USER;
  if (size.entries < least) {
    throw new ERR_DEMO_OPTION(
      `--entries must be at least ${least} for ${size.users} users (is ${size.entries}).`,
    );
  }
  return size;
}

function parse(args: string[]): { entries: string; users: string } {
  try {
    return parseArgs({
      args,
      options: {
        entries: { type: 'string', default: '10000' },
        users: { type: 'string', default: '5' },
      },
    }).values;
  } catch (error) {
    throw new ERR_DEMO_OPTION(`${(error as Error).message} Known are --entries and --users.`);
  }
}

function readCount(name: string, text: string, least: number, most: number): number {
  const count = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (count >= least && count <= most) return count;
  throw new ERR_DEMO_OPTION(`--${name} must be a number from ${least} to ${most} (is "${text}").`);
}
