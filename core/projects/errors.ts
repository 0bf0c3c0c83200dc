/** Codes of projects and their members. */
import createError from '@fastify/error';

export const ERR_PROJECT_HAS_TIME = createError<[number, number]>(
  'STINT_ERR_PROJECT_HAS_TIME',
  'Project %d has time on it (entries, those deleted in the last 30 days included: %d): archive it instead.',
  409,
);
export const ERR_CLIENT_ARCHIVED = createError<[number]>(
  'STINT_ERR_CLIENT_ARCHIVED',
  'Client %d is archived: it gets no more projects.',
  422,
);
