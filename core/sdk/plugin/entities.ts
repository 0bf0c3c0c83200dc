/**
 * The core's rows as events and the REST API show them: what `data` of an event holds, and what
 * `ctx.data` answers with (a list is `{data: […]}`). A later minor version may add fields. A test holds
 * these schemas against what the core really emits.
 */
import { type Static, type TSchema, Type } from 'typebox';

const Nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);
const Id = Type.Integer({ minimum: 1 });
const Instant = Type.String({ format: 'date-time', description: 'ISO 8601, with an offset.' });
const Day = Type.String({ format: 'date' });
const Amount = Type.String({ description: 'Exact decimal as text: `85.00`.' });
const Currency = Type.String({ description: 'ISO 4217 code.' });
const versioned = { version: Type.Integer(), created_at: Instant, updated_at: Instant };

/** A span of work, running or done. */
export const TimeEntry = Type.Object({
  id: Id,
  user_id: Id,
  project_id: Nullable(Id),
  task_id: Nullable(Id),
  description: Type.String(),
  start_time: Instant,
  /** Null while it runs. */
  end_time: Nullable(Instant),
  paused_at: Nullable(Instant),
  breaks: Type.Array(Type.Object({ start_time: Instant, end_time: Instant })),
  /** Work: the span less its breaks. Null while it runs. */
  duration_seconds: Nullable(Type.Integer()),
  tag_ids: Type.Array(Id),
  billable: Type.Boolean(),
  hourly_rate: Nullable(Amount),
  currency: Nullable(Currency),
  /** What made it: `manual`, `timer`, `import:…`, `plugin:…`. */
  source: Type.String(),
  idle_asked_at: Nullable(Instant),
  ...versioned,
  deleted_at: Nullable(Instant),
});
export type TimeEntry = Static<typeof TimeEntry>;

export const Client = Type.Object({
  id: Id,
  name: Type.String(),
  email: Nullable(Type.String()),
  phone: Nullable(Type.String()),
  address: Nullable(Type.String()),
  notes: Type.String(),
  currency: Nullable(Currency),
  hourly_rate: Nullable(Amount),
  archived_at: Nullable(Instant),
  ...versioned,
});
export type Client = Static<typeof Client>;

export const Project = Type.Object({
  id: Id,
  client_id: Nullable(Id),
  name: Type.String(),
  code: Nullable(Type.String()),
  color: Type.String(),
  notes: Type.String(),
  billable: Type.Boolean(),
  hourly_rate: Nullable(Amount),
  estimate_seconds: Nullable(Type.Integer()),
  visibility: Type.Enum(['everyone', 'members']),
  archived_at: Nullable(Instant),
  ...versioned,
});
export type Project = Static<typeof Project>;

/** Somebody on a project. `id` is the project's. */
export const ProjectMember = Type.Object({
  id: Id,
  user_id: Id,
  hourly_rate: Nullable(Amount),
});
export type ProjectMember = Static<typeof ProjectMember>;

export const Task = Type.Object({
  id: Id,
  project_id: Id,
  name: Type.String(),
  description: Type.String(),
  status: Type.Enum(['todo', 'in_progress', 'done']),
  priority: Type.Enum(['low', 'medium', 'high']),
  assignee_id: Nullable(Id),
  due_on: Nullable(Day),
  estimate_seconds: Nullable(Type.Integer()),
  external_ref: Nullable(Type.String()),
  /** Where the other system shows it. */
  external_url: Nullable(Type.String()),
  ...versioned,
});
export type Task = Static<typeof Task>;

export const Tag = Type.Object({
  id: Id,
  name: Type.String(),
  color: Nullable(Type.String()),
  ...versioned,
});
export type Tag = Static<typeof Tag>;

export const User = Type.Object({
  id: Id,
  email: Type.String(),
  name: Type.String(),
  role: Type.Enum(['admin', 'manager', 'member']),
  active: Type.Boolean(),
  time_zone: Type.String(),
  locale: Type.String(),
  week_start: Type.Integer(),
  date_format: Type.String(),
  time_format: Type.String(),
  switch_policy: Type.Enum(['keep', 'switch']),
  rounding_mode: Nullable(Type.String()),
  rounding_minutes: Nullable(Type.Integer()),
  ...versioned,
});
export type User = Static<typeof User>;

/** Days whose entries stay as they are. */
export const PeriodLock = Type.Object({
  id: Id,
  starts_on: Nullable(Day),
  ends_on: Day,
  user_id: Nullable(Id),
  project_id: Nullable(Id),
  reason: Type.String(),
  ...versioned,
});
export type PeriodLock = Static<typeof PeriodLock>;

/** What administrators decide for everybody. */
export const InstanceSettings = Type.Object({
  id: Id,
  currency: Currency,
  default_hourly_rate: Nullable(Amount),
  overlap_policy: Type.Enum(['allow', 'warn', 'forbid']),
  multiple_timers: Type.Boolean(),
  rounding_mode: Type.String(),
  rounding_minutes: Type.Integer(),
  organization_name: Type.String(),
  organization_address: Type.String(),
  report_footer: Type.String(),
  version: Type.Integer(),
  updated_at: Instant,
});
export type InstanceSettings = Static<typeof InstanceSettings>;

/** What an import brought. Each of its entries has an event of its own as well. */
export const Import = Type.Object({
  id: Id,
  user_id: Id,
  format: Type.String(),
  counts: Type.Object({
    rows: Type.Integer(),
    entries_created: Type.Integer(),
    entries_skipped: Type.Integer(),
    duration_seconds_total: Type.Integer(),
    errors_total: Type.Integer(),
    warnings_total: Type.Integer(),
  }),
  created_at: Instant,
});
export type Import = Static<typeof Import>;

/** A line for one person, which a plugin or the core wrote. */
export const Notification = Type.Object({
  id: Id,
  user_id: Id,
  /** The plugin that sent it; null for the core. */
  plugin_id: Nullable(Type.String()),
  key: Nullable(Type.String()),
  text: Type.String(),
  link: Nullable(Type.String()),
  created_at: Instant,
  read_at: Nullable(Instant),
});
export type Notification = Static<typeof Notification>;
