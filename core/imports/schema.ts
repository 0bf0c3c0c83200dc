/** Imports: what can be asked of one, its report, and the record that stays of it. */
import { type Static, Type } from 'typebox';
import { Id, Instant, Nullable, OneOf, TimeZone } from '../infra/fields.ts';
import { PageQuery, sortQuery } from '../infra/page.ts';
import { faultCodes, warningCodes } from './faults.ts';
import { formats } from './formats.ts';

// PostgreSQL has no such character.
const noNul = '^[^\\u0000]*$';
const formatNames = formats.map(({ name }) => name);

export const ImportQuery = Type.Object(
  {
    format: OneOf(['auto', ...formatNames], {
      default: 'auto',
      description: 'Format of the file; `auto` knows it by the header row.',
    }),
    dry_run: Type.Boolean({
      default: true,
      description: 'Only report what would happen. Nothing is written unless this is `false`.',
    }),
    strict: Type.Boolean({
      default: false,
      description: 'Write nothing at all when any row is bad.',
    }),
    create_missing: Type.Boolean({
      default: true,
      description:
        'Create clients, projects (managers and administrators), tasks and tags that do not exist.',
    }),
    time_zone: Type.Optional({
      ...TimeZone,
      description: "IANA time zone of times without an offset; the asker's when absent.",
    }),
    date_format: OneOf(['auto', 'YMD', 'MDY', 'DMY'], {
      default: 'auto',
      description: 'Order of year, month and day; `auto` refuses a file that leaves it open.',
    }),
    map_user: Type.Optional(
      Type.Array(Type.String({ minLength: 3, maxLength: 520, pattern: noNul }), {
        maxItems: 500,
        description:
          'Whose rows become whose: `email-in-the-file=email-in-stint`. A person without an email address is mapped by name. Repeatable.',
        examples: [['jo@old.example=jo@new.example']],
      }),
    ),
    default_user: Type.Optional(
      Type.String({
        minLength: 3,
        maxLength: 254,
        pattern: noNul,
        description: 'Email address of the user who gets the rows of unknown people.',
      }),
    ),
  },
  { additionalProperties: false },
);
export type ImportQuery = Static<typeof ImportQuery>;

const Names = Type.Array(Type.String());
const counts = {
  rows: Type.Integer({ description: 'Rows of the file, without the header and blank lines.' }),
  entries_created: Type.Integer(),
  entries_skipped: Type.Integer({ description: 'Rows that an earlier import brought in.' }),
  duration_seconds_total: Type.Integer({ description: 'Of the entries created.' }),
  errors_total: Type.Integer({ description: 'Bad rows. Each is told for its first fault.' }),
  warnings_total: Type.Integer(),
};

const faultOf = <const Codes extends readonly string[]>(codes: Codes) =>
  Type.Object({
    line: Nullable(Type.Integer({ description: 'As an editor counts, the header included.' })),
    column: Nullable(Type.String({ description: 'Header of the column.' })),
    value: Type.String(),
    reason: Type.String(),
    code: OneOf(codes),
  });

export const ImportReport = Type.Object({
  import_id: {
    ...Nullable(Id),
    description: 'The record in the history; null when nothing was written.',
  },
  dry_run: Type.Boolean(),
  format: OneOf(formatNames),
  ...counts,
  clients_created: Names,
  projects_created: Names,
  tasks_created: Names,
  tags_created: Names,
  users: Type.Array(
    Type.Object({
      in_file: { ...Nullable(Type.String()), description: 'Null for rows that name nobody.' },
      user_id: { ...Nullable(Id), description: 'Null when no user was found.' },
    }),
  ),
  errors: Type.Array(faultOf(faultCodes), { description: 'The first 1000, by line.' }),
  warnings: Type.Array(faultOf(warningCodes), { description: 'The first 1000, by line.' }),
});
export type ImportReport = Static<typeof ImportReport>;

export const Import = Type.Object({
  id: Id,
  user_id: Id,
  format: OneOf(formatNames),
  counts: Type.Object(counts),
  created_at: Instant,
});
export type Import = Static<typeof Import>;

export const ImportListQuery = Type.Object(
  { ...PageQuery.properties, sort: sortQuery(['created_at'], '-created_at') },
  { additionalProperties: false },
);
export type ImportListQuery = Static<typeof ImportListQuery>;
