/** The API token resource: what a machine may do for somebody, and until when. */
import { type Static, Type } from 'typebox';
import { ScopeSchema, scopes } from '../auth/scopes.ts';
import { Id, Instant, InstantInput, Name, Nullable, NullableInstant } from '../infra/fields.ts';
import { PageQuery, sortQuery } from '../infra/page.ts';

const Scopes = Type.Array(ScopeSchema, {
  minItems: 1,
  maxItems: scopes.length,
  uniqueItems: true,
});

export const Token = Type.Object({
  id: Id,
  name: Type.String(),
  scopes: Type.Array(Type.String()),
  created_at: Instant,
  last_used_at: { ...NullableInstant, description: 'Within a minute; null if never.' },
  expires_at: { ...NullableInstant, description: 'Null if never.' },
});
export type Token = Static<typeof Token>;

export const TokenWithSecret = Type.Object({
  ...Token.properties,
  token: {
    ...Nullable(Type.String({ examples: ['stint_…'] })),
    description: 'The secret, in this answer only; null when the answer is replayed.',
  },
});

export const TokenCreate = Type.Object(
  { name: Name, scopes: Scopes, expires_at: Type.Optional(InstantInput) },
  { additionalProperties: false },
);
export type TokenCreate = Static<typeof TokenCreate>;

export const TokenQuery = Type.Object(
  { ...PageQuery.properties, sort: sortQuery(['name', 'created_at'], '-created_at') },
  { additionalProperties: false },
);
export type TokenQuery = Static<typeof TokenQuery>;
