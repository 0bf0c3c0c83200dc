/** The member resource: somebody on a project, and the rate of their work there. */
import { type Static, Type } from 'typebox';
import { Decimal, Id, Instant, Nullable } from '../../infra/fields.ts';
import { PageQuery, sortQuery } from '../../infra/page.ts';

export const ProjectMember = Type.Object({
  project_id: Id,
  user_id: Id,
  user: Type.Object({ id: Id, name: Type.String() }),
  hourly_rate: Nullable(Decimal),
  created_at: Instant,
});
export type ProjectMember = Static<typeof ProjectMember>;

export const MemberParams = Type.Object({ id: Id, user_id: Id }, { additionalProperties: false });

export const MemberPut = Type.Object(
  {
    hourly_rate: Type.Optional({
      ...Nullable(Decimal),
      description: "Null for the project's own rate. Left out, a member keeps the rate they have.",
    }),
  },
  { additionalProperties: false },
);
export type MemberPut = Static<typeof MemberPut>;

export const MemberQuery = Type.Object(
  { ...PageQuery.properties, sort: sortQuery(['name', 'created_at'], 'name') },
  { additionalProperties: false },
);
export type MemberQuery = Static<typeof MemberQuery>;
