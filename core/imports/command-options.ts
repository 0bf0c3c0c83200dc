/** What `npm run import -- …` says. Reads and checks, nothing else. */
import { parseArgs } from 'node:util';
import { ERR_IMPORT_COMMAND } from './errors.ts';
import { formats } from './formats.ts';
import type { ImportQuery } from './schema.ts';

export interface ImportCommand {
  path: string;
  /** Email address of who imports; the first administrator when absent. */
  as?: string;
  query: ImportQuery;
}

const orders = ['auto', 'YMD', 'MDY', 'DMY'];
const USAGE = `<file> [--for-good] [--strict] [--as <email>] [--format <name>] [--date-format YMD|MDY|DMY]
  [--time-zone <zone>] [--map-user <person in the file>=<email>]… [--default-user <email>]`;

/** @throws STINT_ERR_IMPORT_COMMAND */
export function readImportCommand(args: string[]): ImportCommand {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        'for-good': { type: 'boolean', default: false },
        strict: { type: 'boolean', default: false },
        as: { type: 'string' },
        format: { type: 'string', default: 'auto' },
        'date-format': { type: 'string', default: 'auto' },
        'time-zone': { type: 'string' },
        'map-user': { type: 'string', multiple: true },
        'default-user': { type: 'string' },
      },
    });
    const [path, ...more] = positionals;
    if (path === undefined || more.length > 0) throw new Error('Name one file.');
    requireOneOf('--format', values.format, ['auto', ...formats.map(({ name }) => name)]);
    requireOneOf('--date-format', values['date-format'], orders);
    requireZone(values['time-zone']);
    const query: ImportQuery = {
      format: values.format as ImportQuery['format'],
      dry_run: !values['for-good'],
      strict: values.strict,
      create_missing: true,
      date_format: values['date-format'] as ImportQuery['date_format'],
      time_zone: values['time-zone'],
      map_user: values['map-user'],
      default_user: values['default-user'],
    };
    return { path, as: values.as, query };
  } catch (error) {
    throw new ERR_IMPORT_COMMAND(`${(error as Error).message} Use it as: ${USAGE}`);
  }
}

function requireOneOf(option: string, value: string, words: string[]): void {
  if (!words.includes(value)) throw new Error(`${option} ${value} is none of ${words.join(', ')}.`);
}

function requireZone(zone: string | undefined): void {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
  } catch {
    throw new Error(`--time-zone ${zone} is no time zone.`);
  }
}
