/** What people set, and which secrets hold for whom: their own app's, or else those of the app for everybody. */
import { createHash } from 'node:crypto';
import type { Connection, PluginContext, SettingsOf } from '@stint/plugin';
import { Type } from 'typebox';

const secret = (title: string, description: string) =>
  Type.Optional(Type.String({ title, description, 'x-secret': true, maxLength: 200 }));
const channel = (title: string, description: string) =>
  Type.Optional(
    Type.String({
      title,
      description,
      examples: ['C012AB3CD45'],
      pattern: '^([CGD][A-Z0-9]{2,40})?$',
    }),
  );

export const settings = {
  instance: Type.Object(
    {
      bot_token: secret('Bot token of the app for everybody', 'Starts with xoxb-.'),
      signing_secret: secret(
        'Signing secret of the app for everybody',
        'With it, people only link their Slack account.',
      ),
      attendance: Type.Boolean({
        title: 'Attendance',
        description: 'People say /in, /brb, /back and /out in Slack.',
        default: false,
      }),
      attendance_channel_id: channel(
        'Channel for attendance',
        'Where it is told who comes and goes; nowhere when empty.',
      ),
      base_url: Type.String({
        title: 'Address of Slack',
        format: 'uri',
        default: 'https://slack.com',
      }),
    },
    { additionalProperties: false },
  ),
  connection: Type.Object(
    {
      bot_token: secret('Bot token', 'Of an app of your own. Empty: the app for everybody.'),
      signing_secret: secret(
        'Signing secret',
        'Of an app of your own. Empty: the app for everybody.',
      ),
      channel_id: channel(
        'Channel',
        'Where your messages go, by its id. Empty: the app writes to you alone.',
      ),
      linked_slack_user_id: Type.Optional(
        Type.String({
          title: 'Your Slack user id',
          description: 'Filled in once you have linked your account above.',
          pattern: '^([UW][A-Z0-9]{2,40})?$',
        }),
      ),
      notify_on_start: Type.Boolean({ title: 'Tell of each start of my timer', default: true }),
      notify_on_stop: Type.Boolean({ title: 'Tell of each stop of my timer', default: true }),
      daily_summary: Type.Boolean({ title: 'A summary of each day', default: false }),
      daily_summary_time: Type.String({
        title: 'Summary at',
        'x-widget': 'time',
        default: '18:00',
        pattern: '^([01]\\d|2[0-3]):[0-5]\\d$',
      }),
    },
    { additionalProperties: false },
  ),
};

export type Context = PluginContext<typeof settings>;
export type Config = SettingsOf<typeof settings, 'connection'>;
export type InstanceConfig = SettingsOf<typeof settings, 'instance'>;
export type SlackConnection = Connection<Config>;

export function tokenOf(config: Partial<Config>, instance: InstanceConfig): string | undefined {
  return config.bot_token || instance.bot_token || undefined;
}

export function signingSecretOf(
  config: Partial<Config>,
  instance: InstanceConfig,
): string | undefined {
  return config.signing_secret || instance.signing_secret || undefined;
}

const INSTANCE = 'instance';

/**
 * A name for the secret that signs for a connection. The administrator's may be changed at will; a secret of
 * one's own is another app when it changes, so it is named by a hash of it.
 */
export function signerOf({ signing_secret }: Partial<Config>): string {
  if (!signing_secret) return INSTANCE;
  return createHash('sha256').update(`signer:${signing_secret}`).digest('hex').slice(0, 32);
}
