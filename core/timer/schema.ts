/** What the timer takes and answers. The running entry itself is a time entry. */
import { type Static, Type } from 'typebox';
import { subjectFields, TimeEntry } from '../entries/schema.ts';
import { EntryId, Instant, InstantInput, Nullable, OneOf } from '../infra/fields.ts';

export const TimerState = Type.Object({
  server_time: { ...Instant, description: 'The clock that counts: yours may differ.' },
  timer: Type.Union([TimeEntry, Type.Null()], { description: 'The entry that started last.' }),
  elapsed_seconds: Nullable(Type.Integer({ description: 'Work so far, pauses left out.' })),
  timers: Type.Array(TimeEntry, { description: 'All that run, where several may.' }),
});

const entry_id = Type.Optional({
  ...EntryId,
  description: 'Which timer, where several run; the one that started last when absent.',
});

export const TimerStart = Type.Object(
  {
    ...subjectFields,
    start_time: Type.Optional({
      ...InstantInput,
      description: 'When it really began; now when absent.',
    }),
    on_running: Type.Optional(
      OneOf(['keep', 'switch'], {
        description: "While another runs: refuse, or stop that one. The user's policy when absent.",
      }),
    ),
  },
  { additionalProperties: false },
);
export type TimerStart = Static<typeof TimerStart>;

export const TimerSwitch = Type.Object(
  { ...subjectFields, start_time: TimerStart.properties.start_time },
  { additionalProperties: false },
);

export const TimerContinue = Type.Object(
  {
    entry_id: Type.Optional({ ...EntryId, description: 'The last one when absent.' }),
    on_running: TimerStart.properties.on_running,
  },
  { additionalProperties: false },
);
export type TimerContinue = Static<typeof TimerContinue>;

export const TimerStop = Type.Object(
  {
    entry_id,
    end_time: Type.Optional({
      ...InstantInput,
      description: 'A moment in the past: "I forgot to stop".',
    }),
  },
  { additionalProperties: false },
);
export type TimerStop = Static<typeof TimerStop>;

export const EntryStop = Type.Omit(TimerStop, ['entry_id'], { additionalProperties: false });
export type EntryStop = Static<typeof EntryStop>;

export const EntryAsk = Type.Object(
  {
    inactive_since: Type.Optional({
      ...InstantInput,
      description: 'Only if nobody was there after this instant.',
    }),
  },
  { additionalProperties: false },
);
export type EntryAsk = Static<typeof EntryAsk>;

export const TimerChoice = Type.Object({ entry_id }, { additionalProperties: false });
export type TimerChoice = Static<typeof TimerChoice>;

export const TimerPatch = Type.Object(
  { entry_id, ...subjectFields, start_time: Type.Optional(InstantInput) },
  { additionalProperties: false, minProperties: 1 },
);
export type TimerPatch = Static<typeof TimerPatch>;
