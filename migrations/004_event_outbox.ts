// An outbox in place of a job in each transaction: adding a Graphile job notifies, and notifying makes
// commits wait for each other. Also a trail that costs less to write, and an index that answers
// "what overlaps?" by itself. Never edited once merged.
import type { Knex } from 'knex';

const statements = [
  // Events that their subscribers have not been told of; committed with the event, taken by `fan_out`.
  `CREATE TABLE event_outbox (position bigint PRIMARY KEY)`,

  // Of the row before, an event keeps what differs: the rest stands in its data. Of the events before
  // this migration it kept the whole row, which reads the same.
  `ALTER TABLE events RENAME COLUMN previous TO former`,
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
     IF EXISTS (SELECT FROM event_subscriptions WHERE type = change_type) THEN
       INSERT INTO event_outbox VALUES (event_position);
     END IF;
     RETURN event_position;
   END
   $$`,
  `DROP FUNCTION changed_columns(jsonb, jsonb)`,

  `DROP INDEX time_entries_user_start`,
  `CREATE INDEX time_entries_user_start
     ON time_entries (user_id, start_time, id, (coalesce(end_time, 'infinity'::timestamptz)))
     WHERE deleted_at IS NULL`,
];

export async function up(knex: Knex): Promise<void> {
  for (const statement of statements) await knex.raw(statement.replaceAll('?', '\\?'));
}

export async function down(): Promise<void> {
  throw new Error('Migrations go forward only: restore a backup to go back.');
}
