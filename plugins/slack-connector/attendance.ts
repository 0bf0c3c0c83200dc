/** Who is in: said by people in Slack, where an administrator switched it on. It does not touch the timer. */
import { cutText, type User } from '@stint/plugin';
import { Type } from 'typebox';
import type { Speaker } from './commands.ts';
import { addMessage } from './messages.ts';
import { toMrkdwn } from './mrkdwn.ts';
import type { Context } from './settings.ts';

const LONGEST_NOTE = 200;

export type State = 'in' | 'away' | 'out';

interface Step {
  to: State;
  from: readonly State[];
}

/** What each command makes of somebody. Before they said anything they are out. */
const steps: Record<string, Step> = {
  '/in': { to: 'in', from: ['out'] },
  '/brb': { to: 'away', from: ['in'] },
  '/back': { to: 'in', from: ['away'] },
  '/out': { to: 'out', from: ['in', 'away'] },
};

export const isAttendanceCommand = (command: string): boolean => Object.hasOwn(steps, command);

interface Said {
  command: string;
  text: string;
  delivery_id: number;
  connection_id: number;
}

export async function runAttendance(speaker: Speaker, said: Said): Promise<string> {
  const { ctx, user, t } = speaker;
  const { attendance, attendance_channel_id } = await ctx.settings.instance();
  if (!attendance) return t('attendance.off');
  const { to, from } = steps[said.command] as Step;
  const note = cutText(said.text.trim(), LONGEST_NOTE);
  const state = await ctx.db.transaction(async (trx) => {
    // The first row of somebody new is waited for as well: two commands at once are one after the other.
    await trx.query(
      `INSERT INTO attendance VALUES ($1, 'out', '', $2) ON CONFLICT (user_id) DO NOTHING`,
      [user.id, ctx.clock.now()],
    );
    const [now] = await trx.query<{ state: State }>(
      'SELECT state FROM attendance WHERE user_id = $1 FOR UPDATE',
      [user.id],
    );
    const current = now?.state ?? 'out';
    if (!from.includes(current)) return current;
    const at = ctx.clock.now();
    await trx.query('UPDATE attendance SET state = $2, note = $3, since = $4 WHERE user_id = $1', [
      user.id,
      to,
      note,
      at,
    ]);
    await trx.query('INSERT INTO attendance_log VALUES ($1, $2, $3, $4, $5)', [
      said.delivery_id,
      user.id,
      to,
      note,
      at,
    ]);
    return undefined;
  });
  if (state !== undefined) return t(`attendance.already_${state}`);
  if (attendance_channel_id) {
    const word = said.command === '/back' ? 'back' : to;
    await addMessage(ctx, {
      id: `attendance:${said.delivery_id}`,
      connection_id: said.connection_id,
      kind: 'attendance',
      channel: attendance_channel_id,
      facts: { state: word, note },
    });
  }
  const done = t(`attendance.now_${to}`);
  return note ? `${done}: ${toMrkdwn(note)}` : done;
}

const Present = Type.Object({
  is_on: Type.Boolean(),
  people: Type.Array(
    Type.Object({
      user_id: Type.Integer(),
      name: Type.String(),
      state: Type.Enum(['in', 'away', 'out']),
      note: Type.String(),
      since: Type.String(),
    }),
  ),
});

const SHOWN_HOURS = 24;
const order: readonly State[] = ['in', 'away', 'out'];

export function registerAttendance(ctx: Context): void {
  ctx.route({
    method: 'GET',
    path: '/attendance',
    summary: 'Who said that they are in, away or out',
    response: { 200: Present },
    handler: async ({ user }) => {
      const { attendance } = await ctx.settings.instance();
      if (!attendance) return { is_on: false, people: [] };
      const rows = await ctx.db.query<{ user_id: number; state: State; note: string; since: Date }>(
        `SELECT * FROM attendance WHERE state <> 'out' OR since > $1 ORDER BY since DESC`,
        [new Date(ctx.clock.now().getTime() - SHOWN_HOURS * 3_600_000)],
      );
      const names = new Map<number, string>();
      if (rows.length > 0)
        for await (const { id, name } of ctx.data.as(user.id).list<User>('/users'))
          names.set(id, name);
      const people = rows.flatMap(({ since, ...row }) => {
        const name = names.get(row.user_id);
        return name === undefined ? [] : [{ ...row, name, since: since.toISOString() }];
      });
      people.sort((a, b) => order.indexOf(a.state) - order.indexOf(b.state));
      return { is_on: true, people };
    },
  });
}
