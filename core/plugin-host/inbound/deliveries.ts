/** What arrived, newest first: everybody's own, and all for administrators. Any can be handled again. */
import type { Knex } from 'knex';
import { ERR_NOT_FOUND } from '../../errors.ts';
import { type Context, inTransaction } from '../../infra/context.ts';
import { recordAudit } from '../../infra/record-audit.ts';
import { addDeliveryJob } from './queue-deliveries.ts';
import type { DeliveryDetail, DeliveryInfo, DeliveryQuery } from './schema.ts';

export async function listDeliveries(
  context: Context,
  plugin: string,
  { limit, cursor, outcome }: DeliveryQuery,
): Promise<{ data: DeliveryInfo[]; next_cursor: string | null }> {
  const list = selectVisible(context, plugin)
    .orderBy('d.id', 'desc')
    .limit(limit + 1);
  if (cursor !== undefined) list.where('d.id', '<', Number(cursor));
  if (outcome !== undefined) list.where('d.outcome', outcome);
  const data: DeliveryInfo[] = await list;
  const more = data.length > limit;
  if (more) data.pop();
  return { data, next_cursor: more ? String(data.at(-1)?.id) : null };
}

export async function getDelivery(
  context: Context,
  plugin: string,
  id: number,
): Promise<DeliveryDetail> {
  const found = await selectVisible(context, plugin)
    .where('d.id', id)
    .select('d.headers', 'd.body')
    .first();
  if (!found) throw new ERR_NOT_FOUND('delivery', id);
  return found;
}

/** Hands it to the plugin once more, whatever came of it before. */
export async function replayDelivery(context: Context, plugin: string, id: number): Promise<void> {
  await inTransaction(context, async (context) => {
    const { db } = context;
    await getDelivery(context, plugin, id);
    await db('inbound_deliveries')
      .where({ id })
      .update({ outcome: 'pending', detail: null, processed_at: null });
    await addDeliveryJob(db, plugin, id);
    await recordAudit(context, {
      action: 'delivery.replayed',
      entity: 'inbound_delivery',
      entity_id: id,
      changes: { plugin },
    });
  });
}

function selectVisible({ db, actor }: Context, plugin: string): Knex.QueryBuilder {
  const list = db('inbound_deliveries as d')
    .join('inbound_receivers as r', 'r.id', 'd.receiver_id')
    .join('integrations as i', 'i.id', 'r.integration_id')
    .where('r.plugin_id', plugin)
    .select(
      'd.id',
      'i.id as connection_id',
      'i.user_id',
      'r.name as webhook',
      'd.delivery_id',
      'd.received_at',
      'd.outcome',
      'd.detail',
      'd.processed_at',
    );
  if (actor.role !== 'admin') list.where('i.user_id', actor.user_id ?? 0);
  return list;
}
