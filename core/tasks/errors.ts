/** Codes of tasks. */
import createError from '@fastify/error';

export const ERR_TASK_HAS_TIME = createError<[number, number]>(
  'STINT_ERR_TASK_HAS_TIME',
  'Task %d has time on it (entries, those deleted in the last 30 days included: %d): set it to done instead.',
  409,
);
export const ERR_TASK_PROJECT_ARCHIVED = createError<[number]>(
  'STINT_ERR_TASK_PROJECT_ARCHIVED',
  'Project %d is archived: it gets no more tasks.',
  422,
);
export const ERR_ASSIGNEE_UNUSABLE = createError<[number, number]>(
  'STINT_ERR_ASSIGNEE_UNUSABLE',
  'There is no active user %d who may track time on project %d.',
  422,
);
