/** `/api/v1/me/two-factor`, the second step of signing in, and the way out for who lost their second factor. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { CHALLENGE_SECONDS } from '../auth/challenges.ts';
import { SignedIn } from '../auth/schema.ts';
import { visitorOf } from '../auth/visitor.ts';
import { IdParams } from '../infra/fields.ts';
import { loginCookieFor } from '../infra/session-cookie.ts';
import type { KeyRing } from '../secrets/key-ring.ts';
import { logInByCode } from './log-in.ts';
import {
  CodeProof,
  Enrolment,
  FullProof,
  PasswordProof,
  RecoveryCodes,
  TwoFactor,
} from './schema.ts';
import {
  beginTwoFactor,
  confirmTwoFactor,
  disableTwoFactor,
  readTwoFactor,
  renewRecoveryCodes,
  resetTwoFactor,
} from './service.ts';

const session = { access: { scope: 'session' } } as const;
const tags = ['Me'];

export function twoFactorRoutes(keys: KeyRing): FastifyPluginAsyncTypebox {
  return async (app) => {
    const deps = { db: app.db, clock: app.clock, config: app.config, keys };
    const login = loginCookieFor(app.config, CHALLENGE_SECONDS);

    app.post(
      '/auth/login/code',
      {
        config: { access: 'public' },
        schema: {
          tags: ['Auth'],
          operationId: 'logInByCode',
          summary: 'Second step of signing in: open the session by a code',
          body: CodeProof,
          response: { 200: SignedIn },
        },
      },
      async (request, reply) => {
        const proof = { code: request.body.code, challenge: request.cookies[login.name] };
        const { user, session } = await logInByCode(deps, proof, visitorOf(request));
        reply.setCookie(app.sessionCookie.name, session, app.sessionCookie.options);
        reply.clearCookie(login.name, login.options);
        return { user };
      },
    );

    app.get(
      '/me/two-factor',
      {
        config: session,
        schema: {
          tags,
          operationId: 'getTwoFactor',
          summary: 'Whether you sign in with a second factor',
          response: { 200: TwoFactor },
        },
      },
      (request) => readTwoFactor(request.context),
    );

    app.post(
      '/me/two-factor',
      {
        config: { ...session, shownOnce: 'uri' },
        schema: {
          tags,
          operationId: 'beginTwoFactor',
          summary: 'Begin to set a second factor up; its secret is shown once',
          body: PasswordProof,
          response: { 201: Enrolment },
        },
      },
      async (request, reply) => {
        reply.code(201);
        const { current_password } = request.body;
        return { uri: await beginTwoFactor(request.context, deps, current_password) };
      },
    );

    app.post(
      '/me/two-factor/confirm',
      {
        config: { ...session, shownOnce: 'recovery_codes' },
        schema: {
          tags,
          operationId: 'confirmTwoFactor',
          summary: 'Switch it on by a first code; recovery codes are shown once',
          body: CodeProof,
          response: { 200: RecoveryCodes },
        },
      },
      async (request) => ({
        recovery_codes: await confirmTwoFactor(request.context, deps, request.body.code),
      }),
    );

    app.post(
      '/me/two-factor/recovery-codes',
      {
        config: { ...session, shownOnce: 'recovery_codes' },
        schema: {
          tags,
          operationId: 'renewRecoveryCodes',
          summary: 'Make new recovery codes; those before stop working',
          body: FullProof,
          response: { 200: RecoveryCodes },
        },
      },
      async (request) => ({
        recovery_codes: await renewRecoveryCodes(request.context, deps, request.body),
      }),
    );

    app.post(
      '/me/two-factor/disable',
      {
        config: session,
        schema: {
          tags,
          operationId: 'disableTwoFactor',
          summary: 'Switch your second factor off',
          body: FullProof,
          response: { 204: Type.Null() },
        },
      },
      async (request, reply) => {
        await disableTwoFactor(request.context, deps, request.body);
        reply.code(204);
        return null;
      },
    );

    app.delete(
      '/users/:id/two-factor',
      {
        config: { access: { scope: 'session', role: 'admin' } },
        schema: {
          tags: ['Users'],
          operationId: 'resetTwoFactor',
          summary: 'Take the second factor from somebody who lost theirs, and sign them out',
          params: IdParams,
          response: { 204: Type.Null() },
        },
      },
      async (request, reply) => {
        await resetTwoFactor(request.context, request.params.id);
        reply.code(204);
        return null;
      },
    );
  };
}
