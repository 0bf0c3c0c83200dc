/** Handles one kept delivery in a job, and notes what came of it. Safe to run again: what is handled stays handled. */
import type { InboundDelivery } from '@stint/plugin';
import type { ActivePlugin } from '../connectors/active-plugin.ts';
import { callPlugin } from '../connectors/call-plugin.ts';
import { findActiveRow, noteOutcome, openRow } from '../connectors/rows.ts';
import { redactConfig, troubleOf } from '../connectors/trouble.ts';
import { addDeliveryJob } from './queue-deliveries.ts';
import type { DeliveryOutcome } from './schema.ts';

const RECEIVE_MS = 60_000;

export async function runDelivery(
  plugin: ActivePlugin,
  id: number,
  isLastAttempt: boolean,
): Promise<void> {
  const { deps, webhooks } = plugin;
  const { db } = deps;
  const kept = await db('inbound_deliveries as d')
    .join('inbound_receivers as r', 'r.id', 'd.receiver_id')
    .where({ 'd.id': id, 'r.plugin_id': plugin.id })
    .first('d.headers', 'd.body', 'd.outcome', 'r.name', 'r.integration_id');
  // Gone with its connection, or handled by an earlier run of this job.
  if (!kept || kept.outcome === 'processed') return;
  const webhook = webhooks.get(kept.name);
  const row = await findActiveRow(db, plugin.id, kept.integration_id);
  if (!webhook) return note('skipped', 'The plugin has no such webhook any more.');
  if (!row) return note('skipped', 'Integration not configured');
  let config: Record<string, unknown> = {};
  try {
    config = (await openRow(plugin, row)).config;
    const { headers, body } = kept;
    const delivery: InboundDelivery = {
      id,
      connection_id: row.id,
      user_id: row.user_id,
      config,
      headers,
      body,
    };
    const detail = await deps.metrics.measureJob(plugin.id, `webhook:${kept.name}`, () =>
      callPlugin(plugin, `The webhook ${kept.name}`, RECEIVE_MS, () => webhook.receive(delivery)),
    );
    await note(
      'processed',
      typeof detail === 'string' ? redactConfig(plugin, config, detail) : null,
    );
  } catch (error) {
    const { isFinal, retryAfterSeconds, message, health } = troubleOf(error, plugin, config);
    if (isFinal) await noteOutcome(deps, row.id, { health, last_error: message });
    const isOver = isFinal || (isLastAttempt && retryAfterSeconds === undefined);
    await note(isOver ? 'failed' : 'retrying', message);
    deps.log.warn({ plugin: plugin.id, delivery: id }, `a delivery failed: ${message}`);
    if (isOver && !isFinal) plugin.degrade(new Error(message));
    if (isOver) return;
    if (retryAfterSeconds === undefined) throw new Error(message);
    await addDeliveryJob(db, plugin.id, id, retryAfterSeconds);
  }

  async function note(outcome: DeliveryOutcome, detail: string | null): Promise<void> {
    const processed_at = outcome === 'retrying' ? null : deps.clock.now();
    await db('inbound_deliveries').where({ id }).update({ outcome, detail, processed_at });
  }
}
