/**
 * One request to a receiver: who sent it is proved before its body is read, and it is kept before it is
 * acknowledged. The work itself is a job's.
 */
import { type InboundRequest, Reject, type Reply, type WebhookDefinition } from '@stint/plugin';
import { openSealed } from '../../secrets/store.ts';
import type { ActivePlugin } from '../connectors/active-plugin.ts';
import { callPlugin } from '../connectors/call-plugin.ts';
import { openRowWith } from '../connectors/rows.ts';
import { NOT_CONFIGURED } from '../connectors/schema.ts';
import { ERR_WEBHOOK_SIGNATURE } from '../errors.ts';
import type { Answer } from './answer.ts';
import { parseBody, toJsonText } from './parse-body.ts';
import { readSetting } from './read-setting.ts';
import { findReceiversOf, type Receiver } from './receivers.ts';
import { deliveryIdOf, keepDelivery } from './record.ts';
import { withoutCredentials } from './stored-headers.ts';
import { isGenuine } from './verify.ts';

const ANSWER_MS = 2500;
const MAX_CANDIDATES = 50;
const ACKNOWLEDGED: Answer = { status: 200, body: { ok: true } };

/** @throws STINT_ERR_WEBHOOK_SIGNATURE, STINT_ERR_WEBHOOK_BODY */
export async function acceptAt(
  plugin: ActivePlugin,
  receiver: Receiver,
  definition: WebhookDefinition,
  request: InboundRequest,
): Promise<Answer> {
  if (!receiver.is_active) return { status: 200, body: NOT_CONFIGURED };
  const proof = await proveSender(plugin, receiver, definition, request);
  if (!proof) return refuse(plugin, receiver.name);
  return accept(plugin, receiver, definition, request, proof);
}

/** For an address that names no receiver: of those that the plugin names, the one whose signature it is. */
export async function acceptAnywhere(
  plugin: ActivePlugin,
  name: string,
  definition: WebhookDefinition,
  request: InboundRequest,
): Promise<Answer> {
  const body = parseBody(textOf(request.headers['content-type']), request.rawBody);
  const headers = withoutCredentials(request.headers, '');
  const ids = await callPlugin(
    plugin,
    'Finding a receiver',
    ANSWER_MS,
    async () => (await definition.resolve?.({ headers, body })) ?? [],
  );
  const { db } = plugin.deps;
  const all = await findReceiversOf(db, plugin.id, name, ids.slice(0, MAX_CANDIDATES));
  for (const receiver of all.filter(({ is_active }) => is_active)) {
    const proof = await proveSender(plugin, receiver, definition, request);
    if (proof) return accept(plugin, receiver, definition, request, proof);
  }
  const isOfInstance =
    definition.answerUnknown && (await isOfItsInstance(plugin, definition, request));
  if (!isOfInstance) return refuse(plugin, name);
  plugin.deps.metrics.noteDelivery(plugin.id, name, 'answered');
  const answer = await answerOf(plugin, () => definition.answerUnknown?.({ headers, body }));
  return answer ?? ACKNOWLEDGED;
}

async function isOfItsInstance(
  plugin: ActivePlugin,
  { verifier, instanceSecret }: WebhookDefinition,
  request: InboundRequest,
): Promise<boolean> {
  const secret = await readInstanceSecret(plugin, instanceSecret);
  return secret !== undefined && isGenuine(verifier, request, secret, plugin.deps.clock.now());
}

async function readInstanceSecret(
  { context }: ActivePlugin,
  pointer: string | undefined,
): Promise<string | undefined> {
  if (pointer === undefined) return undefined;
  const secret = readSetting(await context.settings.instance(), pointer);
  return typeof secret === 'string' && secret !== '' ? secret : undefined;
}

function refuse({ id, deps }: ActivePlugin, webhook: string): never {
  deps.metrics.noteDelivery(id, webhook, 'refused');
  throw new ERR_WEBHOOK_SIGNATURE();
}

interface Proof {
  secret: string;
  config: Record<string, unknown>;
}

/** The secret with which the request is signed, and the settings it is of; undefined when it is not. */
async function proveSender(
  plugin: ActivePlugin,
  { row, secrets }: Receiver,
  { verifier, secret: pointer, instanceSecret }: WebhookDefinition,
  request: InboundRequest,
): Promise<Proof | undefined> {
  const { config } = openRowWith(plugin, row, openSealed(plugin.deps.keys, secrets));
  const own = readSetting(config, pointer);
  const hasOwn = typeof own === 'string' && own !== '';
  const secret = hasOwn ? own : await readInstanceSecret(plugin, instanceSecret);
  if (secret === undefined) return undefined;
  const isProved = await isGenuine(verifier, request, secret, plugin.deps.clock.now());
  return isProved ? { secret, config } : undefined;
}

async function accept(
  plugin: ActivePlugin,
  { id: receiver_id, name, row }: Receiver,
  definition: WebhookDefinition,
  request: InboundRequest,
  { secret, config }: Proof,
): Promise<Answer> {
  const { db, metrics } = plugin.deps;
  const headers = withoutCredentials(request.headers, secret);
  const body = parseBody(textOf(request.headers['content-type']), request.rawBody);
  const delivery_id = deliveryIdOf(definition, request, body);
  // Before the plugin sees them: what it does to them is not what arrived.
  const arrived = { headers: toJsonText(headers), body: toJsonText(body) };
  const verified = { connection_id: row.id, user_id: row.user_id, config, headers, body };
  const screened = await answerOf(plugin, () => definition.screen?.(verified));
  if (screened) {
    metrics.noteDelivery(plugin.id, name, 'answered');
    return screened;
  }
  const kept = await keepDelivery(plugin.deps, { receiver_id, delivery_id, ...arrived });
  metrics.noteDelivery(plugin.id, name, kept.isNew ? 'kept' : 'repeated');
  if (!kept.isNew || !definition.answer) return kept.answer ?? ACKNOWLEDGED;
  const answer = await answerOf(plugin, () => definition.answer?.({ ...verified, id: kept.id }));
  if (!answer) return ACKNOWLEDGED;
  // Kept for a repetition: what the answer did is not done again.
  await db('inbound_deliveries')
    .where({ id: kept.id })
    .update({ answer: toJsonText(answer) });
  return answer;
}

/** Late or broken, it is as if the plugin had said nothing: the delivery is handled all the same. */
async function answerOf(
  plugin: ActivePlugin,
  ask: () => Promise<Reply | undefined> | Reply | undefined,
): Promise<Answer | undefined> {
  try {
    return await callPlugin(plugin, 'The answer', ANSWER_MS, async () => ask());
  } catch (error) {
    if (error instanceof Reject) {
      const { status, code, message } = error;
      return { status, body: { ok: false, code, error: message } };
    }
    plugin.degrade(error as Error);
    return undefined;
  }
}

function textOf(header: string | string[] | undefined): string | undefined {
  return typeof header === 'string' ? header : undefined;
}
