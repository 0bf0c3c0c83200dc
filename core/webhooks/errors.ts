/** Codes of outgoing webhooks. */
import createError from '@fastify/error';

export const ERR_WEBHOOK_EVENT_UNKNOWN = createError<[string]>(
  'STINT_ERR_WEBHOOK_EVENT_UNKNOWN',
  'There is no event "%s".',
  422,
);
export const ERR_WEBHOOK_TOO_MANY = createError<[number]>(
  'STINT_ERR_WEBHOOK_TOO_MANY',
  'You have %d webhooks already: delete one.',
  409,
);
export const ERR_WEBHOOK_DISABLED = createError<[string]>(
  'STINT_ERR_WEBHOOK_DISABLED',
  'The webhook "%s" is switched off: switch it on first.',
  409,
);
export const ERR_WEBHOOK_SPAN = createError<[string, string]>(
  'STINT_ERR_WEBHOOK_SPAN',
  'From %s to %s is no span of time.',
  422,
);
