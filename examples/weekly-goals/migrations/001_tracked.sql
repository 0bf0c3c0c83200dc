-- What is known of each entry. A deleted one stays, so that a late event cannot bring it back.
CREATE TABLE tracked (
  entry_id bigint PRIMARY KEY,
  user_id integer NOT NULL,
  started_at timestamptz NOT NULL,
  seconds integer NOT NULL,
  seq integer NOT NULL
);
CREATE INDEX tracked_user ON tracked (user_id, started_at);
