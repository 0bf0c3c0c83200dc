/**
 * One person's stream of server-sent events: `hello`, then `change` and `gap`.
 * Source: https://html.spec.whatwg.org/multipage/server-sent-events.html
 */
import { PassThrough } from 'node:stream';
import type { Clock } from '../infra/clock.ts';
import type { Actor } from '../infra/context.ts';
import { type Change, messageFor } from './change.ts';
import type { LiveFeed } from './feed.ts';

// Proxies close what is silent for a minute, and an ended session has to be noticed.
const HEARTBEAT_MS = 25_000;
// A reader that takes nothing: it will ask anew when it is back.
const MOST_UNREAD_BYTES = 65_536;

export interface StreamOptions {
  feed: LiveFeed;
  clock: Clock;
  actor: Actor;
  /** The last position that the reader has, when it comes back. */
  after?: number;
  /** Asked now and then: is this still somebody who may listen? */
  isWelcome: () => Promise<boolean>;
}

export async function openStream({
  feed,
  clock,
  actor,
  after,
  isWelcome,
}: StreamOptions): Promise<PassThrough> {
  const stream = new PassThrough();
  function write(text: string): void {
    if (stream.writableLength > MOST_UNREAD_BYTES) stream.destroy();
    else if (!stream.destroyed) stream.write(text);
  }
  function tell(event: string, data: object, id?: number): void {
    const line = id === undefined ? '' : `id: ${id}\n`;
    write(`${line}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  }
  // What is replayed may be news to the feed as well.
  const replayed = new Set<number>();
  let waiting: Change[] | undefined = [];
  function onChange(change: Change): void {
    if (waiting) waiting.push(change);
    else if (!replayed.has(change.position)) pass(change);
  }
  function pass(change: Change): void {
    const message = messageFor(actor, change);
    if (message) tell('change', message, change.position);
  }
  const onGap = () => tell('gap', {});

  const { position, unfollow } = await feed.follow({ onChange, onGap });
  const heartbeat = setInterval(async () => {
    // A database that does not answer now does not end the stream.
    if (await isWelcome().catch(() => true)) write(':\n\n');
    else stream.end();
  }, HEARTBEAT_MS);
  stream.once('close', () => {
    clearInterval(heartbeat);
    unfollow();
  });

  tell('hello', { now: clock.now().toISOString() }, after ?? position);
  if (after !== undefined) {
    const missed = await feed.since(after);
    if (!missed) tell('gap', {}, position);
    for (const change of missed ?? []) {
      replayed.add(change.position);
      pass(change);
    }
  }
  const news = waiting;
  waiting = undefined;
  news.forEach(onChange);
  return stream;
}
