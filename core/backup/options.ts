/** What `npm run backup` and `npm run restore` were told. Reads and checks, nothing else. */
import { parseArgs } from 'node:util';
import { ERR_BACKUP_OPTION } from './errors.ts';

export interface BackupArguments {
  file: string | undefined;
  'with-key': boolean;
  check: boolean;
}

const BACKUP_USE = 'Use it as: npm run backup -- [FILE] [--with-key], or --check FILE.';

/** @throws STINT_ERR_BACKUP_OPTION */
export function readBackupArguments(args: string[]): BackupArguments {
  const { values, positionals } = parse(args, BACKUP_USE, {
    'with-key': { type: 'boolean', default: false },
    check: { type: 'boolean', default: false },
  } as const);
  const [file, ...more] = positionals;
  if (more.length > 0 || (values.check && file === undefined))
    throw new ERR_BACKUP_OPTION(BACKUP_USE);
  return { file, 'with-key': values['with-key'] === true, check: values.check === true };
}

/** @throws STINT_ERR_BACKUP_OPTION */
export function readRestoreArguments(args: string[]): { file: string } {
  const use = 'Use it as: npm run restore -- FILE.';
  const [file, ...more] = parse(args, use, {}).positionals;
  if (file === undefined || more.length > 0) throw new ERR_BACKUP_OPTION(use);
  return { file };
}

function parse(
  args: string[],
  use: string,
  options: Record<string, { type: 'boolean'; default: boolean }>,
) {
  try {
    return parseArgs({ args, options, allowPositionals: true });
  } catch (error) {
    throw new ERR_BACKUP_OPTION(`${(error as Error).message} ${use}`);
  }
}
