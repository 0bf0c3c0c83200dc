/** The time entry resource: a span of work, running or done. */
import { type Static, Type } from 'typebox';
import {
  Currency,
  Day,
  Decimal,
  EntryId,
  Id,
  Instant,
  InstantInput,
  Nullable,
  NullableInstant,
} from '../infra/fields.ts';
import { ModifiedAfter, PageQuery, sortQuery } from '../infra/page.ts';
import { entryFilters } from './filters.ts';

const Description = Type.String({ maxLength: 5000 });
const TagIds = Type.Array(Id, { maxItems: 50, uniqueItems: true });
const Duration = Type.Integer({
  minimum: 0,
  maximum: 31 * 86_400,
  description: 'Whole seconds of the span, breaks included.',
});

export const Warning = Type.Object({ code: Type.String(), detail: Type.String() });

export const TimeEntry = Type.Object({
  id: EntryId,
  user_id: Id,
  project_id: Nullable(Id),
  task_id: Nullable(Id),
  description: Type.String(),
  start_time: Instant,
  end_time: { ...NullableInstant, description: 'Null while the timer runs.' },
  paused_at: { ...NullableInstant, description: 'Since when a running timer is paused.' },
  breaks: Type.Array(Type.Object({ start_time: Instant, end_time: Instant })),
  duration_seconds: Nullable(
    Type.Integer({ description: 'Work: the span less its breaks. Null while the timer runs.' }),
  ),
  rounded_seconds: Nullable(Type.Integer({ description: "The work by the owner's rounding." })),
  tag_ids: TagIds,
  billable: Type.Boolean(),
  hourly_rate: Nullable(Decimal),
  currency: Nullable(Currency),
  source: Type.String({ description: 'What made it: `manual`, `timer`, `import:…`, a plugin.' }),
  idle_asked_at: {
    ...NullableInstant,
    description: 'When "still working?" was asked, unanswered.',
  },
  last_activity_at: {
    ...NullableInstant,
    description: 'When somebody was last there while it ran.',
  },
  version: Type.Integer(),
  created_at: Instant,
  updated_at: Instant,
  deleted_at: NullableInstant,
  warnings: Type.Optional(Type.Array(Warning)),
});
export type TimeEntry = Static<typeof TimeEntry>;

const BreakInput = Type.Object(
  { start_time: InstantInput, end_time: InstantInput },
  { additionalProperties: false },
);

/** What an entry is about; shared by entries and the timer. */
export const subjectFields = {
  project_id: Type.Optional(Nullable(Id)),
  task_id: Type.Optional(Nullable(Id)),
  description: Type.Optional(Description),
  tag_ids: Type.Optional(TagIds),
  billable: Type.Optional(Type.Boolean({ description: "The project's own setting when absent." })),
};
export type Subject = Static<ReturnType<typeof subjectSchema>>;
function subjectSchema() {
  return Type.Object(subjectFields);
}

export const EntryCreate = Type.Object(
  {
    user_id: Type.Optional({
      ...Id,
      description: 'Somebody else, for managers and administrators.',
    }),
    ...subjectFields,
    start_time: Type.Optional(InstantInput),
    end_time: Type.Optional(InstantInput),
    duration_seconds: Type.Optional(Duration),
    date: Type.Optional({
      ...Day,
      description:
        'With a duration alone: the entry follows the last one of this day, or starts at 09:00.',
    }),
    breaks: Type.Optional(Type.Array(BreakInput, { maxItems: 50 })),
  },
  { additionalProperties: false },
);
export type EntryCreate = Static<typeof EntryCreate>;

export const EntryPatch = Type.Object(
  {
    ...subjectFields,
    start_time: Type.Optional(InstantInput),
    end_time: Type.Optional(InstantInput),
    duration_seconds: Type.Optional(Duration),
    breaks: Type.Optional(Type.Array(BreakInput, { maxItems: 50 })),
  },
  { additionalProperties: false, minProperties: 1 },
);
export type EntryPatch = Static<typeof EntryPatch>;

export const EntryQuery = Type.Object(
  {
    ...PageQuery.properties,
    sort: sortQuery(['start_time', 'updated_at'], '-start_time'),
    ...entryFilters,
    running: Type.Optional(Type.Boolean()),
    inactive_since: Type.Optional({
      ...InstantInput,
      description: 'Runs, is not paused, and nobody was there after this instant.',
    }),
    from: Type.Optional({ ...InstantInput, description: 'Started at or after this instant.' }),
    to: Type.Optional({ ...InstantInput, description: 'Started before this instant.' }),
    modified_after: ModifiedAfter,
    include_deleted: Type.Boolean({
      default: false,
      description: 'Also entries deleted in the last 30 days, to follow deletions.',
    }),
  },
  { additionalProperties: false },
);
export type EntryQuery = Static<typeof EntryQuery>;

export const EntryParams = Type.Object({ id: EntryId }, { additionalProperties: false });

export const SplitInput = Type.Object(
  { at: { ...InstantInput, description: 'Inside the entry: the first part ends here.' } },
  { additionalProperties: false },
);

export const DuplicateInput = Type.Object(
  { start_time: Type.Optional({ ...InstantInput, description: 'The same start when absent.' }) },
  { additionalProperties: false },
);

const Ids = Type.Array(EntryId, { minItems: 1, maxItems: 500, uniqueItems: true });

export const BulkCreate = Type.Object(
  { entries: Type.Array(EntryCreate, { minItems: 1, maxItems: 500 }) },
  { additionalProperties: false },
);
export const BulkUpdate = Type.Object(
  {
    ids: Ids,
    set: Type.Object(
      {
        ...subjectFields,
        add_tag_ids: Type.Optional(TagIds),
        remove_tag_ids: Type.Optional(TagIds),
        recalculate_rate: Type.Optional(
          Type.Literal(true, {
            description: 'Take the rate that holds now instead of the recorded one.',
          }),
        ),
      },
      { additionalProperties: false, minProperties: 1 },
    ),
  },
  { additionalProperties: false },
);
export type BulkUpdate = Static<typeof BulkUpdate>;
export const BulkDelete = Type.Object({ ids: Ids }, { additionalProperties: false });

export const EntryList = Type.Object({ data: Type.Array(TimeEntry) });

export const HistoryItem = Type.Object({
  id: Type.Integer(),
  occurred_at: Instant,
  actor_id: Nullable(Id),
  actor_name: Nullable(Type.String()),
  actor_via: Type.String(),
  action: Type.String(),
  changes: Type.Unknown({ description: '`{field: [before, after]}`; null for the creation.' }),
});
