/** The tag resource: a free label on time entries. */
import { type Static, Type } from 'typebox';
import { Color, Id, Instant, Name, Nullable } from '../infra/fields.ts';
import { ModifiedAfter, PageQuery, sortQuery } from '../infra/page.ts';

const editable = {
  name: { ...Name, description: 'Unique in any case.' },
  color: Nullable(Color),
};

export const Tag = Type.Object({
  id: Id,
  ...editable,
  version: Type.Integer(),
  created_at: Instant,
  updated_at: Instant,
});
export type Tag = Static<typeof Tag>;

export const TagCreate = Type.Object(
  { ...Type.Partial(Type.Object(editable)).properties, name: editable.name },
  { additionalProperties: false },
);
export type TagCreate = Static<typeof TagCreate>;

export const TagPatch = Type.Partial(Type.Object(editable), {
  additionalProperties: false,
  minProperties: 1,
});
export type TagPatch = Static<typeof TagPatch>;

export const TagQuery = Type.Object(
  {
    ...PageQuery.properties,
    sort: sortQuery(['name', 'created_at', 'updated_at'], 'name'),
    search: Type.Optional(Type.String({ maxLength: 200, description: 'Part of the name.' })),
    modified_after: ModifiedAfter,
  },
  { additionalProperties: false },
);
export type TagQuery = Static<typeof TagQuery>;
