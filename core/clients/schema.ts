/** The client resource: who the work is for. */
import { type Static, Type } from 'typebox';
import {
  Currency,
  Decimal,
  Email,
  Id,
  Instant,
  Name,
  Notes,
  Nullable,
  NullableInstant,
} from '../infra/fields.ts';
import { ModifiedAfter, PageQuery, sortQuery } from '../infra/page.ts';

const editable = {
  name: Name,
  email: Nullable(Email),
  phone: Nullable(Type.String({ maxLength: 50 })),
  address: Nullable(Type.String({ maxLength: 1000 })),
  notes: Notes,
  currency: Nullable(Currency),
  hourly_rate: Nullable(Decimal),
};

export const Client = Type.Object({
  id: Id,
  ...editable,
  archived_at: NullableInstant,
  version: Type.Integer(),
  created_at: Instant,
  updated_at: Instant,
});
export type Client = Static<typeof Client>;

export const ClientCreate = Type.Object(
  { ...Type.Partial(Type.Object(editable)).properties, name: Name },
  { additionalProperties: false },
);
export type ClientCreate = Static<typeof ClientCreate>;

export const ClientPatch = Type.Partial(
  Type.Object({
    ...editable,
    archived: Type.Boolean({ description: 'Hides it from pickers; nothing is lost.' }),
  }),
  { additionalProperties: false, minProperties: 1 },
);
export type ClientPatch = Static<typeof ClientPatch>;

export const ClientQuery = Type.Object(
  {
    ...PageQuery.properties,
    sort: sortQuery(['name', 'created_at', 'updated_at'], 'name'),
    search: Type.Optional(Type.String({ maxLength: 200, description: 'Part of the name.' })),
    archived: Type.Optional(Type.Boolean()),
    modified_after: ModifiedAfter,
  },
  { additionalProperties: false },
);
export type ClientQuery = Static<typeof ClientQuery>;
