/** What `npm run rotate-key -- --new` says. Reads and checks, nothing else. */
import { parseArgs } from 'node:util';
import { ERR_ROTATE_OPTION } from './errors.ts';

export interface RotateOptions {
  /** Put a new key into the key file first. */
  new: boolean;
  /** Delete what no key decrypts. */
  'discard-lost': boolean;
}

/** @throws STINT_ERR_ROTATE_OPTION */
export function readRotateOptions(args: string[]): RotateOptions {
  try {
    return parseArgs({
      args,
      options: {
        new: { type: 'boolean', default: false },
        'discard-lost': { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    throw new ERR_ROTATE_OPTION(`${(error as Error).message} Known are --new and --discard-lost.`);
  }
}
