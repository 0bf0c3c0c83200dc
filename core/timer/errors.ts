/** Codes of the timer. */
import createError from '@fastify/error';

export const ERR_TIMER_RUNNING = createError<[string]>(
  'STINT_ERR_TIMER_RUNNING',
  'A timer is running already%s: stop it, or switch.',
  409,
);
export const ERR_TIMER_NOT_RUNNING = createError(
  'STINT_ERR_TIMER_NOT_RUNNING',
  'No timer is running.',
  409,
);
export const ERR_TIMER_PAUSED = createError<[string]>(
  'STINT_ERR_TIMER_PAUSED',
  'The timer is paused since %s.',
  409,
);
export const ERR_TIMER_NOT_PAUSED = createError(
  'STINT_ERR_TIMER_NOT_PAUSED',
  'The timer is not paused.',
  409,
);
export const ERR_TIMER_ASKED = createError<[string]>(
  'STINT_ERR_TIMER_ASKED',
  '"Still working?" was asked at %s, and nobody answered yet.',
  409,
);
export const ERR_TIMER_ACTIVE = createError<[string, string]>(
  'STINT_ERR_TIMER_ACTIVE',
  'Somebody was there at %s, after %s.',
  409,
);
export const ERR_TIMER_INSTANT = createError<[string, string]>(
  'STINT_ERR_TIMER_INSTANT',
  '%s is not possible here: it must lie between %s and now.',
  422,
);
export const ERR_TIMER_NOTHING_TO_CONTINUE = createError(
  'STINT_ERR_TIMER_NOTHING_TO_CONTINUE',
  'There is no earlier time entry to continue.',
  409,
);
