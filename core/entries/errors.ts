/** Codes of time entries. */
import createError from '@fastify/error';

export const ERR_ENTRY_SPAN = createError<[string]>('STINT_ERR_ENTRY_SPAN', '%s', 422);
export const ERR_ENTRY_TOO_LONG = createError<[number, number]>(
  'STINT_ERR_ENTRY_TOO_LONG',
  'An entry of %d days is longer than the %d days that one may last: split it.',
  422,
);
export const ERR_ENTRY_OVERLAP = createError<[string]>(
  'STINT_ERR_ENTRY_OVERLAP',
  'It overlaps with the time entries %s, and overlaps are forbidden here.',
  409,
);
export const ERR_ENTRY_RUNNING = createError<[number]>(
  'STINT_ERR_ENTRY_RUNNING',
  'Time entry %d is running: stop it first.',
  409,
);
export const ERR_BREAK_OUTSIDE = createError<[string, string]>(
  'STINT_ERR_BREAK_OUTSIDE',
  'The break from %s to %s does not lie inside the entry.',
  422,
);
export const ERR_PROJECT_UNUSABLE = createError<[number]>(
  'STINT_ERR_PROJECT_UNUSABLE',
  'There is no project %d that this user may track time on.',
  422,
);
export const ERR_PROJECT_ARCHIVED = createError<[number]>(
  'STINT_ERR_PROJECT_ARCHIVED',
  'Project %d is archived: no more time can be tracked on it.',
  422,
);
export const ERR_TASK_UNUSABLE = createError<[number]>(
  'STINT_ERR_TASK_UNUSABLE',
  'There is no task %d in this project.',
  422,
);
export const ERR_TAG_UNKNOWN = createError<[string]>(
  'STINT_ERR_TAG_UNKNOWN',
  'Not all of the tags %s exist.',
  422,
);
export const ERR_USER_UNUSABLE = createError<[number]>(
  'STINT_ERR_USER_UNUSABLE',
  'You may not track time for user %d on this project.',
  403,
);
export const ERR_ENTRY_CONTENDED = createError<[number]>(
  'STINT_ERR_ENTRY_CONTENDED',
  'Others changed this time entry %d times while this request tried to: try again.',
  409,
);
