/**
 * The log of events as server-sent events, for one reader: what the list has, as it comes. It reads the
 * list again when something was announced, so that nothing is told that the list would not tell.
 * Source: https://html.spec.whatwg.org/multipage/server-sent-events.html
 */
import { PassThrough } from 'node:stream';
import type { Knex } from 'knex';
import type { Actor } from '../infra/context.ts';
import type { Logger } from '../infra/logger.ts';
import { readLog } from './service.ts';

// Proxies close what is silent for a minute, and an ended session has to be noticed.
const HEARTBEAT_MS = 25_000;
// What is held back by another transaction, or was not announced.
const AGAIN_MS = 1_000;
const PAGE = 100;

export interface EventStreamOptions {
  db: Knex;
  log: Pick<Logger, 'warn'>;
  actor: Actor;
  /** Where the reader is. */
  after: number;
  types?: readonly string[];
  /** Asked now and then: is this still somebody who may listen? */
  isWelcome: () => Promise<boolean>;
}

export interface EventStream {
  stream: PassThrough;
  /** Something may have been committed. */
  look(): void;
}

export function openEventStream(options: EventStreamOptions): EventStream {
  const { db, log, actor, types, isWelcome } = options;
  const stream = new PassThrough();
  let position = options.after;
  let isDue = false;
  let isReading = false;
  let again: NodeJS.Timeout | undefined;

  function look(): void {
    isDue = true;
    if (!isReading) void readWhileDue();
  }

  /** Never rejects. */
  async function readWhileDue(): Promise<void> {
    isReading = true;
    while (isDue && !stream.destroyed && !stream.writableEnded) {
      isDue = false;
      try {
        const page = await readLog(db, actor, { after: position, limit: PAGE, types });
        for (const one of page.events) await tell(one.event.type, one.event, one.position);
        position = page.position;
        if (page.hasMore) isDue = true;
        else if (page.isHeldBack) lookLater();
      } catch (error) {
        log.warn({ err: error }, 'events were not read');
        lookLater();
      }
    }
    isReading = false;
  }

  function lookLater(): void {
    clearTimeout(again);
    again = setTimeout(look, AGAIN_MS).unref();
  }

  /** A reader that takes nothing is waited for: it reads on from where it is. */
  async function tell(type: string, event: object, id: number): Promise<void> {
    if (stream.destroyed || stream.writableEnded) return;
    const isTaken = stream.write(`id: ${id}\nevent: ${type}\ndata: ${JSON.stringify(event)}\n\n`);
    if (isTaken) return;
    await new Promise<void>((resolve) => {
      const go = () => {
        stream.off('drain', go).off('close', go);
        resolve();
      };
      stream.on('drain', go).on('close', go);
    });
  }

  const heartbeat = setInterval(async () => {
    // A database that does not answer now does not end the stream.
    if (!(await isWelcome().catch(() => true))) stream.end();
    else if (!stream.writableNeedDrain) stream.write(':\n\n');
    look();
  }, HEARTBEAT_MS);
  stream.once('close', () => {
    clearInterval(heartbeat);
    clearTimeout(again);
  });
  stream.write(': the events of Stint\n\n');
  look();
  return { stream, look };
}
