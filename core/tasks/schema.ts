/** The task resource: a piece of a project, which somebody may have been given. */
import { type Static, Type } from 'typebox';
import { Day, EstimateSeconds, Id, Instant, Name, Nullable, OneOf } from '../infra/fields.ts';
import { ModifiedAfter, PageQuery, sortQuery } from '../infra/page.ts';

const Status = OneOf(['todo', 'in_progress', 'done']);
const ExternalRef = Type.String({
  minLength: 1,
  maxLength: 200,
  description: 'What another system calls it.',
  examples: ['github:acme/shop#42'],
});
// A page links to it: nothing that a browser would run.
const ExternalUrl = Type.String({
  format: 'uri',
  pattern: '^https?://',
  maxLength: 2000,
  description: 'Where the other system shows it.',
  examples: ['https://github.com/acme/shop/issues/42'],
});

const editable = {
  name: Name,
  description: Type.String({ maxLength: 10_000 }),
  status: Status,
  priority: OneOf(['low', 'medium', 'high']),
  assignee_id: {
    ...Nullable(Id),
    description: 'An active user who may track time on the project.',
  },
  due_on: Nullable(Day),
  estimate_seconds: Nullable(EstimateSeconds),
  external_ref: Nullable(ExternalRef),
  external_url: Nullable(ExternalUrl),
};

export const Task = Type.Object({
  id: Id,
  project_id: Id,
  ...editable,
  version: Type.Integer(),
  created_at: Instant,
  updated_at: Instant,
});
export type Task = Static<typeof Task>;

export const TaskCreate = Type.Object(
  {
    ...Type.Partial(Type.Object(editable)).properties,
    project_id: { ...Id, description: 'For good: a task never moves to another project.' },
    name: Name,
  },
  { additionalProperties: false },
);
export type TaskCreate = Static<typeof TaskCreate>;

export const TaskPatch = Type.Partial(Type.Object(editable), {
  additionalProperties: false,
  minProperties: 1,
});
export type TaskPatch = Static<typeof TaskPatch>;

export const TaskQuery = Type.Object(
  {
    ...PageQuery.properties,
    sort: {
      ...sortQuery(['created_at', 'updated_at', 'name', 'due_on'], 'created_at'),
      description:
        'Sort key; a leading `-` turns it round. Without a due day is after every due day.',
    },
    project_id: Type.Optional(Id),
    status: Type.Optional(Status),
    assignee_id: Type.Optional(Id),
    external_ref: Type.Optional({ ...ExternalRef, description: 'Exactly this reference.' }),
    search: Type.Optional(Type.String({ maxLength: 200, description: 'Part of the name.' })),
    modified_after: ModifiedAfter,
  },
  { additionalProperties: false },
);
export type TaskQuery = Static<typeof TaskQuery>;
