/**
 * `ctx.log`: lines of the instance's log, under the plugin's id, with known secrets cut short. A flood
 * is cut off: writing a line costs everybody time.
 */
import type { PluginLog } from '@stint/plugin';
import type { Logger } from '../../infra/logger.ts';

const MOST_LINES = 100;
const WINDOW_MS = 1000;

export function makeLog(log: Logger, plugin: string, redact: (text: string) => string): PluginLog {
  const child = log.child({ plugin });
  let windowEndsAt = 0;
  let lines = 0;

  function isTooMuch(): boolean {
    const now = performance.now();
    if (now > windowEndsAt) {
      if (lines > MOST_LINES) child.warn(`${lines - MOST_LINES} lines were left out`);
      windowEndsAt = now + WINDOW_MS;
      lines = 0;
    }
    lines += 1;
    return lines > MOST_LINES;
  }

  const write =
    (level: 'debug' | 'info' | 'warn' | 'error') =>
    (message: string, fields: Record<string, unknown> = {}) => {
      if (!child.isLevelEnabled(level) || isTooMuch()) return;
      child[level](toPlain(fields, redact), redact(String(message)));
    };
  return { debug: write('debug'), info: write('info'), warn: write('warn'), error: write('error') };
}

/** What cannot be written as JSON is no reason to fail. */
function toPlain(fields: unknown, redact: (text: string) => string): object {
  try {
    return { fields: JSON.parse(redact(JSON.stringify(fields) ?? 'null')) };
  } catch {
    return { fields: 'not JSON' };
  }
}
