/** Archives on the wire: what one is of, and what reading one did. */
import { type Static, Type } from 'typebox';
import { OneOf } from '../infra/fields.ts';

export const ArchiveQuery = Type.Object(
  {
    of: OneOf(['me', 'instance'], {
      default: 'me',
      description: 'Your own data, or that of the whole instance (administrators).',
    }),
  },
  { additionalProperties: false },
);
export type ArchiveQuery = Static<typeof ArchiveQuery>;

export const ArchiveReport = Type.Object({
  of: OneOf(['me', 'instance']),
  created_at: Type.String({ description: 'When it was made.' }),
  counts: Type.Record(Type.String(), Type.Integer(), {
    description: 'Rows written, by table.',
  }),
  users_mapped: Type.Array(
    Type.Object({ email: Type.String(), archived_id: Type.Integer(), user_id: Type.Integer() }),
    { description: 'People whose id changed, because it was taken here.' },
  ),
});
export type ArchiveReport = Static<typeof ArchiveReport>;
