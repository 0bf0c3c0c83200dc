-- What is known of each event: whose it is, which entry it is, and how both were when they last agreed.
CREATE TABLE items (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  connection_id integer NOT NULL,
  user_id integer NOT NULL,
  calendar_id text NOT NULL,
  event_id text NOT NULL,
  -- Who made it. An event that Stint did not make is never written to.
  origin text NOT NULL CHECK (origin IN ('google', 'stint')),
  state text NOT NULL CHECK (state IN
    ('upcoming', 'suggested', 'dismissed', 'refused', 'intended', 'linked', 'yours', 'gone')),
  -- The event as it was.
  etag text,
  title text NOT NULL DEFAULT '',
  starts_at timestamptz NOT NULL,
  ends_at timestamptz NOT NULL,
  url text,
  -- Where its time goes; by the rules, as they were.
  project_id integer,
  -- The entry, and its version when both last agreed.
  entry_id bigint,
  entry_version integer,
  -- The event has to be written again.
  is_dirty boolean NOT NULL DEFAULT false,
  -- Why Stint refused it.
  detail text,
  -- The request that makes its entry: since when, and under which key.
  intended_at timestamptz,
  intent_key uuid,
  UNIQUE (connection_id, calendar_id, event_id)
);
CREATE UNIQUE INDEX items_entry ON items (connection_id, entry_id) WHERE entry_id IS NOT NULL;
CREATE INDEX items_open ON items (connection_id, state, ends_at) WHERE state <> 'linked';
CREATE INDEX items_shown ON items (user_id, starts_at) WHERE state IN ('suggested', 'upcoming');

-- The last synchronisations of each connection.
CREATE TABLE runs (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  connection_id integer NOT NULL,
  began_at timestamptz NOT NULL,
  ended_at timestamptz NOT NULL,
  synced integer NOT NULL,
  updated integer NOT NULL,
  skipped integer NOT NULL,
  errors jsonb NOT NULL,
  error text
);
CREATE INDEX runs_connection ON runs (connection_id, id DESC);
