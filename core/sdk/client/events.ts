/** Every event that its token may see, from a cursor on, as it happens. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { paths } from './api.d.ts';
import type { StintClient } from './index.ts';

type EventPage = paths['/api/v1/events']['get']['responses'][200]['content']['application/json'];
export type StintEvent = EventPage['data'][number];

export interface EventOptions {
  /** Of the last event that was handled. @default what happens from now on */
  cursor?: string;
  /** Only these types. */
  types?: string[];
  /** How long it waits before it looks again. @default 5 */
  everySeconds?: number;
  /** Ends it. */
  signal?: AbortSignal;
}

/**
 * Yields pages of events, with the cursor to keep once they are handled: begun again with it, nothing is
 * missed. A page without events is not yielded.
 */
export async function* followEvents(
  stint: StintClient,
  { cursor, types, everySeconds = 5, signal }: EventOptions = {},
): AsyncGenerator<{ events: StintEvent[]; cursor: string }> {
  const type = types?.join(',');
  let at = cursor ?? (await read({ from: 'newest' })).next_cursor;
  while (!signal?.aborted) {
    const { data: events, next_cursor, has_more } = await read({ cursor: at });
    at = next_cursor;
    if (events.length > 0) yield { events, cursor: at };
    if (has_more) continue;
    await sleep(everySeconds * 1000, undefined, { signal }).catch(() => {});
  }

  async function read(query: { cursor?: string; from?: 'newest' }): Promise<EventPage> {
    const { data } = await stint.GET('/api/v1/events', { params: { query: { ...query, type } } });
    return data as EventPage;
  }
}
