/**
 * Who somebody in Slack is here. Only a code that its owner pasted in Slack, in a request that the app signed,
 * says so: what is typed into the settings proves nothing.
 */
import { createHash, randomInt } from 'node:crypto';
import {
  type Context,
  type InstanceConfig,
  type SlackConnection,
  signerOf,
  signingSecretOf,
} from './settings.ts';

const CODE_MINUTES = 10;
// Without what looks like something else.
const LETTERS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const CODE_LENGTH = 8;

/** Somebody in Slack, as a signed request names them. */
export interface SlackUser {
  app_id: string;
  team_id: string;
  slack_user_id: string;
}

export interface Link extends SlackUser {
  connection_id: number;
  user_id: number;
  signer: string;
}

export type LinkResult = 'linked' | 'no_code' | 'taken' | 'another';

export function readSlackUser(body: Record<string, unknown>): SlackUser | undefined {
  const { api_app_id: app_id = '', team_id, user_id } = body;
  const ids = [app_id, team_id, user_id];
  if (!ids.every((id) => typeof id === 'string' && /^[A-Z0-9]{0,40}$/.test(id))) return undefined;
  if (!team_id || !user_id) return undefined;
  return { app_id: `${app_id}`, team_id: `${team_id}`, slack_user_id: `${user_id}` };
}

/** The connections of a Slack user; several only where several apps say so, and the signature tells which. */
export async function findConnectionsOf(ctx: Context, who: SlackUser): Promise<number[]> {
  const rows = await ctx.db.query<{ connection_id: number; is_own: boolean }>(
    `SELECT connection_id, slack_user_id = $2 AS is_own FROM slack_users
     WHERE team_id = $1 AND (slack_user_id = $2 OR app_id = $3)
     ORDER BY slack_user_id <> $2, connection_id LIMIT 20`,
    [who.team_id, who.slack_user_id, who.app_id],
  );
  // Colleagues on the same app can tell a stranger's request from a forged one.
  const own = rows.filter(({ is_own }) => is_own);
  return (own.length > 0 ? own : rows).map(({ connection_id }) => connection_id);
}

/** Whether a request that a connection's secret signed is of that connection's person. */
export async function isLinked(
  ctx: Context,
  { id, config }: SlackConnection,
  { team_id, slack_user_id }: SlackUser,
): Promise<boolean> {
  const link = await findLink(ctx, id);
  return (
    link?.team_id === team_id &&
    link.slack_user_id === slack_user_id &&
    link.signer === signerOf(config)
  );
}

export async function findLink(ctx: Context, connection_id: number): Promise<Link | undefined> {
  const [link] = await ctx.db.query<Link>('SELECT * FROM slack_users WHERE connection_id = $1', [
    connection_id,
  ]);
  return link;
}

/** A new code; the one before is void. */
export async function makeCode(ctx: Context, connection_id: number) {
  const code = Array.from({ length: CODE_LENGTH }, () => LETTERS[randomInt(LETTERS.length)]).join(
    '',
  );
  const expires_at = new Date(ctx.clock.now().getTime() + CODE_MINUTES * 60_000);
  await ctx.db.query(
    `INSERT INTO link_codes VALUES ($1, $2, $3) ON CONFLICT (connection_id)
     DO UPDATE SET code_hash = excluded.code_hash, expires_at = excluded.expires_at`,
    [connection_id, hashCode(code), expires_at],
  );
  return { code, expires_at: expires_at.toISOString() };
}

export async function findConnectionOfCode(
  ctx: Context,
  code: string,
): Promise<number | undefined> {
  const [row] = await ctx.db.query<{ connection_id: number }>(
    'SELECT connection_id FROM link_codes WHERE code_hash = $1 AND expires_at > $2',
    [hashCode(code), ctx.clock.now()],
  );
  return row?.connection_id;
}

/** Uses a code up. A Slack user who is somebody else's already stays theirs. */
export async function link(
  ctx: Context,
  connection: SlackConnection,
  code: string,
  who: SlackUser,
): Promise<LinkResult> {
  const expected = connection.config.linked_slack_user_id;
  if (expected && expected !== who.slack_user_id) return 'another';
  // Somebody's two requests at once, to two accounts: one after the other.
  const result = await ctx.lock(`link:${who.team_id}:${who.slack_user_id}`, async () => {
    if (await isTaken(ctx, connection, who)) return 'taken';
    return ctx.db.transaction<LinkResult>(async (trx) => {
      const used = await trx.query(
        'DELETE FROM link_codes WHERE connection_id = $1 AND code_hash = $2 AND expires_at > $3 RETURNING 1',
        [connection.id, hashCode(code), ctx.clock.now()],
      );
      if (used.length === 0) return 'no_code';
      await trx.query('DELETE FROM slack_users WHERE connection_id = $1', [connection.id]);
      await trx.query('INSERT INTO slack_users VALUES ($1, $2, $3, $4, $5, $6, $7)', [
        connection.id,
        connection.user_id,
        signerOf(connection.config),
        who.app_id,
        who.team_id,
        who.slack_user_id,
        ctx.clock.now(),
      ]);
      return 'linked';
    });
  });
  if (result === 'linked')
    await ctx.connections.update(connection.id, { linked_slack_user_id: who.slack_user_id });
  return result;
}

/** By another connection whose requests the same secret signs, whoever entered it. */
async function isTaken(
  ctx: Context,
  { id, config }: SlackConnection,
  { team_id, slack_user_id }: SlackUser,
): Promise<boolean> {
  const instance: InstanceConfig = await ctx.settings.instance();
  const others = await ctx.db.query<Link>(
    'SELECT * FROM slack_users WHERE team_id = $1 AND slack_user_id = $2 AND connection_id <> $3',
    [team_id, slack_user_id, id],
  );
  for (const { connection_id, signer } of others) {
    const other = await ctx.connections.find(connection_id);
    if (!other || signerOf(other.config) !== signer) await unlink(ctx, connection_id);
    else if (signingSecretOf(other.config, instance) === signingSecretOf(config, instance))
      return true;
  }
  return false;
}

export async function unlink(ctx: Context, connection_id: number): Promise<void> {
  await ctx.db.transaction(async (trx) => {
    await trx.query('DELETE FROM slack_users WHERE connection_id = $1', [connection_id]);
    await trx.query('DELETE FROM link_codes WHERE connection_id = $1', [connection_id]);
  });
}

/** After a save: another app, or another Slack user, has to be proved anew. */
export async function checkLink(ctx: Context, { id, config }: SlackConnection): Promise<void> {
  const known = await findLink(ctx, id);
  if (!known) return;
  const typed = config.linked_slack_user_id;
  if (known.signer !== signerOf(config) || (typed && typed !== known.slack_user_id))
    await unlink(ctx, id);
  else if (!typed) await ctx.connections.update(id, { linked_slack_user_id: known.slack_user_id });
}

function hashCode(code: string): string {
  return createHash('sha256').update(`code:${code.trim().toUpperCase()}`).digest('hex');
}
