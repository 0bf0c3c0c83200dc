/**
 * What Slack sends: slash commands, and a test of the address. A command is answered in its request, and kept
 * once. Somebody whose account is not linked learns how, and nothing else.
 */
import { type Reply, reply } from '@stint/plugin';
import { isAttendanceCommand, runAttendance } from './attendance.ts';
import { runTimerCommand, speakerOf } from './commands.ts';
import {
  findConnectionOfCode,
  findConnectionsOf,
  isLinked,
  link,
  readSlackUser,
  type SlackUser,
} from './identity.ts';
import { toMrkdwn } from './mrkdwn.ts';
import type { Context } from './settings.ts';

type Body = Record<string, unknown>;

export function registerReceiver(ctx: Context): void {
  ctx.webhook('events', {
    verifier: { kind: 'slack' },
    secret: '/signing_secret',
    instanceSecret: '/signing_secret',
    path: '/events',

    async resolve({ body }) {
      const code = readCode(body);
      const ofCode = code && (await findConnectionOfCode(ctx, code));
      if (ofCode) return [ofCode];
      const who = readSlackUser(body);
      return who ? findConnectionsOf(ctx, who) : [];
    },

    answerUnknown: ({ body }) =>
      answerAnybody(body) ?? say(ctx.i18n.t('en', readCode(body) ? 'link.no_code' : 'link.first')),

    async screen({ connection_id, body }) {
      const known = answerAnybody(body);
      if (known) return known;
      const who = readSlackUser(body);
      const connection = await ctx.connections.find(connection_id);
      if (!who || !connection) return say(ctx.i18n.t('en', 'link.first'));
      const code = readCode(body);
      // Of another connection, or of nobody any more.
      if (code && (await findConnectionOfCode(ctx, code)) !== connection_id)
        return say(ctx.i18n.t('en', 'link.no_code'));
      if (code || (await isLinked(ctx, connection, who))) return undefined;
      return say(ctx.i18n.t('en', 'link.first'));
    },

    async answer({ id, connection_id, user_id, body }) {
      try {
        const code = readCode(body);
        if (code) return say(await linkAccount(ctx, connection_id, code, readSlackUser(body)));
        const speaker = await speakerOf(ctx, user_id);
        const { command, text } = readCommand(body);
        const said = { command, text, delivery_id: id, connection_id };
        return say(
          isAttendanceCommand(command)
            ? await runAttendance(speaker, said)
            : await runTimerCommand(speaker, text),
        );
      } catch (error) {
        ctx.log.error(`A command failed: ${(error as Error).message}`);
        return say(ctx.i18n.t('en', 'failed'));
      }
    },

    // Done already, while Slack waited; a repetition starts no second timer.
    receive: async ({ body }) => {
      const { command, text } = readCommand(body);
      const [verb = ''] = readCode(body) ? ['link'] : text.trim().split(/\s+/, 1);
      return `${command} ${/^[a-z]{0,10}$/.test(verb) ? verb : ''}`.trim();
    },
  });
}

/** What is answered to whoever the app lets in. */
function answerAnybody(body: Body): Reply | undefined {
  const { type, challenge, ssl_check, event } = body;
  if (type === 'url_verification' && typeof challenge === 'string')
    return reply(200, { challenge });
  if (ssl_check !== undefined) return reply(200, { ok: true });
  if (typeof body.command === 'string') return undefined;
  const what = (event as { type?: unknown } | undefined)?.type ?? type;
  const skipped = typeof what === 'string' && /^[\w.]{1,60}$/.test(what) ? what : 'not a command';
  return reply(200, { ok: true, skipped });
}

async function linkAccount(
  ctx: Context,
  connection_id: number,
  code: string,
  who: SlackUser | undefined,
): Promise<string> {
  const connection = await ctx.connections.find(connection_id);
  const result = who && connection ? await link(ctx, connection, code, who) : 'no_code';
  if (!connection || result === 'no_code') return ctx.i18n.t('en', 'link.no_code');
  const { t, user } = await speakerOf(ctx, connection.user_id);
  // The name of an account is told to nobody else than who has its code.
  return t(`link.${result}`, { name: toMrkdwn(user.name) });
}

/** Ephemeral: only who typed the command sees it. */
function say(text: string): Reply {
  return reply(200, { response_type: 'ephemeral', text });
}

function readCommand({ command, text }: Body): { command: string; text: string } {
  const isCommand = typeof command === 'string' && /^\/[\w-]{1,40}$/.test(command);
  return { command: isCommand ? command : '/tt', text: typeof text === 'string' ? text : '' };
}

function readCode(body: Body): string | undefined {
  const { command, text } = readCommand(body);
  if (typeof body.command !== 'string' || isAttendanceCommand(command)) return undefined;
  return /^\s*link\s+(\S{1,40})\s*$/i.exec(text)?.[1];
}
