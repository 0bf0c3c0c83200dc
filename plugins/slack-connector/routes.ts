/** What the cards show: how to set up and link, and what was sent. Each person sees their own. */
import { Reject } from '@stint/plugin';
import { Type } from 'typebox';
import { writeAppManifest } from './app-manifest.ts';
import { findLink, makeCode, unlink } from './identity.ts';
import { type Context, type SlackConnection, signingSecretOf, tokenOf } from './settings.ts';

const EVENTS_PATH = '/api/integrations/slack/events';
const MOST_SHOWN = 20;

const Nullable = <Schema extends ReturnType<typeof Type.String> | ReturnType<typeof Type.Object>>(
  schema: Schema,
) => Type.Union([schema, Type.Null()]);

const Setup = Type.Object({
  is_connected: Type.Boolean(),
  /** Whether Slack can reach it: it takes no other addresses. */
  is_https: Type.Boolean(),
  has_bot_token: Type.Boolean(),
  has_signing_secret: Type.Boolean(),
  /** Whether an administrator set up an app for everybody. */
  is_shared: Type.Boolean(),
  manifest: Type.String(),
  linked_slack_user_id: Nullable(Type.String()),
});

const Notifications = Type.Object({
  is_connected: Type.Boolean(),
  notifications: Type.Array(
    Type.Object({
      id: Type.String(),
      kind: Type.Enum(['started', 'stopped', 'summary', 'attendance']),
      text: Nullable(Type.String()),
      outcome: Type.Enum(['waiting', 'sending', 'sent', 'skipped', 'failed', 'unknown']),
      error: Nullable(Type.String()),
      created_at: Type.String(),
    }),
  ),
});

export function registerRoutes(ctx: Context): void {
  ctx.route({
    method: 'GET',
    path: '/setup',
    summary: 'The Slack app for this instance, and whether your account is linked',
    response: { 200: Setup },
    handler: async ({ user, origin }) => {
      const connection = await findActive(ctx, user.id);
      const instance = await ctx.settings.instance();
      const config = connection?.config ?? {};
      const known = connection && (await findLink(ctx, connection.id));
      return {
        is_connected: connection !== undefined,
        is_https: origin.startsWith('https://'),
        has_bot_token: tokenOf(config, instance) !== undefined,
        has_signing_secret: signingSecretOf(config, instance) !== undefined,
        is_shared: Boolean(instance.bot_token && instance.signing_secret),
        manifest: writeAppManifest(`${origin}${EVENTS_PATH}`, instance.attendance),
        linked_slack_user_id: known?.slack_user_id ?? null,
      };
    },
  });

  ctx.route({
    method: 'POST',
    path: '/link-code',
    summary: 'A code to paste in Slack, good once and for ten minutes',
    response: {
      200: Type.Object({ code: Type.String(), command: Type.String(), expires_at: Type.String() }),
    },
    handler: async ({ user }) => {
      const connection = await findActive(ctx, user.id);
      if (!connection)
        throw new Reject(
          'STINT_ERR_PLG_SLACK_CONNECTOR_NOT_CONNECTED',
          'Save your settings first.',
          {
            status: 409,
          },
        );
      const { code, expires_at } = await makeCode(ctx, connection.id);
      return { code, command: `/tt link ${code}`, expires_at };
    },
  });

  ctx.route({
    method: 'DELETE',
    path: '/link',
    summary: 'Unlink your Slack account',
    response: { 200: Type.Object({ ok: Type.Boolean() }) },
    handler: async ({ user }) => {
      const connection = await ctx.connections.ofUser(user.id);
      if (!connection) return { ok: true };
      await unlink(ctx, connection.id);
      await ctx.connections.update(connection.id, { linked_slack_user_id: '' });
      return { ok: true };
    },
  });

  ctx.route({
    method: 'GET',
    path: '/notifications',
    summary: 'What was sent to Slack for you, the last first, and what became of it',
    response: { 200: Notifications },
    handler: async ({ user }) => {
      const connection = await findActive(ctx, user.id);
      if (!connection) return { is_connected: false, notifications: [] };
      const rows = await ctx.db.query<Row>(
        `SELECT id, kind, text, outcome, error, created_at FROM messages
         WHERE connection_id = $1 ORDER BY created_at DESC, id LIMIT ${MOST_SHOWN}`,
        [connection.id],
      );
      const notifications = rows.map(({ created_at, ...row }) => ({
        ...row,
        created_at: created_at.toISOString(),
      }));
      return { is_connected: true, notifications };
    },
  });
}

interface Row {
  id: string;
  kind: 'started' | 'stopped' | 'summary' | 'attendance';
  text: string | null;
  outcome: 'waiting' | 'sending' | 'sent' | 'skipped' | 'failed' | 'unknown';
  error: string | null;
  created_at: Date;
}

async function findActive(ctx: Context, user_id: number): Promise<SlackConnection | undefined> {
  const connection = await ctx.connections.ofUser(user_id);
  return connection?.is_active ? connection : undefined;
}
