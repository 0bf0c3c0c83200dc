/**
 * The rules of webhooks: everybody makes their own, and administrators see and change all; whoever
 * reads one never gets its secret. Changes leave a trail and no event, which would be sent to them.
 */
import { coreEvents } from '@stint/plugin';
import { atField, ERR_NOT_FOUND } from '../errors.ts';
import { hasRole } from '../infra/access.ts';
import { type Context, inTransaction } from '../infra/context.ts';
import { readTarget } from '../infra/outgoing-http/target.ts';
import { fetchPage, type Page } from '../infra/page.ts';
import { requireVersion } from '../infra/preconditions.ts';
import { recordAudit } from '../infra/record-audit.ts';
import { firstVersion, nextVersion } from '../infra/versions.ts';
import type { KeyRing } from '../secrets/key-ring.ts';
import { ERR_WEBHOOK_EVENT_UNKNOWN, ERR_WEBHOOK_TOO_MANY } from './errors.ts';
import { Webhook } from './model.ts';
import { addSendJob } from './queue.ts';
import type { WebhookCreate, WebhookPatch, WebhookQuery } from './schema.ts';
import { forgetSecrets, OVERLAP_HOURS, rotateSecret } from './secrets.ts';

export { queueEvents } from './queue.ts';

/** Of one person: each is sent every event that it wants. */
const MOST_WEBHOOKS = 50;

const sorting = { columns: { name: 'lower(name)', created_at: 'created_at' }, id: 'id' };

const ofActor = ({ actor }: Context) =>
  hasRole(actor.role, 'admin') ? {} : { user_id: actor.user_id as number };

export async function listWebhooks(context: Context, query: WebhookQuery): Promise<Page<Webhook>> {
  const list = Webhook.query(context.db).select('webhooks.*').where(ofActor(context));
  return fetchPage(list, sorting, query);
}

/** @throws STINT_ERR_NOT_FOUND also for one of somebody else */
export async function findWebhook(
  context: Context,
  id: number,
  forUpdate = false,
): Promise<Webhook> {
  const query = Webhook.query(context.db).where(ofActor(context)).findById(id);
  const found = await (forUpdate ? query.forUpdate() : query);
  if (!found) throw new ERR_NOT_FOUND('webhook', id);
  return found;
}

/** @throws STINT_ERR_OUTGOING_URL_INVALID, STINT_ERR_WEBHOOK_EVENT_UNKNOWN, STINT_ERR_WEBHOOK_TOO_MANY */
export async function createWebhook(
  context: Context,
  keys: KeyRing,
  input: WebhookCreate,
): Promise<Webhook & { secret: string }> {
  requireValid(input);
  return inTransaction(context, async (context) => {
    const { db, actor } = context;
    const user_id = actor.user_id as number;
    // In turn, so that two at once do not both find room for one.
    await db('users').where({ id: user_id }).forNoKeyUpdate().first('id');
    const count = await Webhook.query(db).where({ user_id }).resultSize();
    if (count >= MOST_WEBHOOKS) throw new ERR_WEBHOOK_TOO_MANY(MOST_WEBHOOKS);
    const created = await Webhook.query(db)
      .insert({ ...input, user_id, ...firstVersion(context) })
      .returning('*');
    const secret = await rotateSecret(db, keys, created.id);
    await leaveTrail(context, 'created', created);
    return Object.assign(created, { secret });
  });
}

export async function updateWebhook(
  context: Context,
  id: number,
  patch: WebhookPatch,
  expected?: string,
): Promise<Webhook> {
  requireValid(patch);
  return inTransaction(context, async (context) => {
    const before = await findWebhook(context, id, true);
    requireVersion(before, expected);
    // Somebody looked after it: it is called again at once.
    const isRevived = patch.enabled === true || patch.url !== undefined;
    const after = await Webhook.query(context.db).patchAndFetchById(id, {
      ...patch,
      ...(patch.enabled !== undefined && { disabled_reason: null }),
      ...(isRevived && { failures: 0, paused_until: null }),
      ...nextVersion(context, before),
    });
    if (isRevived && after.enabled) await addSendJob(context.db, id);
    await leaveTrail(context, 'updated', after);
    return after;
  });
}

export async function deleteWebhook(context: Context, id: number): Promise<void> {
  await inTransaction(context, async (context) => {
    const before = await findWebhook(context, id, true);
    await Webhook.query(context.db).deleteById(id);
    await forgetSecrets(context.db, id);
    await leaveTrail(context, 'deleted', before);
  });
}

/** A new secret; the one before signs too, for a day. */
export async function rotateWebhookSecret(
  context: Context,
  keys: KeyRing,
  id: number,
): Promise<Webhook & { secret: string }> {
  return inTransaction(context, async (context) => {
    const { db } = context;
    const before = await findWebhook(context, id, true);
    const secret = await rotateSecret(db, keys, id);
    await Webhook.query(db)
      .findById(id)
      .patch({
        previous_secret_until: db.raw(`now() + make_interval(hours => ?)`, [
          OVERLAP_HOURS,
        ]) as never,
        ...nextVersion(context, before),
      });
    const after = await findWebhook(context, id);
    await leaveTrail(context, 'secret_rotated', after);
    return Object.assign(after, { secret });
  });
}

const coreNouns = new Set(Object.keys(coreEvents).map((type) => type.split('.')[0]));

function requireValid({ url, event_types = [] }: WebhookPatch): void {
  if (url !== undefined) {
    try {
      readTarget(url);
    } catch (error) {
      throw atField(error as Error, '/url');
    }
  }
  for (const [i, type] of event_types.entries()) {
    // Plugins come and go, with their events; the core's are known.
    if (type in coreEvents || !coreNouns.has(type.split('.')[0] as string)) continue;
    throw atField(new ERR_WEBHOOK_EVENT_UNKNOWN(type), `/event_types/${i}`);
  }
}

// Of the URL only where it leads: a path may be a credential.
async function leaveTrail(context: Context, verb: string, webhook: Webhook): Promise<void> {
  const { id, name, url, user_id, enabled } = webhook;
  await recordAudit(context, {
    action: `webhook.${verb}`,
    entity: 'webhook',
    entity_id: id,
    changes: { name, origin: new URL(url).origin, user_id, enabled },
  });
}
