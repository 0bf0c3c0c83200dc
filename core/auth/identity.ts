/** From a credential to who it stands for: one prepared lookup, which `identities.ts` remembers for a while. */
import type { Knex } from 'knex';
import type { Acting } from '../infra/acting.ts';
import type { Context, Role } from '../infra/context.ts';
import { runPrepared, type Statement } from '../infra/prepared.ts';
import { readSettings } from '../settings/read.ts';
import { defaultSettings, type Settings } from '../settings/schema.ts';
import { hashSecret } from './secrets.ts';

export interface Credential {
  kind: 'token' | 'session';
  secret: string;
}

export interface IdentityRow extends PersonRow {
  credential_id: number;
  scopes: string[] | null;
  last_used_at: Date | null;
  /** When the credential stops to stand for anybody by itself; null: never. */
  ends_at: Date | null;
}

interface PersonRow {
  user_id: number;
  role: Role;
  time_zone: string;
  week_start: number;
  locale: string;
  settings: Partial<Settings>;
}

const person = 'u.id AS user_id, u.role, u.time_zone, u.week_start, u.locale, s.data AS settings';
const byToken: Statement = {
  name: 'identity_by_token',
  text: `SELECT t.id AS credential_id, t.scopes, t.last_used_at, t.expires_at AS ends_at, ${person}
    FROM api_tokens t JOIN users u ON u.id = t.user_id CROSS JOIN settings s
    WHERE t.token_hash = $1 AND u.active AND (t.expires_at IS NULL OR t.expires_at > $2)`,
};
const bySession: Statement = {
  name: 'identity_by_session',
  text: `SELECT t.id AS credential_id, NULL AS scopes, t.last_used_at,
      least(t.expires_at, t.idle_expires_at) AS ends_at, ${person}
    FROM sessions t JOIN users u ON u.id = t.user_id CROSS JOIN settings s
    WHERE t.token_hash = $1 AND u.active AND t.expires_at > $2 AND t.idle_expires_at > $2`,
};

const byUser: Statement = {
  name: 'identity_by_user',
  text: `SELECT ${person} FROM users u CROSS JOIN settings s WHERE u.id = $1 AND u.active`,
};

export type Identity = Pick<Context, 'actor' | 'settings' | 'origin' | 'causation'>;

/** A plugin that acts: with the rights of a user or of the instance, and no more scopes than its manifest asks for. */
export async function findActing(db: Knex, acting: Acting): Promise<Identity | undefined> {
  const { user_id, plugin, scopes, origin, causation } = acting;
  const via = `plugin:${plugin}`;
  if (user_id === null) {
    const actor = { role: 'admin', via, scopes, time_zone: 'UTC', week_start: 1 } as const;
    return { actor, settings: await readSettings(db), origin, causation };
  }
  const [row] = await runPrepared<PersonRow>(db, byUser, [user_id]);
  return row && { ...identityOf(row, via, scopes), origin, causation };
}

/** Somebody for whom a job works, with the rights they have by now; `undefined` when they are gone. */
export async function findPerson(
  db: Knex,
  user_id: number,
  via: string,
): Promise<Identity | undefined> {
  const [row] = await runPrepared<PersonRow>(db, byUser, [user_id]);
  return row && identityOf(row, via);
}

/** @param ip where the request comes from */
export function toIdentity(row: IdentityRow, kind: Credential['kind'], ip: string): Identity {
  return identityOf(row, `${kind}:${row.credential_id}`, row.scopes ?? undefined, ip);
}

function identityOf(
  row: PersonRow,
  via: string,
  scopes?: readonly string[],
  ip?: string,
): Identity {
  const { user_id, role, time_zone, week_start, locale } = row;
  return {
    actor: { user_id, role, via, scopes, ip, time_zone, week_start, locale },
    settings: { ...defaultSettings, ...row.settings },
  };
}

/** What the database says of a credential; nothing for an unknown or ended one. */
export async function findIdentity(
  db: Knex,
  { kind, secret }: Credential,
  now: Date,
): Promise<IdentityRow | undefined> {
  const statement = kind === 'token' ? byToken : bySession;
  const [row] = await runPrepared<IdentityRow>(db, statement, [hashSecret(secret), now]);
  return row;
}

/** A credential was used: shown to people, and what keeps a session from ending. */
export async function noteUse(
  db: Knex,
  kind: Credential['kind'],
  id: number,
  now: Date,
): Promise<void> {
  if (kind === 'token') await db('api_tokens').where({ id }).update({ last_used_at: now });
  else {
    await db('sessions')
      .where({ id })
      .update({
        last_used_at: now,
        idle_expires_at: db.raw('?::timestamptz + make_interval(hours => idle_hours)', [now]),
      });
  }
}
