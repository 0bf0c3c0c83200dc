/**
 * Changes as they happen, wherever they were made: one stream for all tabs of a browser. The tab that
 * holds the lock reads it and tells the others; without locks, which browsers have on HTTPS and on
 * localhost only, each tab reads its own while it is looked at.
 */
import { effect } from '@preact/signals-core';
import { createParser, type EventSourceMessage } from 'eventsource-parser';
import { noteServerTime } from './clock.ts';
import { queries, refresh } from './queries.ts';
import { rereadMe, sessionState, user } from './session.ts';

/** What the stream says of a change; see `docs/api/README.md`. */
export interface Change {
  type: string;
  subject: { type: string; id: number | null };
  user_id: number | null;
}
type Told = { id?: string; change?: Change };

/** Which reads a change makes stale, by what it changed. */
const touched: Record<string, string[]> = {
  client: ['clients', 'projects', 'reports'],
  import: ['imports'],
  integration: ['integrations'],
  lock: ['locks', 'period-locks'],
  notification: ['me'],
  plugin: ['plugins', 'ui-plugins', 'integrations'],
  project: ['projects', 'reports'],
  settings: ['settings'],
  tag: ['tags'],
  task: ['tasks'],
  time_entry: ['time-entries', 'timer', 'reports'],
  user: ['users', 'me'],
};

const RETRY_MS = { least: 1000, most: 30_000 };
// The server says something every 25 s: a line that is silent for longer is dead.
const SILENT_MS = 60_000;
// What a page read when it opened is not read again for the stream that opens behind it.
const FRESH_MS = 10_000;
// Several changes at once are one reading.
const TOGETHER_MS = 50;

const tabs = new BroadcastChannel('stint.live');
const listeners = new Set<{ topic: string; listener: () => void }>();
/** Not yet told. */
const heard: Change[] = [];
let startedAt = 0;
/** Position of the last change that this tab heard of. */
let lastId: string | undefined;

/** Follows what happens, from the moment somebody is signed in. */
export function startLive(): void {
  tabs.addEventListener('message', ({ data }: MessageEvent<Told>) => hear(data));
  effect(() => {
    startedAt = performance.now();
    if (sessionState.value !== 'signed-in') return;
    const end = new AbortController();
    void lead(end.signal);
    return () => end.abort();
  });
}

/**
 * Calls back on every change of a topic, and after some may have been missed.
 * @param topic an event's type, or its first word: `entry.created`, `entry`
 * @returns how to end it
 */
export function subscribe(topic: string, listener: () => void): () => void {
  const one = { topic, listener };
  listeners.add(one);
  return () => void listeners.delete(one);
}

async function lead(signal: AbortSignal): Promise<void> {
  if (!navigator.locks) return followWhileVisible(signal);
  await navigator.locks
    .request('stint.live', { signal }, () => follow(signal))
    .catch((error) => {
      if (!signal.aborted) throw error;
    });
}

async function followWhileVisible(signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await visibility('visible', signal);
    const hidden = new AbortController();
    void visibility('hidden', signal).then(() => hidden.abort());
    await follow(AbortSignal.any([signal, hidden.signal]));
  }
}

async function visibility(state: DocumentVisibilityState, signal: AbortSignal): Promise<void> {
  while (document.visibilityState !== state && !signal.aborted) {
    await new Promise((resolve) => {
      document.addEventListener('visibilitychange', resolve, { once: true });
      signal.addEventListener('abort', resolve, { once: true });
    });
  }
}

/** Reads the stream, and opens it again whenever it ends. */
async function follow(signal: AbortSignal): Promise<void> {
  let wait = RETRY_MS.least;
  while (!signal.aborted) {
    const begunAt = performance.now();
    await read(signal).catch(() => {});
    if (signal.aborted) return;
    if (performance.now() - begunAt > SILENT_MS) wait = RETRY_MS.least;
    await pause(wait * (0.5 + Math.random()), signal);
    wait = Math.min(wait * 2, RETRY_MS.most);
  }
}

async function read(signal: AbortSignal): Promise<void> {
  const silence = new AbortController();
  let watch: ReturnType<typeof setTimeout> | undefined;
  const noteSign = () => {
    clearTimeout(watch);
    watch = setTimeout(() => silence.abort(), SILENT_MS);
  };
  noteSign();
  try {
    const sentAt = performance.now();
    const reply = await fetch('/api/v1/live', {
      headers: lastId === undefined ? {} : { 'last-event-id': lastId },
      signal: AbortSignal.any([signal, silence.signal]),
    });
    // A call finds out by itself what to do about a session that has ended.
    if (reply.status === 401) return await rereadMe();
    if (!reply.ok || !reply.body) return;
    const parser = createParser({ onEvent: (message) => take(message, sentAt) });
    const chunks = reply.body.pipeThrough(new TextDecoderStream());
    for (const reader = chunks.getReader(); ; ) {
      const { done, value } = await reader.read();
      if (done) return;
      noteSign();
      parser.feed(value);
    }
  } finally {
    clearTimeout(watch);
  }
}

function take({ event, data, id }: EventSourceMessage, sentAt: number): void {
  const body = JSON.parse(data);
  if (event === 'hello') {
    noteServerTime(Date.parse(body.now), sentAt);
    if (lastId === undefined) begin(id);
    return;
  }
  tell({ id, ...(event === 'change' && { change: body }) });
}

/** The first tab has just read what it shows. One that leads after another may have missed something. */
function begin(id: string | undefined): void {
  if (performance.now() - startedAt < FRESH_MS) lastId = id;
  else tell({ id });
}

function tell(told: Told): void {
  tabs.postMessage(told);
  hear(told);
}

/** Without a change: anything may have changed. */
function hear({ id, change }: Told): void {
  lastId = id ?? lastId;
  if (!change) {
    void queries.invalidateQueries();
    for (const { listener } of listeners) listener();
    return;
  }
  if (heard.length === 0) setTimeout(spread, TOGETHER_MS);
  heard.push(change);
}

/** What was read grows stale first: a listener that reads again gets what is new. */
function spread(): void {
  const changes = heard.splice(0);
  refresh(...changes.flatMap(({ subject }) => touched[subject.type] ?? []));
  const isMe = ({ subject: { type, id } }: Change) => type === 'user' && id === user.peek()?.id;
  if (changes.some(isMe)) void rereadMe().catch(() => {});
  const topics = new Set(changes.flatMap(({ type }) => [type, type.split('.')[0] as string]));
  for (const { topic, listener } of listeners) if (topics.has(topic)) listener();
}

/** Ends early when somebody looks at the page again, or the network is back. */
async function pause(ms: number, signal: AbortSignal): Promise<void> {
  const end = new AbortController();
  const options = { once: true, signal: end.signal };
  await new Promise<void>((resolve) => {
    setTimeout(resolve, ms);
    signal.addEventListener('abort', () => resolve(), options);
    addEventListener('online', () => resolve(), options);
    document.addEventListener('visibilitychange', () => resolve(), options);
  });
  end.abort();
}
