/**
 * Tells a plugin of its connections: of each active one when it starts, and of one that is saved.
 * Each has a deadline and a fate of its own; one that is not ready is tried again while the plugin runs.
 */
import type { ActivePlugin } from './active-plugin.ts';
import { callPlugin } from './call-plugin.ts';
import { findActiveRow, noteOutcome, openRow, type Row } from './rows.ts';
import { troubleOf } from './trouble.ts';

const CONNECT_MS = 10_000;
const AT_ONCE = 4;
const FIRST_RETRY_SECONDS = 30;
const LAST_RETRY_SECONDS = 3600;

/** Never rejects for a connection's sake. */
export async function connectAll(plugin: ActivePlugin): Promise<void> {
  const { deps, definition, context, id } = plugin;
  if (!definition.connect) return;
  const rows: Row[] = await deps
    .db('integrations as i')
    .join('users as u', 'u.id', 'i.user_id')
    .where({ 'i.provider': id, 'i.is_active': true, 'u.active': true })
    // Settings that could not be brought up to date say so until somebody mends them.
    .where('i.settings_version', plugin.settingsVersion)
    .orderBy('i.id')
    .select('i.*');
  const work = async () => {
    for (let row = rows.shift(); row && !context.signal.aborted; row = rows.shift()) {
      await connectRow(plugin, row);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}

export async function connectRow(
  plugin: ActivePlugin,
  row: Row,
  retrySeconds = FIRST_RETRY_SECONDS,
): Promise<void> {
  const { deps, definition, context, id } = plugin;
  let config: Record<string, unknown> = {};
  try {
    const connection = await openRow(plugin, row);
    config = connection.config;
    await callPlugin(plugin, 'The connecting', CONNECT_MS, () =>
      definition.connect?.(context, connection),
    );
    if (row.health !== 'connected' && row.health !== 'reconnect') {
      await noteOutcome(deps, row.id, { health: 'connected', last_error: null });
    }
  } catch (error) {
    const trouble = troubleOf(error, plugin, config);
    deps.log.warn({ plugin: id, connection: row.id, health: trouble.health }, trouble.message);
    await noteOutcome(deps, row.id, { health: trouble.health, last_error: trouble.message });
    if (!trouble.isFinal && !context.signal.aborted) {
      retryLater(plugin, row.id, trouble.retryAfterSeconds ?? retrySeconds, retrySeconds * 2);
    }
  }
}

// By the signal of the plugin's run, then by connection: one waits at a time.
const waiting = new WeakMap<AbortSignal, Map<number, NodeJS.Timeout>>();

function retryLater(plugin: ActivePlugin, id: number, seconds: number, next: number): void {
  const { deps } = plugin;
  const retry = async () => {
    const row = await findActiveRow(deps.db, plugin.id, id);
    if (row) await connectRow(plugin, row, Math.min(next, LAST_RETRY_SECONDS));
  };
  const complain = (error: unknown) =>
    deps.log.warn({ err: error, plugin: plugin.id, connection: id }, 'connecting failed');
  const timer = setTimeout(
    () => void retry().catch(complain),
    Math.min(seconds, LAST_RETRY_SECONDS) * 1000,
  );
  // Nothing waits for it: neither the process nor a plugin that stops.
  timer.unref();
  const timers = timersOf(plugin);
  clearTimeout(timers.get(id));
  timers.set(id, timer);
}

function timersOf({ context: { signal } }: ActivePlugin): Map<number, NodeJS.Timeout> {
  const known = waiting.get(signal);
  if (known) return known;
  const timers = new Map<number, NodeJS.Timeout>();
  waiting.set(signal, timers);
  const stop = () => {
    for (const timer of timers.values()) clearTimeout(timer);
  };
  if (!signal.aborted) signal.addEventListener('abort', stop, { once: true });
  return timers;
}
