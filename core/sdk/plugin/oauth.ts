/**
 * Access that a person grants by OAuth 2 (RFC 6749, with PKCE by RFC 7636). The manifest says where and for
 * what; the host asks, keeps the tokens, renews and revokes them. A plugin sees access tokens alone.
 */
import { type Static, Type } from 'typebox';

const closed = { additionalProperties: false } as const;
const Endpoint = (description: string) =>
  Type.String({ pattern: '^https://', maxLength: 300, description });
const Path = (description: string) =>
  Type.Optional(Type.String({ pattern: '^(/[a-z][a-z0-9_-]*)+$', maxLength: 80, description }));

export const OauthDeclaration = Type.Object(
  {
    authorizationUrl: Endpoint('Where the person is asked.'),
    tokenUrl: Endpoint('Where codes and refresh tokens become access tokens.'),
    revocationUrl: Type.Optional(
      Endpoint('Where tokens are revoked when somebody disconnects (RFC 7009).'),
    ),
    scopes: Type.Array(Type.String({ pattern: '^[\\x21\\x23-\\x5b\\x5d-\\x7e]{1,200}$' }), {
      uniqueItems: true,
      maxItems: 30,
      description: 'What is asked for. Somebody who grants less is not connected.',
    }),
    authorizationParameters: Type.Optional(
      Type.Record(Type.String(), Type.String(), {
        description: 'Sent along when the person is asked: `{"access_type": "offline"}`.',
      }),
    ),
    clientAuthentication: Type.Optional(
      Type.Unsafe<'body' | 'basic'>({
        type: 'string',
        enum: ['body', 'basic'],
        default: 'body',
        description:
          'Where the client secret is sent: in the body, or in an `Authorization` header.',
      }),
    ),
    environment: Type.Optional(
      Type.String({
        pattern: '^[A-Z][A-Z0-9_]{1,40}$',
        description:
          'Prefix of its variables: with `GOOGLE`, `GOOGLE_CLIENT_ID`. Without it, the id in capitals.',
      }),
    ),
    connectPath: Path('Where a browser begins. Without it `/oauth/connect`.'),
    callbackPath: Path('Where it comes back to. Without it `/oauth/callback`.'),
  },
  { ...closed, description: 'How its connections get access: by OAuth 2, run by the host.' },
);
export type OauthDeclaration = Static<typeof OauthDeclaration>;
