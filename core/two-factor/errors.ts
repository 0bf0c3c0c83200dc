/** Codes of second factors. */
import createError from '@fastify/error';

export const ERR_CODE_WRONG = createError(
  'STINT_ERR_CODE_WRONG',
  'The code is wrong, too old, or was used already.',
  422,
);
export const ERR_TWO_FACTOR_ON = createError(
  'STINT_ERR_TWO_FACTOR_ON',
  'Two-factor sign-in is on already: switch it off before you set it up anew.',
  409,
);
export const ERR_TWO_FACTOR_OFF = createError(
  'STINT_ERR_TWO_FACTOR_OFF',
  'Two-factor sign-in is not on, or was not begun to be set up.',
  409,
);
export const ERR_TWO_FACTOR_OWN = createError(
  'STINT_ERR_TWO_FACTOR_OWN',
  'Your own is switched off in your profile, with your password and a code.',
  409,
);
