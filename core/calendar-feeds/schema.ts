/** The calendar feed: an address that shows somebody's time to whoever has it, until it is revoked. */
import { type Static, Type } from 'typebox';
import { Id, Instant, Name, Nullable, NullableInstant } from '../infra/fields.ts';
import { PageQuery, sortQuery } from '../infra/page.ts';

const project_ids = Type.Array(Id, {
  maxItems: 200,
  uniqueItems: true,
  description: 'Only entries of these projects; all where empty.',
});
const days = Type.Integer({
  minimum: 1,
  maximum: 366,
  description: 'How many past days it shows.',
});

export const CalendarFeed = Type.Object({
  id: Id,
  name: Type.String(),
  project_ids,
  days,
  created_at: Instant,
  last_used_at: { ...NullableInstant, description: 'Within a minute; null if never.' },
});
export type CalendarFeed = Static<typeof CalendarFeed>;

export const CalendarFeedWithPath = Type.Object({
  ...CalendarFeed.properties,
  path: {
    ...Nullable(Type.String({ examples: ['/api/v1/calendar/stint_cal_…'] })),
    description: 'Where calendar programs read it, in this answer only; null when it is replayed.',
  },
});

export const CalendarFeedCreate = Type.Object(
  { name: Name, project_ids: Type.Optional(project_ids), days: Type.Optional(days) },
  { additionalProperties: false },
);
export type CalendarFeedCreate = Static<typeof CalendarFeedCreate>;

export const CalendarFeedQuery = Type.Object(
  { ...PageQuery.properties, sort: sortQuery(['name', 'created_at'], '-created_at') },
  { additionalProperties: false },
);
export type CalendarFeedQuery = Static<typeof CalendarFeedQuery>;
