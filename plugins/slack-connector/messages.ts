/**
 * What is told to Slack: noted with the event that it tells of, sent by a job, and never in the request that
 * caused it. Each is sent once. Where a process died in between and nobody knows, it is not sent again.
 */
import { defineTask } from '@stint/plugin';
import { Type } from 'typebox';
import { findLink } from './identity.ts';
import { type Context, type SlackConnection, tokenOf } from './settings.ts';
import { postMessage } from './slack.ts';
import { compose, type Facts, type Kind } from './texts.ts';

const NO_TOKEN = 'There is no bot token: neither yours nor one of the app for everybody.';
const KEPT_DAYS = 30;
// Who reads "started" an hour later is misled.
const WORTH_MINUTES: Record<Kind, number> = {
  started: 60,
  stopped: 60,
  attendance: 60,
  summary: 360,
};

export const Send = defineTask('send', Type.Object({ message_id: Type.String() }));

export interface NewMessage {
  /** Of what it tells of: the same is told once. */
  id: string;
  connection_id: number;
  kind: Kind;
  facts: Facts;
  channel?: string;
}

interface Message extends NewMessage {
  outcome: 'waiting' | 'sending' | 'sent' | 'skipped' | 'failed' | 'unknown';
  error: string | null;
  created_at: Date;
}

export async function addMessage(ctx: Context, message: NewMessage): Promise<void> {
  const { id, connection_id, kind, channel, facts } = message;
  await ctx.db.transaction(async (trx) => {
    const added = await trx.query(
      `INSERT INTO messages (id, connection_id, kind, channel, facts, created_at)
       VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING RETURNING 1`,
      [id, connection_id, kind, channel ?? null, JSON.stringify(facts), ctx.clock.now()],
    );
    if (added.length === 0) return;
    // One after another: a start is read before its stop.
    const queue = `to:${channel ?? connection_id}`;
    await trx.jobs.add(Send, { message_id: id }, { key: `send:${id}`, queue });
  });
}

export function registerMessages(ctx: Context): void {
  ctx.on(
    ['timer.started', 'timer.stopped'],
    async ({ id, type, data }) => {
      const connection = await ctx.connections.ofUser(data.user_id);
      if (!connection?.is_active) return;
      const { notify_on_start, notify_on_stop } = connection.config;
      const kind = type === 'timer.started' ? 'started' : 'stopped';
      if (!(kind === 'started' ? notify_on_start : notify_on_stop)) return;
      const { project_id, description, duration_seconds } = data;
      const facts = { project_id, description, seconds: duration_seconds ?? 0 };
      await addMessage(ctx, { id, connection_id: connection.id, kind, facts });
    },
    // What somebody starts from Slack is told in their channel as well.
    { own: true },
  );

  ctx.task(Send, async ({ message_id }, { signal }) => {
    const message = await findMessage(ctx, message_id);
    if (message?.outcome === 'sending')
      return settle(ctx, message_id, {
        outcome: 'unknown',
        error: 'Interrupted while it was sent.',
      });
    if (message?.outcome !== 'waiting') return;
    const age = ctx.clock.now().getTime() - message.created_at.getTime();
    if (age > WORTH_MINUTES[message.kind] * 60_000)
      return settle(ctx, message_id, {
        outcome: 'failed',
        error: message.error ?? 'It is too late.',
      });
    const send = (connection: SlackConnection) => sendMessage(ctx, connection, message, signal);
    // The channel for attendance is the administrator's: what is wrong with it is nobody else's fault.
    const isTried =
      message.kind === 'attendance'
        ? await withConnection(ctx, message.connection_id, send)
        : await ctx.connections.attempt(message.connection_id, send);
    if (!isTried) await settle(ctx, message_id, { outcome: 'skipped', error: 'Not connected.' });
  });

  ctx.cron('clean', {
    pattern: '17 3 * * *',
    run: async ({ at }) => {
      const before = new Date(at.getTime() - KEPT_DAYS * 86_400_000);
      await ctx.db.query('DELETE FROM messages WHERE created_at < $1', [before]);
      await ctx.db.query('DELETE FROM link_codes WHERE expires_at < $1', [at]);
    },
  });
}

async function withConnection(
  ctx: Context,
  id: number,
  work: (connection: SlackConnection) => Promise<true>,
): Promise<true | undefined> {
  const connection = await ctx.connections.find(id);
  return connection?.is_active ? work(connection) : undefined;
}

async function sendMessage(
  ctx: Context,
  connection: SlackConnection,
  { id, kind, facts, channel: named }: Message,
  signal: AbortSignal,
): Promise<true> {
  const instance = await ctx.settings.instance();
  const isOfInstance = kind === 'attendance';
  const token = isOfInstance ? instance.bot_token : tokenOf(connection.config, instance);
  const channel = named ?? (connection.config.channel_id || (await ownChannel(ctx, connection)));
  if (!token || !channel) {
    const error = token
      ? 'There is no channel, and no linked Slack account to write to.'
      : NO_TOKEN;
    await settle(ctx, id, { outcome: 'skipped', error });
    return true;
  }
  const text = await compose(ctx, connection.user_id, kind, facts);
  // Before it is sent: whoever finds this knows that it may have been.
  await ctx.db.query(`UPDATE messages SET outcome = 'sending', text = $2 WHERE id = $1`, [
    id,
    text,
  ]);
  try {
    await postMessage(ctx, { token, channel, text, signal });
  } catch (error) {
    await ctx.db.query(`UPDATE messages SET outcome = 'waiting', error = $2 WHERE id = $1`, [
      id,
      (error as Error).message.slice(0, 500),
    ]);
    throw error;
  }
  await settle(ctx, id, { outcome: 'sent', error: null });
  return true;
}

/** A message to a user's id arrives where the app writes to them alone. */
async function ownChannel(ctx: Context, { id }: SlackConnection): Promise<string | undefined> {
  return (await findLink(ctx, id))?.slack_user_id;
}

async function findMessage(ctx: Context, id: string): Promise<Message | undefined> {
  const [message] = await ctx.db.query<Message>('SELECT * FROM messages WHERE id = $1', [id]);
  return message && { ...message, channel: message.channel ?? undefined };
}

async function settle(
  ctx: Context,
  id: string,
  { outcome, error }: Pick<Message, 'outcome' | 'error'>,
): Promise<void> {
  await ctx.db.query(
    'UPDATE messages SET outcome = $2, error = $3, settled_at = $4 WHERE id = $1',
    [id, outcome, error, ctx.clock.now()],
  );
}
