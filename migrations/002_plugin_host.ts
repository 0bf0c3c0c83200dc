// What the plugin host keeps: plugins and their state, settings, connections, secrets, links,
// deliveries, subscriptions. Never edited once merged.
import type { Knex } from 'knex';

const statements = [
  `CREATE TABLE plugins (
    id text PRIMARY KEY,
    version text NOT NULL,
    display_name text NOT NULL,
    enabled boolean NOT NULL DEFAULT true,
    -- Grows with every decision that a running plugin has to follow: on, off, settings, removal.
    decision integer NOT NULL DEFAULT 1,
    state text NOT NULL,
    state_since timestamptz NOT NULL DEFAULT now(),
    last_error text,
    crashes integer NOT NULL DEFAULT 0,
    uninstalled_at timestamptz,
    manifest jsonb NOT NULL
  )`,
  // The processes that live, by their heartbeat: the jobs of a dead one are unlocked at once, which
  // Graphile Worker alone does after 4 hours.
  `CREATE TABLE processes (
    id text PRIMARY KEY,
    host text NOT NULL,
    pid integer NOT NULL,
    worker_ids text[] NOT NULL DEFAULT '{}',
    started_at timestamptz NOT NULL DEFAULT now(),
    heartbeat_at timestamptz NOT NULL DEFAULT now()
  )`,
  // A start is marked before any code of the plugin runs and unmarked after it: a mark of a dead
  // process means that it died in between.
  `CREATE TABLE plugin_starts (
    plugin_id text NOT NULL,
    process_id text NOT NULL REFERENCES processes ON DELETE CASCADE,
    PRIMARY KEY (plugin_id, process_id)
  )`,
  // Each plugin's own ledger, in one table: a changed or a newer migration fails that plugin alone.
  `CREATE TABLE plugin_migrations (
    plugin_id text NOT NULL,
    name text NOT NULL,
    checksum text NOT NULL,
    applied_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (plugin_id, name)
  )`,
  `CREATE TABLE plugin_settings (
    plugin_id text NOT NULL,
    user_id integer REFERENCES users ON DELETE CASCADE,
    settings_version integer NOT NULL,
    data jsonb NOT NULL DEFAULT '{}',
    version integer NOT NULL DEFAULT 1,
    updated_at timestamptz NOT NULL DEFAULT now(),
    UNIQUE NULLS NOT DISTINCT (plugin_id, user_id)
  )`,
  `CREATE TABLE integrations (
    id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    user_id integer NOT NULL REFERENCES users ON DELETE CASCADE,
    provider text NOT NULL,
    config jsonb NOT NULL DEFAULT '{}',
    is_active boolean NOT NULL DEFAULT true,
    health text NOT NULL DEFAULT 'not_configured',
    last_sync_at timestamptz,
    last_error text,
    sync jsonb,
    settings_version integer NOT NULL DEFAULT 1,
    version integer NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    UNIQUE (user_id, provider)
  )`,
  `CREATE INDEX integrations_provider ON integrations (provider) WHERE is_active`,
  // The keys that secrets may be under, known by a keyed hash: a process with other keys is refused,
  // and no key is forgotten while a secret is under it.
  `CREATE TABLE secret_keys (
    id text PRIMARY KEY,
    fingerprint bytea NOT NULL UNIQUE,
    generated boolean NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now()
  )`,
  // Apart from the settings, so that no select on them can leak one. The owner's id is authenticated
  // with the ciphertext: a row that is moved elsewhere does not decrypt.
  `CREATE TABLE secrets (
    owner text NOT NULL,
    path text NOT NULL,
    key_id text NOT NULL CONSTRAINT secrets_key_known REFERENCES secret_keys,
    nonce bytea NOT NULL,
    ciphertext bytea NOT NULL,
    updated_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (owner, path)
  )`,
  `CREATE TABLE external_links (
    integration text NOT NULL,
    kind text NOT NULL,
    external_id text NOT NULL,
    local_id bigint NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (integration, kind, external_id),
    UNIQUE (integration, kind, local_id)
  )`,
  `CREATE TABLE inbound_receivers (
    id text PRIMARY KEY,
    plugin_id text NOT NULL,
    name text NOT NULL,
    integration_id integer NOT NULL REFERENCES integrations ON DELETE CASCADE,
    created_at timestamptz NOT NULL DEFAULT now(),
    UNIQUE (plugin_id, name, integration_id)
  )`,
  `CREATE TABLE inbound_deliveries (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    receiver_id text NOT NULL REFERENCES inbound_receivers ON DELETE CASCADE,
    delivery_id text NOT NULL,
    headers jsonb NOT NULL,
    body jsonb NOT NULL,
    answer jsonb,
    received_at timestamptz NOT NULL DEFAULT now(),
    outcome text NOT NULL DEFAULT 'pending',
    detail text,
    processed_at timestamptz,
    UNIQUE (receiver_id, delivery_id)
  )`,
  `CREATE INDEX inbound_deliveries_received_at ON inbound_deliveries (received_at)`,
  `CREATE TABLE plugin_kv (
    plugin_id text NOT NULL,
    key text NOT NULL,
    value jsonb NOT NULL,
    updated_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (plugin_id, key)
  )`,
  `CREATE TABLE plugin_issues (
    plugin_id text NOT NULL,
    key text NOT NULL,
    severity text NOT NULL CHECK (severity IN ('warning', 'error')),
    message text NOT NULL,
    action text,
    raised_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (plugin_id, key)
  )`,
  // A schedule in people's own zones is sent once a day by this record, restarts and DST included.
  `CREATE TABLE plugin_daily_runs (
    plugin_id text NOT NULL,
    cron text NOT NULL,
    user_id integer NOT NULL REFERENCES users ON DELETE CASCADE,
    day date NOT NULL,
    PRIMARY KEY (plugin_id, cron, user_id, day)
  )`,
  `CREATE TABLE job_failures (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    plugin_id text NOT NULL,
    task text NOT NULL,
    payload jsonb NOT NULL,
    attempts integer NOT NULL,
    last_error text NOT NULL,
    failed_at timestamptz NOT NULL DEFAULT now()
  )`,
  `CREATE INDEX job_failures_plugin ON job_failures (plugin_id, id)`,
  // What an administrator decides reaches every process when it commits, whoever writes it.
  `CREATE FUNCTION tell_plugins_changed() RETURNS trigger LANGUAGE plpgsql AS $$
   DECLARE
     row jsonb := to_jsonb(coalesce(NEW, OLD));
   BEGIN
     PERFORM pg_notify('stint_plugins', coalesce(row ->> 'plugin_id', row ->> 'id'));
     RETURN NULL;
   END
   $$`,
  `CREATE TRIGGER plugins_decided AFTER UPDATE OF decision ON plugins
     FOR EACH ROW WHEN (OLD.decision <> NEW.decision) EXECUTE FUNCTION tell_plugins_changed()`,
  `CREATE TRIGGER plugins_dropped AFTER DELETE ON plugins
     FOR EACH ROW EXECUTE FUNCTION tell_plugins_changed()`,
];

export async function up(knex: Knex): Promise<void> {
  for (const statement of statements) await knex.raw(statement.replaceAll('?', '\\?'));
}

export async function down(): Promise<void> {
  throw new Error('Migrations go forward only: restore a backup to go back.');
}
