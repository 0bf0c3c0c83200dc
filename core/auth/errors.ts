/** Codes of signing in. */
import createError from '@fastify/error';

export const ERR_LOGIN_FAILED = createError(
  'STINT_ERR_LOGIN_FAILED',
  'The email address or the password is wrong, or the account is disabled.',
  401,
);
export const ERR_LOGIN_EXPIRED = createError(
  'STINT_ERR_LOGIN_EXPIRED',
  'Too much time has passed since the password, or somebody used this sign-in up: start again.',
  401,
);
export const ERR_PASSWORD_COMMON = createError(
  'STINT_ERR_PASSWORD_COMMON',
  'This password is among the first that anyone would guess: choose another.',
  422,
);
export const ERR_PASSWORD_WRONG = createError(
  'STINT_ERR_PASSWORD_WRONG',
  'The current password is wrong.',
  422,
);
export const ERR_LINK_INVALID = createError(
  'STINT_ERR_LINK_INVALID',
  'This link is unknown, used or expired.',
  410,
);
export const ERR_SETUP_DONE = createError(
  'STINT_ERR_SETUP_DONE',
  'Stint is set up already: sign in instead.',
  409,
);
