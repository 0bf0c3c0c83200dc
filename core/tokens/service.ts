/** The rules of API tokens: everybody makes and revokes their own, the secret is shown once. */
import type { Knex } from 'knex';
import { hashSecret, newSecret } from '../auth/secrets.ts';
import { atField, ERR_NOT_FOUND } from '../errors.ts';
import { type Context, inTransaction } from '../infra/context.ts';
import { formatInstant, parseInstant } from '../infra/instants.ts';
import { fetchPage, type Page } from '../infra/page.ts';
import { recordAudit } from '../infra/record-audit.ts';
import { ERR_TOKEN_EXPIRED_AT_BIRTH } from './errors.ts';
import { Token } from './model.ts';
import type { TokenCreate, TokenQuery } from './schema.ts';

const sorting = { columns: { name: 'lower(name)', created_at: 'created_at' }, id: 'id' };

export async function listTokens({ db, actor }: Context, query: TokenQuery): Promise<Page<Token>> {
  const list = Token.query(db).select('api_tokens.*').where({ user_id: actor.user_id });
  return fetchPage(list, sorting, query);
}

/** @throws STINT_ERR_TOKEN_EXPIRED_AT_BIRTH */
export async function createToken(
  context: Context,
  { name, scopes, expires_at }: TokenCreate,
): Promise<Token & { token: string }> {
  const secret = newSecret('stint_');
  const row = {
    user_id: context.actor.user_id as number,
    token_hash: hashSecret(secret),
    name,
    scopes,
    created_at: context.clock.now(),
    expires_at: expires_at === undefined ? null : parseExpiry(context, expires_at),
  };
  return inTransaction(context, async (context) => {
    const created = await Token.query(context.db).insert(row).returning('*');
    await recordAudit(context, { action: 'token.created', entity: 'token', entity_id: created.id });
    return Object.assign(created, { token: secret });
  });
}

export async function revokeToken(context: Context, id: number): Promise<void> {
  await inTransaction(context, async (context) => {
    const [revoked] = await Token.query(context.db)
      .delete()
      .where({ id, user_id: context.actor.user_id })
      .returning(['name', 'scopes']);
    if (!revoked) throw new ERR_NOT_FOUND('token', id);
    await recordAudit(context, {
      action: 'token.revoked',
      entity: 'token',
      entity_id: id,
      changes: revoked,
    });
  });
}

/** Ends every token of somebody who is shown the door. */
export async function revokeTokensOf(db: Knex, userId: number): Promise<void> {
  await Token.query(db).delete().where({ user_id: userId });
}

function parseExpiry({ actor, clock }: Context, text: string): Date {
  const expiry = parseInstant(text, actor.time_zone, '/expires_at');
  if (expiry > clock.now()) return expiry;
  const shown = formatInstant(expiry, actor.time_zone);
  throw atField(new ERR_TOKEN_EXPIRED_AT_BIRTH(shown), '/expires_at');
}
