/** Codes of the list and the stream of events. */
import createError from '@fastify/error';

export const ERR_EVENTS_GONE = createError<[string]>(
  'STINT_ERR_EVENTS_GONE',
  'The event at the cursor %s is no longer kept: events are for 30 days. Begin anew.',
  410,
);
export const ERR_EVENTS_TOO_MANY = createError<[number]>(
  'STINT_ERR_EVENTS_TOO_MANY',
  'You have %d event streams open already: close one.',
  429,
);
