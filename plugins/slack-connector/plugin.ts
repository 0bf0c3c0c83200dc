/** Drives the timer from Slack, and tells Slack of it: commands, notifications, a summary of the day, attendance. */
import { ConfigError, definePlugin } from '@stint/plugin';
import { registerAttendance } from './attendance.ts';
import { checkLink, unlink } from './identity.ts';
import { registerMessages } from './messages.ts';
import { registerReceiver } from './receiver.ts';
import { registerRoutes } from './routes.ts';
import { settings, signingSecretOf, tokenOf } from './settings.ts';
import { askWhoItIs, postMessage } from './slack.ts';
import { registerSummary } from './summary.ts';

export default definePlugin({
  settings,

  setup(ctx) {
    registerReceiver(ctx);
    registerMessages(ctx);
    registerSummary(ctx);
    registerAttendance(ctx);
    registerRoutes(ctx);
  },

  async connect(ctx, connection) {
    await checkLink(ctx, connection);
    if (!tokenOf(connection.config, await ctx.settings.instance()))
      throw new ConfigError('Enter a bot token: there is no app for everybody here.', '/bot_token');
  },

  async testConnection(ctx, { config }) {
    const instance = await ctx.settings.instance();
    const token = tokenOf(config, instance);
    if (!token)
      throw new ConfigError('Enter a bot token: there is no app for everybody here.', '/bot_token');
    const { team, team_id } = await askWhoItIs(ctx, token);
    const channel = config.channel_id;
    if (channel) await postMessage(ctx, { token, channel, text: ctx.i18n.t('en', 'test') });
    const sent = channel ? ' A message was sent to the channel.' : '';
    const missing = signingSecretOf(config, instance)
      ? ''
      : ' Without a signing secret, commands from Slack are refused.';
    return { ok: true, message: `The app is in ${team ?? team_id}.${sent}${missing}` };
  },

  async disconnect(ctx, { id }) {
    await unlink(ctx, id);
  },
});
