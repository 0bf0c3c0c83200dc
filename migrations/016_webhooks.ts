// Outgoing webhooks with their deliveries, and what the list of events needs to be complete.
// Never edited once merged.
import type { Knex } from 'knex';

const statements = [
  // When an event was written, by the clock of the database: a reader goes no further than to what was
  // written before the oldest transaction that still runs (decision 0038).
  `ALTER TABLE events ADD COLUMN recorded_at timestamptz NOT NULL DEFAULT now()`,
  `ALTER TABLE events ALTER COLUMN recorded_at SET DEFAULT clock_timestamp()`,

  `CREATE TABLE webhooks (
    id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    user_id integer NOT NULL REFERENCES users ON DELETE CASCADE,
    name text NOT NULL,
    url text NOT NULL,
    -- Empty: all.
    event_types text[] NOT NULL DEFAULT '{}',
    project_ids integer[] NOT NULL DEFAULT '{}',
    user_ids integer[] NOT NULL DEFAULT '{}',
    enabled boolean NOT NULL DEFAULT true,
    -- Why Stint switched it off; null where a person did, or nobody.
    disabled_reason text CHECK (disabled_reason IN ('failing', 'gone')),
    -- Of failures in a row: how many, and until when nothing more is sent.
    failures integer NOT NULL DEFAULT 0,
    paused_until timestamptz,
    last_success_at timestamptz,
    -- Until when the secret before is signed with, too.
    previous_secret_until timestamptz,
    version integer NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now()
  )`,
  `CREATE INDEX webhooks_user_id ON webhooks (user_id)`,

  `CREATE TABLE webhook_deliveries (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    webhook_id integer NOT NULL REFERENCES webhooks ON DELETE CASCADE,
    -- Of the event; null for a test.
    position bigint,
    event_id text NOT NULL,
    event_type text NOT NULL,
    entity_type text NOT NULL,
    entity_id bigint NOT NULL,
    seq integer NOT NULL,
    state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'delivered', 'failed')),
    is_replay boolean NOT NULL DEFAULT false,
    attempts integer NOT NULL DEFAULT 0,
    created_at timestamptz NOT NULL,
    first_attempt_at timestamptz,
    next_attempt_at timestamptz,
    -- As it was sent the last time.
    request jsonb,
    body text
  )`,
  `CREATE INDEX webhook_deliveries_due ON webhook_deliveries (webhook_id, next_attempt_at, position, id)
     WHERE state = 'waiting'`,
  // What must go before another of the same entity.
  `CREATE INDEX webhook_deliveries_order ON webhook_deliveries (webhook_id, entity_type, entity_id, position, id)
     WHERE state = 'waiting'`,
  `CREATE INDEX webhook_deliveries_log ON webhook_deliveries (webhook_id, id)`,
  `CREATE INDEX webhook_deliveries_created_at ON webhook_deliveries USING brin (created_at)`,

  `CREATE TABLE webhook_attempts (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    delivery_id bigint NOT NULL REFERENCES webhook_deliveries ON DELETE CASCADE,
    attempted_at timestamptz NOT NULL,
    -- Of the answer; null where there was none.
    status smallint,
    -- Code of what kept the answer from coming.
    error text,
    duration_ms integer NOT NULL
  )`,
  `CREATE INDEX webhook_attempts_delivery_id ON webhook_attempts (delivery_id, id)`,

  `CREATE OR REPLACE FUNCTION record_change(
     change_type text, entity text, context jsonb, row_before jsonb, row_after jsonb
   ) RETURNS bigint LANGUAGE plpgsql AS $$
   DECLARE
     image CONSTANT jsonb := wire_image(coalesce(row_after, row_before));
     former jsonb;
     changes jsonb;
     happened_at CONSTANT timestamptz := context ->> 'at';
     actor CONSTANT integer := context ->> 'actor_id';
     via CONSTANT text := context ->> 'via';
     image_id CONSTANT bigint := image ->> 'id';
     event_position bigint;
   BEGIN
     IF row_after IS NULL THEN
       changes := image;
     ELSIF row_before IS NOT NULL THEN
       former := coalesce(wire_image((
         SELECT jsonb_object_agg(key, value) FROM jsonb_each(row_before)
         WHERE value IS DISTINCT FROM row_after -> key)), '{}');
       changes := (
         SELECT jsonb_object_agg(key, jsonb_build_array(value, image -> key))
         FROM jsonb_each(former - '{version,updated_at}'::text[]));
     END IF;
     INSERT INTO audit_log (occurred_at, actor_id, actor_via, ip, action, entity_type, entity_id, changes)
     VALUES (
       happened_at, actor, via, (context ->> 'ip')::inet, change_type, entity, image_id, changes);
     INSERT INTO events (type, occurred_at, entity_type, entity_id, seq, actor, origin, causation, data, former)
     VALUES (
       change_type, happened_at, entity, image_id, coalesce((image ->> 'version')::integer, 1),
       jsonb_build_object('user_id', actor, 'via', via),
       context -> 'origin', context -> 'causation', image, former)
     RETURNING position INTO event_position;
     IF EXISTS (SELECT FROM event_subscriptions WHERE type = change_type)
       OR EXISTS (SELECT FROM webhooks
         WHERE enabled AND (event_types = '{}' OR change_type = ANY(event_types))) THEN
       INSERT INTO event_outbox VALUES (event_position);
     END IF;
     RETURN event_position;
   END
   $$`,
];

export async function up(knex: Knex): Promise<void> {
  for (const statement of statements) await knex.raw(statement.replaceAll('?', '\\?'));
}

export async function down(): Promise<void> {
  throw new Error('Migrations go forward only: restore a backup to go back.');
}
