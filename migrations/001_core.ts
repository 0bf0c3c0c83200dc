// The core's first tables. Columns carry the names of the wire, so a row is an answer without a
// mapping layer (docs/development/decisions/0002). Once merged, this file is never edited.
import type { Knex } from 'knex';

const statements = [
  // ── people ────────────────────────────────────────────────────────────────────────────────
  `CREATE TABLE users (
    id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    email text NOT NULL,
    name text NOT NULL,
    role text NOT NULL DEFAULT 'member' CHECK (role IN ('admin', 'manager', 'member')),
    password_hash text,
    active boolean NOT NULL DEFAULT true,
    time_zone text NOT NULL DEFAULT 'UTC',
    locale text NOT NULL DEFAULT 'en',
    week_start smallint NOT NULL DEFAULT 1 CHECK (week_start BETWEEN 1 AND 7),
    date_format text NOT NULL DEFAULT 'YYYY-MM-DD',
    time_format text NOT NULL DEFAULT '24h' CHECK (time_format IN ('24h', '12h')),
    switch_policy text NOT NULL DEFAULT 'keep' CHECK (switch_policy IN ('keep', 'switch')),
    rounding_mode text CHECK (rounding_mode IN ('none', 'up', 'down', 'nearest')),
    rounding_minutes smallint CHECK (rounding_minutes BETWEEN 1 AND 60),
    idle_ask_after_minutes integer CHECK (idle_ask_after_minutes >= 0),
    idle_stop_after_minutes integer CHECK (idle_stop_after_minutes >= 0),
    version integer NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now()
  )`,
  `CREATE UNIQUE INDEX users_email_key ON users (lower(email))`,

  `CREATE TABLE sessions (
    id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    token_hash bytea NOT NULL UNIQUE,
    user_id integer NOT NULL REFERENCES users ON DELETE CASCADE,
    ip inet,
    user_agent text,
    created_at timestamptz NOT NULL DEFAULT now(),
    last_used_at timestamptz NOT NULL DEFAULT now(),
    idle_hours integer NOT NULL,
    idle_expires_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL
  )`,
  `CREATE INDEX sessions_user_id ON sessions (user_id)`,

  `CREATE TABLE api_tokens (
    id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    token_hash bytea NOT NULL UNIQUE,
    user_id integer NOT NULL REFERENCES users ON DELETE CASCADE,
    name text NOT NULL,
    scopes text[] NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    last_used_at timestamptz,
    expires_at timestamptz
  )`,
  `CREATE INDEX api_tokens_user_id ON api_tokens (user_id)`,

  // One-time links: first set-up, and invitations that let a person choose a password.
  `CREATE TABLE one_time_links (
    token_hash bytea PRIMARY KEY,
    purpose text NOT NULL CHECK (purpose IN ('setup', 'invitation')),
    user_id integer REFERENCES users ON DELETE CASCADE,
    created_at timestamptz NOT NULL DEFAULT now(),
    expires_at timestamptz NOT NULL
  )`,

  // ── what time is spent on ─────────────────────────────────────────────────────────────────
  `CREATE TABLE clients (
    id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name text NOT NULL,
    email text,
    phone text,
    address text,
    notes text NOT NULL DEFAULT '',
    currency char(3),
    hourly_rate numeric(12, 2) CHECK (hourly_rate >= 0),
    archived_at timestamptz,
    version integer NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now()
  )`,
  `CREATE UNIQUE INDEX clients_name_key ON clients (lower(name))`,

  `CREATE TABLE projects (
    id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    client_id integer REFERENCES clients ON DELETE RESTRICT,
    name text NOT NULL,
    code text,
    color text NOT NULL,
    notes text NOT NULL DEFAULT '',
    billable boolean NOT NULL DEFAULT true,
    hourly_rate numeric(12, 2) CHECK (hourly_rate >= 0),
    estimate_seconds bigint CHECK (estimate_seconds >= 0),
    visibility text NOT NULL DEFAULT 'everyone' CHECK (visibility IN ('everyone', 'members')),
    archived_at timestamptz,
    version integer NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now()
  )`,
  `CREATE UNIQUE INDEX projects_name_key ON projects (client_id, lower(name)) NULLS NOT DISTINCT`,
  `CREATE UNIQUE INDEX projects_code_key ON projects (lower(code))`,

  `CREATE TABLE project_members (
    project_id integer NOT NULL REFERENCES projects ON DELETE CASCADE,
    user_id integer NOT NULL REFERENCES users ON DELETE CASCADE,
    hourly_rate numeric(12, 2) CHECK (hourly_rate >= 0),
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (project_id, user_id)
  )`,
  `CREATE INDEX project_members_user_id ON project_members (user_id)`,

  `CREATE TABLE tasks (
    id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    project_id integer NOT NULL REFERENCES projects ON DELETE CASCADE,
    name text NOT NULL,
    description text NOT NULL DEFAULT '',
    status text NOT NULL DEFAULT 'todo' CHECK (status IN ('todo', 'in_progress', 'done')),
    priority text NOT NULL DEFAULT 'medium' CHECK (priority IN ('low', 'medium', 'high')),
    assignee_id integer REFERENCES users ON DELETE SET NULL,
    due_on date,
    estimate_seconds bigint CHECK (estimate_seconds >= 0),
    external_ref text,
    version integer NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    UNIQUE (id, project_id)
  )`,
  `CREATE INDEX tasks_project_id ON tasks (project_id, id)`,
  `CREATE INDEX tasks_assignee_id ON tasks (assignee_id) WHERE assignee_id IS NOT NULL`,
  `CREATE INDEX tasks_external_ref ON tasks (external_ref) WHERE external_ref IS NOT NULL`,

  `CREATE TABLE tags (
    id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name text NOT NULL,
    color text,
    version integer NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now()
  )`,
  `CREATE UNIQUE INDEX tags_name_key ON tags (lower(name))`,

  // ── time ──────────────────────────────────────────────────────────────────────────────────
  // Work is the span less its breaks. Immutable, so that the column below can be stored.
  `CREATE FUNCTION worked_seconds(started timestamptz, ended timestamptz, breaks tstzmultirange)
   RETURNS integer LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
     SELECT CASE
       WHEN ended IS NULL THEN NULL
       WHEN isempty(breaks) THEN extract(epoch FROM ended - started)::integer
       ELSE extract(epoch FROM ended - started)::integer - (
         SELECT coalesce(sum(extract(epoch FROM upper(pause) - lower(pause))), 0)::integer
         FROM unnest(breaks) AS pause)
     END
   $$`,
  `CREATE TABLE time_entries (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    user_id integer NOT NULL REFERENCES users ON DELETE RESTRICT,
    project_id integer REFERENCES projects ON DELETE RESTRICT,
    task_id integer,
    description text NOT NULL DEFAULT '',
    start_time timestamptz NOT NULL,
    end_time timestamptz,
    paused_at timestamptz,
    breaks tstzmultirange NOT NULL DEFAULT '{}',
    duration_seconds integer GENERATED ALWAYS AS (worked_seconds(start_time, end_time, breaks)) STORED,
    tag_ids integer[] NOT NULL DEFAULT '{}',
    billable boolean NOT NULL DEFAULT false,
    hourly_rate numeric(12, 2),
    currency char(3),
    source text NOT NULL DEFAULT 'manual',
    exclusive boolean NOT NULL DEFAULT true,
    last_activity_at timestamptz,
    idle_asked_at timestamptz,
    version integer NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    deleted_at timestamptz,
    FOREIGN KEY (task_id, project_id) REFERENCES tasks (id, project_id) ON DELETE RESTRICT,
    CONSTRAINT time_entries_task_needs_project CHECK (task_id IS NULL OR project_id IS NOT NULL),
    CONSTRAINT time_entries_end_after_start CHECK (end_time >= start_time),
    CONSTRAINT time_entries_paused_is_running CHECK (paused_at IS NULL OR end_time IS NULL)
  )`,
  // The rule "one running timer a user" lives here, not in a check before an insert.
  `CREATE UNIQUE INDEX time_entries_one_running ON time_entries (user_id)
     WHERE end_time IS NULL AND deleted_at IS NULL AND exclusive`,
  `CREATE INDEX time_entries_running ON time_entries (user_id, start_time)
     WHERE end_time IS NULL AND deleted_at IS NULL`,
  `CREATE INDEX time_entries_user_start ON time_entries (user_id, start_time, id)
     WHERE deleted_at IS NULL`,
  `CREATE INDEX time_entries_start ON time_entries (start_time, id) WHERE deleted_at IS NULL`,
  // Deleted entries too: PostgreSQL looks here before it lets a project go.
  `CREATE INDEX time_entries_project_start ON time_entries (project_id, start_time, id)`,
  // The few entries that a report must look for more than a day before the range it covers.
  `CREATE INDEX time_entries_long ON time_entries (end_time, start_time)
     WHERE deleted_at IS NULL AND end_time - start_time > interval '1 day'`,
  `CREATE INDEX time_entries_task ON time_entries (task_id, project_id) WHERE task_id IS NOT NULL`,
  `CREATE INDEX time_entries_user_updated ON time_entries (user_id, updated_at, id)`,
  `CREATE INDEX time_entries_tags ON time_entries USING gin (tag_ids)`,
  `CREATE INDEX time_entries_deleted ON time_entries (deleted_at) WHERE deleted_at IS NOT NULL`,

  // Rates: member > project > client > the instance's default, as exact decimals.
  `CREATE FUNCTION resolve_rate(
     for_user integer, for_project integer, default_rate numeric, default_currency text
   ) RETURNS TABLE (hourly_rate numeric, currency text) ROWS 1 LANGUAGE sql STABLE PARALLEL SAFE AS $$
     SELECT coalesce(pm.hourly_rate, p.hourly_rate, c.hourly_rate, default_rate),
            coalesce(c.currency, default_currency)
     FROM (SELECT for_project AS id) AS wanted
     LEFT JOIN projects p ON p.id = wanted.id
     LEFT JOIN clients c ON c.id = p.client_id
     LEFT JOIN project_members pm ON pm.project_id = p.id AND pm.user_id = for_user
   $$`,
  // Rounding happens on reading; the raw times are never touched.
  `CREATE FUNCTION rounded_seconds(seconds integer, mode text, minutes integer)
   RETURNS integer LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
     SELECT CASE mode
       WHEN 'up' THEN ((seconds + minutes * 60 - 1) / (minutes * 60)) * minutes * 60
       WHEN 'down' THEN (seconds / (minutes * 60)) * minutes * 60
       WHEN 'nearest' THEN ((seconds + minutes * 30) / (minutes * 60)) * minutes * 60
       ELSE seconds
     END
   $$`,

  `CREATE TABLE period_locks (
    id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    starts_on date,
    ends_on date NOT NULL,
    user_id integer REFERENCES users ON DELETE CASCADE,
    project_id integer REFERENCES projects ON DELETE CASCADE,
    reason text NOT NULL DEFAULT '',
    version integer NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    CHECK (starts_on IS NULL OR starts_on <= ends_on)
  )`,

  // ── imports ───────────────────────────────────────────────────────────────────────────────
  `CREATE TABLE imports (
    id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    user_id integer NOT NULL REFERENCES users ON DELETE RESTRICT,
    format text NOT NULL,
    counts jsonb NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now()
  )`,
  // A row of a file is known by what it says, so the same file twice changes nothing.
  `CREATE TABLE imported_rows (
    fingerprint bytea PRIMARY KEY,
    import_id integer NOT NULL REFERENCES imports ON DELETE CASCADE,
    time_entry_id bigint NOT NULL
  )`,

  // ── settings, trail, events ───────────────────────────────────────────────────────────────
  `CREATE TABLE settings (
    id integer PRIMARY KEY DEFAULT 1 CHECK (id = 1),
    data jsonb NOT NULL DEFAULT '{}',
    version integer NOT NULL DEFAULT 1,
    updated_at timestamptz NOT NULL DEFAULT now()
  )`,
  `INSERT INTO settings DEFAULT VALUES`,

  // No entity: somebody failed to sign in as a user that does not exist.
  `CREATE TABLE audit_log (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    occurred_at timestamptz NOT NULL,
    actor_id integer,
    actor_via text NOT NULL,
    ip inet,
    action text NOT NULL,
    entity_type text NOT NULL,
    entity_id bigint,
    changes jsonb
  )`,
  // Nearly in order already, so a BRIN index finds a day at the cost of a few pages.
  `CREATE INDEX audit_log_occurred_at ON audit_log USING brin (occurred_at)`,
  `CREATE INDEX audit_log_entity ON audit_log (entity_type, entity_id, id)`,
  `CREATE INDEX audit_log_actor ON audit_log (actor_id, id)`,

  `CREATE TABLE events (
    position bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id uuid NOT NULL DEFAULT gen_random_uuid(),
    type text NOT NULL,
    v smallint NOT NULL DEFAULT 1,
    occurred_at timestamptz NOT NULL,
    entity_type text NOT NULL,
    entity_id bigint NOT NULL,
    seq integer NOT NULL,
    actor jsonb NOT NULL,
    origin jsonb,
    causation jsonb,
    data jsonb NOT NULL,
    previous jsonb
  )`,
  `CREATE INDEX events_occurred_at ON events USING brin (occurred_at)`,

  // What changed, column by column: {"column": [before, after]}.
  `CREATE FUNCTION changed_columns(before jsonb, after jsonb) RETURNS jsonb
   LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
     SELECT jsonb_object_agg(key, jsonb_build_array(before -> key, after -> key))
     FROM jsonb_object_keys(before || after) AS key
     WHERE (before -> key) IS DISTINCT FROM (after -> key)
       AND key NOT IN ('version', 'updated_at')
   $$`,
  // Who wants to know of what. Looked at by record_change: no subscriber, no job.
  `CREATE TABLE event_subscriptions (
    type text NOT NULL,
    plugin_id text NOT NULL,
    PRIMARY KEY (type, plugin_id)
  )`,
  // A row as the API shows it: no secrets, money as exact text, breaks as spans.
  `CREATE FUNCTION wire_image(image jsonb) RETURNS jsonb
   LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
   BEGIN
     image := image - '{password_hash,token_hash,exclusive,last_activity_at}'::text[];
     IF jsonb_typeof(image -> 'hourly_rate') = 'number' THEN
       image := image || jsonb_build_object('hourly_rate', image ->> 'hourly_rate');
     END IF;
     IF image ->> 'breaks' = '{}' THEN
       image := image || '{"breaks": []}';
     ELSIF jsonb_typeof(image -> 'breaks') = 'string' THEN
       image := image || jsonb_build_object('breaks', (
         SELECT jsonb_agg(jsonb_build_object('start_time', lower(pause), 'end_time', upper(pause)))
         FROM unnest((image ->> 'breaks')::tstzmultirange) AS pause));
     END IF;
     RETURN image;
   END
   $$`,
  // The trail and the event of one change, in the transaction of the change. One call, because
  // the timer's requests cannot afford two round trips for it.
  `CREATE FUNCTION record_change(
     change_type text, entity text, context jsonb, row_before jsonb, row_after jsonb
   ) RETURNS bigint LANGUAGE plpgsql AS $$
   DECLARE
     before CONSTANT jsonb := wire_image(row_before);
     after CONSTANT jsonb := wire_image(row_after);
     image CONSTANT jsonb := coalesce(after, before);
     event_position bigint;
   BEGIN
     INSERT INTO audit_log (occurred_at, actor_id, actor_via, ip, action, entity_type, entity_id, changes)
     VALUES (
       (context ->> 'at')::timestamptz, (context ->> 'actor_id')::integer, context ->> 'via',
       (context ->> 'ip')::inet, change_type, entity, (image ->> 'id')::bigint,
       CASE
         WHEN before IS NULL THEN NULL
         WHEN after IS NULL THEN before
         ELSE changed_columns(before, after)
       END);
     INSERT INTO events (type, occurred_at, entity_type, entity_id, seq, actor, origin, causation, data, previous)
     VALUES (
       change_type, (context ->> 'at')::timestamptz, entity, (image ->> 'id')::bigint,
       coalesce((image ->> 'version')::integer, 1),
       jsonb_build_object('user_id', (context ->> 'actor_id')::integer, 'via', context ->> 'via'),
       context -> 'origin', context -> 'causation', image,
       CASE WHEN after IS NOT NULL THEN before END)
     RETURNING position INTO event_position;
     IF EXISTS (SELECT FROM event_subscriptions WHERE type = change_type) THEN
       PERFORM graphile_worker.add_job('fan_out', json_build_object('position', event_position));
     END IF;
     RETURN event_position;
   END
   $$`,

  // ── the state that no process may keep to itself ──────────────────────────────────────────
  `CREATE TABLE idempotency_keys (
    user_id integer NOT NULL REFERENCES users ON DELETE CASCADE,
    key text NOT NULL,
    request_hash bytea NOT NULL,
    status smallint,
    headers jsonb,
    body text,
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (user_id, key)
  )`,
  `CREATE INDEX idempotency_keys_created_at ON idempotency_keys (created_at)`,
  // Unlogged: a crash may forget who was too fast, and a count must not cost a disk flush.
  `CREATE UNLOGGED TABLE rate_limits (
    key text PRIMARY KEY,
    window_ends_at timestamptz NOT NULL,
    used integer NOT NULL
  )`,
];

export async function up(knex: Knex): Promise<void> {
  for (const statement of statements) await knex.raw(statement.replaceAll('?', '\\?'));
}

export async function down(): Promise<void> {
  throw new Error('Migrations go forward only: restore a backup to go back.');
}
