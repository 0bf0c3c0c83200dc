/** The period lock resource: days whose time entries stay as they are. */
import { type Static, Type } from 'typebox';
import { Day, Id, Instant, Nullable } from '../infra/fields.ts';
import { ModifiedAfter, PageQuery, sortQuery } from '../infra/page.ts';

const editable = {
  starts_on: {
    ...Nullable(Day),
    description: 'First locked day; null locks everything up to `ends_on`.',
  },
  ends_on: {
    ...Day,
    description: 'Last locked day, counted in the time zone of whose entry it is.',
  },
  user_id: { ...Nullable(Id), description: 'Whose entries; null for all people.' },
  project_id: { ...Nullable(Id), description: 'Entries of which project; null for all.' },
  reason: Type.String({ maxLength: 500, examples: ['Invoiced'] }),
};

export const PeriodLock = Type.Object({
  id: Id,
  ...editable,
  version: Type.Integer(),
  created_at: Instant,
  updated_at: Instant,
});
export type PeriodLock = Static<typeof PeriodLock>;

export const PeriodLockCreate = Type.Object(
  { ...Type.Partial(Type.Object(editable)).properties, ends_on: editable.ends_on },
  { additionalProperties: false },
);
export type PeriodLockCreate = Static<typeof PeriodLockCreate>;

export const PeriodLockPatch = Type.Partial(Type.Object(editable), {
  additionalProperties: false,
  minProperties: 1,
});
export type PeriodLockPatch = Static<typeof PeriodLockPatch>;

export const PeriodLockQuery = Type.Object(
  {
    ...PageQuery.properties,
    sort: sortQuery(['ends_on', 'created_at'], '-ends_on'),
    user_id: Type.Optional(Id),
    project_id: Type.Optional(Id),
    modified_after: ModifiedAfter,
  },
  { additionalProperties: false },
);
export type PeriodLockQuery = Static<typeof PeriodLockQuery>;
