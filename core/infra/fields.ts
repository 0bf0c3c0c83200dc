/** Schemas of single fields that several features share; one meaning, one limit, everywhere. */
import { type Static, type TSchema, Type } from 'typebox';

export const Id = Type.Integer({ minimum: 1, maximum: 2_147_483_647 });
export const EntryId = Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER });
export const IdParams = Type.Object({ id: Id }, { additionalProperties: false });

/** One of a few words, as a plain `enum`: the union of literals that TypeBox offers reads badly in errors and documents. */
export function OneOf<const Words extends readonly string[]>(words: Words, options: object = {}) {
  return Type.Unsafe<Words[number]>({ type: 'string', enum: words, ...options });
}

/** `schema | null`, for fields that can be cleared. */
export function Nullable<T extends TSchema>(schema: T) {
  const { type, enum: words } = schema as { type?: string; enum?: unknown[] };
  return Type.Unsafe<Static<T> | null>({
    ...schema,
    type: [type, 'null'],
    ...(words && { enum: [...words, null] }),
  });
}

/** An instant in an answer: a Date in the code, text on the wire (`infra/instants.ts`). */
export const Instant = Type.Unsafe<Date>({
  type: 'string',
  format: 'date-time',
  description: "ISO 8601, with the offset of the reader's time zone.",
  examples: ['2025-01-27T09:00:00+01:00'],
});
export const NullableInstant = Nullable(Instant);

/** An instant in a request: read by `parseInstant`, which names the field when it is wrong. */
export const InstantInput = Type.String({
  minLength: 10,
  maxLength: 40,
  description: "ISO 8601; without an offset it is read in the asker's time zone.",
  examples: ['2025-01-27T09:00:00'],
});

export const Day = Type.String({ format: 'date', examples: ['2025-01-27'] });

export const Decimal = Type.String({
  pattern: '^\\d{1,10}(\\.\\d{1,2})?$',
  description: 'Exact decimal, as a string: money is never a floating point number.',
  examples: ['85.00'],
});
export const Currency = Type.String({
  pattern: '^[A-Z]{3}$',
  description: 'ISO 4217 code.',
  examples: ['EUR'],
});
export const EstimateSeconds = Type.Integer({
  minimum: 0,
  maximum: 2_147_483_647,
  description: 'Planned work, in seconds.',
});
export const Color = Type.String({ pattern: '^#[0-9a-fA-F]{6}$', examples: ['#2563eb'] });
export const Name = Type.String({ minLength: 1, maxLength: 200, pattern: '\\S' });
export const Notes = Type.String({ maxLength: 10_000 });
export const Email = Type.String({ format: 'email', maxLength: 254 });
export const TimeZone = Type.String({
  format: 'time-zone',
  maxLength: 64,
  description: 'IANA time zone.',
  examples: ['Europe/Berlin'],
});
export const RoundingMode = OneOf(['none', 'up', 'down', 'nearest'], {
  description: 'How durations are rounded on reading. The raw times are never changed.',
});
export const RoundingMinutes = Type.Integer({ minimum: 1, maximum: 60 });
