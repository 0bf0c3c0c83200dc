/** Slack's Web API, and nothing of Stint's: its answers are 200 also when they are errors. */
import { AuthFailed, ConfigError, RateLimited, readJson } from '@stint/plugin';
import { type Static, type TSchema, Type } from 'typebox';
import type { Context } from './settings.ts';

const SERVICE = 'Slack';
const DEFAULT_WAIT_SECONDS = 30;

const Answer = Type.Object({
  ok: Type.Boolean(),
  error: Type.Optional(Type.String()),
});
const Auth = Type.Object({
  ok: Type.Literal(true),
  team: Type.Optional(Type.String()),
  team_id: Type.String(),
  user: Type.Optional(Type.String()),
});
const Posted = Type.Object({ ok: Type.Literal(true), ts: Type.String() });

// https://docs.slack.dev/reference/methods/chat.postMessage#errors
const refusesToken = new Set([
  'account_inactive',
  'invalid_auth',
  'not_authed',
  'token_expired',
  'token_revoked',
  'not_allowed_token_type',
]);
const refusesChannel = new Set([
  'cannot_reply_to_message',
  'channel_not_found',
  'is_archived',
  'messages_tab_disabled',
  'not_in_channel',
  'restricted_action',
  'restricted_action_read_only_channel',
  'user_not_found',
]);
const refusesApp = new Set([
  'access_denied',
  'ekm_access_denied',
  'enterprise_is_restricted',
  'missing_scope',
  'no_permission',
  'org_login_required',
  'team_access_not_granted',
]);
const asksForPatience = new Set(['ratelimited', 'rate_limited', 'message_limit_exceeded']);

export function askWhoItIs(ctx: Context, token: string, signal?: AbortSignal) {
  return call(ctx, { token, method: 'auth.test', body: {}, schema: Auth, signal });
}

export interface Message {
  token: string;
  /** A channel's id, or a user's for a message to them alone. */
  channel: string;
  /** mrkdwn. */
  text: string;
  signal?: AbortSignal;
}

export function postMessage(ctx: Context, { token, channel, text, signal }: Message) {
  const body = { channel, text, mrkdwn: true, unfurl_links: false, unfurl_media: false };
  return call(ctx, { token, method: 'chat.postMessage', body, schema: Posted, signal });
}

interface Call<Schema extends TSchema> {
  token: string;
  method: string;
  body: object;
  schema: Schema;
  signal?: AbortSignal;
}

async function call<Schema extends TSchema>(
  ctx: Context,
  { token, method, body, schema, signal }: Call<Schema>,
): Promise<Static<Schema>> {
  const { base_url } = await ctx.settings.instance();
  const answer = await ctx.http.fetch(new URL(`/api/${method}`, base_url).href, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json; charset=utf-8',
    },
    body: JSON.stringify(body),
    signal,
  });
  const { ok, error = 'unknown_error' } = readJson(answer, Answer, SERVICE);
  if (!ok) throw toError(error, answer.headers['retry-after']);
  return readJson(answer, schema, SERVICE);
}

function toError(error: string, retryAfter: string | undefined): Error {
  // A code, and nothing that whoever answered made up.
  const code = /^[a-z_]{1,60}$/.test(error) ? error : 'unknown_error';
  if (refusesToken.has(code)) return new AuthFailed(`Slack refuses the bot token: ${code}.`);
  if (refusesChannel.has(code))
    return new ConfigError(
      `Slack does not take messages for this channel: ${code}.`,
      '/channel_id',
    );
  if (refusesApp.has(code)) return new ConfigError(`Slack does not allow it to this app: ${code}.`);
  if (asksForPatience.has(code)) {
    const seconds = Number(retryAfter) > 0 ? Math.ceil(Number(retryAfter)) : DEFAULT_WAIT_SECONDS;
    return new RateLimited(seconds, `Slack asks to be left alone for ${seconds} s.`);
  }
  return new Error(`Slack answered ${code}.`);
}
