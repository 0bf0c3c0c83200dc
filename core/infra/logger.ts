/** The log: one JSON line an event, to standard output, never with a credential. */
import { type Logger as Pino, pino } from 'pino';
import type { Config } from '../config.ts';

export type Logger = Pino;

export function makeLogger(config: Pick<Config, 'LOG_LEVEL'>): Logger {
  return pino({
    level: config.LOG_LEVEL,
    base: undefined,
    redact: ['*.password', '*.token', '*.secret', '*.connectionString', 'req.headers'],
    serializers: {
      // A set-up link carries its secret in the query.
      req: (request) => ({
        id: request.id,
        method: request.method,
        path: request.url?.split('?')[0],
        ip: request.ip,
      }),
      err: pino.stdSerializers.err,
    },
  });
}
