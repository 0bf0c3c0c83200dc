/** One line of the trail: who did what to which record, when and from where. */
import { type Static, Type } from 'typebox';
import { EntryId, Id, Instant, Nullable } from '../infra/fields.ts';
import { PageQuery, sortQuery } from '../infra/page.ts';

export const AuditEntry = Type.Object({
  id: EntryId,
  occurred_at: Instant,
  actor_id: { ...Nullable(Id), description: 'Null: the system, or somebody not signed in.' },
  actor_name: Nullable(Type.String()),
  actor_via: Type.String({
    description: 'How they came: `session:<id>`, `token:<id>`, `login`, a job.',
    examples: ['token:7'],
  }),
  ip: Nullable(Type.String()),
  action: Type.String({ examples: ['project.updated', 'auth.login_failed'] }),
  entity_type: Type.String({ examples: ['project'] }),
  entity_id: Nullable(EntryId),
  changes: Type.Unsafe<object | null>({
    type: ['object', 'null'],
    additionalProperties: true,
    description:
      'Of an edit, each field as `[before, after]`; of a deletion, what there was; else null.',
  }),
});
export type AuditEntry = Static<typeof AuditEntry>;

const Since = (description: string) =>
  Type.Optional(
    Type.String({ minLength: 10, maxLength: 40, description, examples: ['2025-01-27T00:00:00'] }),
  );

export const AuditQuery = Type.Object(
  {
    ...PageQuery.properties,
    sort: sortQuery(['id'], '-id'),
    entity_type: Type.Optional(Type.String({ maxLength: 50 })),
    entity_id: Type.Optional(EntryId),
    actor_id: Type.Optional(Id),
    action: Type.Optional(Type.String({ maxLength: 100 })),
    from: Since('At or after this instant (ISO 8601).'),
    to: Since('Before this instant (ISO 8601).'),
  },
  { additionalProperties: false },
);
export type AuditQuery = Static<typeof AuditQuery>;
