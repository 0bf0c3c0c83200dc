/** `ctx.log`: lines of the instance's log, under the plugin's id, with known secrets cut short. */
import type { PluginLog } from '@stint/plugin';
import type { Logger } from '../../infra/logger.ts';

export function makeLog(log: Logger, plugin: string, redact: (text: string) => string): PluginLog {
  const child = log.child({ plugin });
  const write =
    (level: 'debug' | 'info' | 'warn' | 'error') =>
    (message: string, fields: Record<string, unknown> = {}) => {
      if (!child.isLevelEnabled(level)) return;
      child[level](JSON.parse(redact(JSON.stringify(fields) ?? '{}')), redact(String(message)));
    };
  return { debug: write('debug'), info: write('info'), warn: write('warn'), error: write('error') };
}
