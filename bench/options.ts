/** How long the benchmark runs, and what of it. */
import { parseArgs } from 'node:util';

export interface BenchOptions {
  /** Measurements of each side of a pair, alternating. */
  rounds: number;
  /** Length of each. */
  seconds: number;
  /** Only the pairs whose name holds this. */
  only: string;
  /** Folder for CPU profiles of the server processes. */
  profile?: string;
}

export function readBenchOptions(args: string[]): BenchOptions {
  const { values } = parseArgs({
    args,
    options: {
      rounds: { type: 'string', default: '5' },
      seconds: { type: 'string', default: '5' },
      only: { type: 'string', default: '' },
      profile: { type: 'string' },
    },
  });
  const rounds = Number(values.rounds);
  const seconds = Number(values.seconds);
  if (!(Number.isInteger(rounds) && rounds > 0 && seconds > 0)) {
    throw new Error('--rounds and --seconds must be positive numbers.');
  }
  return { rounds, seconds, only: values.only, profile: values.profile };
}
