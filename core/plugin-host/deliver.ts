/**
 * Runs one handler of a plugin on the events of a job. What fails is tried again by itself: one event
 * never makes the handler see the others of its job again, and no handler another's.
 */
import type { EventEnvelope } from '@stint/plugin';
import type { Knex } from 'knex';
import { handleAsCause } from './causation.ts';
import { withDeadline } from './deadline.ts';
import { ERR_PLUGIN_TIMEOUT, ERR_PLUGIN_UNAVAILABLE } from './errors.ts';
import { type LoggedEvent, readEvents } from './event-log.ts';
import { redeliver } from './fan-out.ts';
import type { PluginHost } from './host.ts';
import { type JobRun, settleFailure } from './job-failures.ts';
import { runAs } from './owner.ts';

// Whoever needs more adds a job of a task.
const HANDLER_MS = 10_000;

export interface Delivery {
  plugin: string;
  /** Which of the plugin's handlers for the type, in the order of registration. */
  handler: number;
  /** Events of one type. */
  positions: number[];
}

interface Deps {
  db: Knex;
  host: PluginHost;
}

/** A single event's failure is the job's, and is tried again; after the last time it is kept. */
export async function deliver(deps: Deps, delivery: Delivery, job: JobRun): Promise<void> {
  const events = await readEvents(deps.db, delivery.positions);
  if (events.length > 1) return deliverMany(deps, delivery, events);
  // Older than its event, a job has nothing left to say.
  const [only] = events;
  if (!only) return;
  try {
    await handle(deps.host, delivery, only.event);
  } catch (error) {
    const plugin = deps.host.get(delivery.plugin);
    if (!plugin?.run) throw error;
    const name = `event:${only.event.type}`;
    const task = { identifier: 'deliver', name, payload: delivery } as const;
    await settleFailure(deps.db, plugin, task, job, error);
  }
}

/** Those that fail get jobs of their own; so does the rest when time runs out, to be paused like others. */
async function deliverMany(
  { db, host }: Deps,
  delivery: Delivery,
  events: LoggedEvent[],
): Promise<void> {
  const again: number[] = [];
  for (const [i, { position, event }] of events.entries()) {
    try {
      await handle(host, delivery, event);
    } catch (error) {
      again.push(position);
      if (error instanceof ERR_PLUGIN_TIMEOUT || error instanceof ERR_PLUGIN_UNAVAILABLE) {
        again.push(...events.slice(i + 1).map((later) => later.position));
        break;
      }
    }
  }
  await redeliver(db, { ...delivery, positions: again });
}

async function handle(
  host: PluginHost,
  { plugin: pluginId, handler }: Delivery,
  event: EventEnvelope,
): Promise<void> {
  const plugin = host.get(pluginId);
  // Paused by its flag as a rule; this is the instant in which it was just stopped.
  if (plugin && !plugin.run) throw new ERR_PLUGIN_UNAVAILABLE(pluginId, plugin.state);
  // It no longer subscribes.
  const subscription = host.subscription(pluginId, event.type, handler);
  if (!plugin || !subscription) return;
  try {
    await host.metrics.measureJob(pluginId, `event:${event.type}`, () =>
      withDeadline(`The handler of ${event.type}`, HANDLER_MS, () =>
        runAs(pluginId, () => handleAsCause(event, () => subscription.handler(event))),
      ),
    );
    host.slots.noteInTime(pluginId);
  } catch (error) {
    host.slots.noteFailure(pluginId, error);
    throw error;
  }
}
