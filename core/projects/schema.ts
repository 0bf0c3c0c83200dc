/** The project resource: what the work is for, and what it is worth. */
import { type Static, Type } from 'typebox';
import {
  Color,
  Currency,
  Decimal,
  EstimateSeconds,
  Id,
  Instant,
  Name,
  Notes,
  Nullable,
  NullableInstant,
  OneOf,
} from '../infra/fields.ts';
import { ModifiedAfter, PageQuery, sortQuery } from '../infra/page.ts';

const editable = {
  client_id: Nullable(Id),
  name: Name,
  code: Nullable(
    Type.String({
      minLength: 1,
      maxLength: 50,
      pattern: '\\S',
      description: 'Short name, unique in any case.',
      examples: ['ACME-1'],
    }),
  ),
  color: Color,
  notes: Notes,
  billable: Type.Boolean({ description: 'What new entries on it are, unless they say otherwise.' }),
  hourly_rate: Nullable(Decimal),
  estimate_seconds: Nullable(EstimateSeconds),
  visibility: OneOf(['everyone', 'members'], {
    description: 'Who may see it and track time on it, besides managers.',
  }),
};

export const Project = Type.Object({
  id: Id,
  ...editable,
  client: Nullable(Type.Object({ id: Id, name: Type.String() })),
  currency: { ...Currency, description: "The client's, or the instance's." },
  archived_at: NullableInstant,
  version: Type.Integer(),
  created_at: Instant,
  updated_at: Instant,
});
export type Project = Static<typeof Project>;

export const ProjectCreate = Type.Object(
  {
    ...Type.Partial(Type.Object(editable)).properties,
    name: Name,
    color: Type.Optional({ ...Color, description: 'Without one, the name chooses it.' }),
  },
  { additionalProperties: false },
);
export type ProjectCreate = Static<typeof ProjectCreate>;

export const ProjectPatch = Type.Partial(
  Type.Object({
    ...editable,
    archived: Type.Boolean({
      description: 'No more time can be tracked on it; what was recorded stays.',
    }),
  }),
  { additionalProperties: false, minProperties: 1 },
);
export type ProjectPatch = Static<typeof ProjectPatch>;

export const ProjectQuery = Type.Object(
  {
    ...PageQuery.properties,
    sort: sortQuery(['name', 'created_at', 'updated_at'], 'name'),
    client_id: Type.Optional(Id),
    search: Type.Optional(
      Type.String({ maxLength: 200, description: 'Part of the name or the code.' }),
    ),
    archived: Type.Optional(Type.Boolean()),
    modified_after: ModifiedAfter,
  },
  { additionalProperties: false },
);
export type ProjectQuery = Static<typeof ProjectQuery>;
