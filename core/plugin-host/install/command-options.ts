/** What `npm run plugins -- …` says. Reads and checks, nothing else. */
import { parseArgs } from 'node:util';
import { ERR_PLUGIN_COMMAND } from './errors.ts';

export interface InstallOptions {
  command: 'install';
  /** The tarball, or the folder. */
  path: string;
  /** Of the file that was looked at: confirms it. */
  sha256?: string;
  /** Confirms whatever the file is. */
  yes: boolean;
}

export interface SwitchOptions {
  command: 'enable' | 'disable';
  id: string;
}

export type PluginCommand = InstallOptions | SwitchOptions | { command: 'list' };

const USAGE =
  'list, enable <id>, disable <id>, or install <file.tgz or folder> [--sha256 <hash>] [--yes]';

/** @throws STINT_ERR_PLUGIN_COMMAND */
export function readPluginCommand(args: string[]): PluginCommand {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { sha256: { type: 'string' }, yes: { type: 'boolean', default: false } },
    });
    const [command, subject, ...more] = positionals;
    if (command === undefined) throw new Error('Say what to do.');
    if (command === 'list' && subject === undefined) return { command };
    if (subject !== undefined && more.length === 0) {
      if (command === 'install') return { command, path: subject, ...values };
      if (command === 'enable' || command === 'disable') return { command, id: subject };
    }
    throw new Error(`Not known: ${positionals.join(' ')}.`);
  } catch (error) {
    throw new ERR_PLUGIN_COMMAND(`${(error as Error).message} Use it as: ${USAGE}`);
  }
}
