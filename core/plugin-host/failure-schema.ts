/** A job of a plugin that failed for good, as administrators see it. */
import { Type } from 'typebox';
import { Instant } from '../infra/fields.ts';

export const FailureParams = Type.Object(
  {
    id: Type.String({ pattern: '^[a-z][a-z0-9_]{1,40}$' }),
    failure_id: Type.Integer({ minimum: 1 }),
  },
  { additionalProperties: false },
);

export const Failure = Type.Object({
  id: Type.Integer(),
  task: Type.String({
    description:
      "The plugin's task, or `event:` and the type of the event, or `cron:` and its schedule.",
  }),
  attempts: Type.Integer(),
  last_error: Type.String(),
  failed_at: Instant,
});
