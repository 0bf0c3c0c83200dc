/** Which part of Stint a process is: all of it, or its web or worker half. */
import type { Config } from './config.ts';
import { ERR_CONFIG_INVALID } from './errors.ts';

export interface ProcessPart {
  isWeb: boolean;
  isWorker: boolean;
  /** Alone, with a database of its own if need be. */
  isWhole: boolean;
  /** For the terminal. */
  label: string;
}

/** @param command the word after `core/start.js` */
export function readPart(command = 'serve'): ProcessPart {
  const isWeb = command !== 'worker';
  const isWorker = command !== 'web';
  const isWhole = isWeb && isWorker;
  return { isWeb, isWorker, isWhole, label: isWhole ? '' : ` ${command}` };
}

/**
 * An embedded database belongs to one process, and halves have to share one.
 * @throws STINT_ERR_CONFIG_INVALID
 */
export function requireSharedDatabase({ DATABASE_URL }: Config, { label }: ProcessPart): void {
  if (DATABASE_URL !== undefined) return;
  throw new ERR_CONFIG_INVALID(
    `DATABASE_URL is not set: the${label} part runs beside others on one PostgreSQL; "npm start" has its own`,
  );
}
